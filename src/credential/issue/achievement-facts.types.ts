import type { Model } from '../../domain/text.schema.js';

/** What a title says: a recognition of the domain, as far as a badge shows it. */
export interface AchievementFacts {
  id: string;
  subjectId: string;
  /** As the decision names the family, clan, community, unit or citizen; the only name that goes into the badge. */
  subjectName: string;
  model: Model;
  /** The year assessed: `2025`. */
  cycle: string;
  criteria: { id: string; version: string };
  /** What the set is called. */
  criteriaTitle?: { vi: string; en?: string | undefined } | undefined;
  /** Of a set that was not compared with its official text, the badge says so. */
  criteriaStatus?: 'sourced' | 'partial' | 'sample' | undefined;
  /** Id of the class or level, and how people call it. */
  outcome: string;
  outcomeLabel: { vi: string; en?: string | undefined };
  /** As it was named on the day of the decision. */
  place: { name: string; code?: string | undefined };
  decision: {
    number: string;
    /** ISO date. */
    date: string;
    signer: string;
    signerTitle?: string | undefined;
    issuer: { id: string; name: string };
  };
  /** ISO dates, both included. */
  validFrom: string;
  validUntil: string;
  /** Its entry in a status list, by which it can be revoked. */
  status?: { list: string; index: number } | undefined;
}

/** Who signs, and what a badge says besides the title. */
export interface BadgeOptions {
  /** Tells apart what two offices call by the same id; goes into identifiers as a hash only. */
  tenant: string;
  /** DID or address whose key signs; the body's name is that of the decision. */
  issuer: { id: string; url?: string; image?: string };
  /** Address of the picture for this model and class. */
  image?: { id: string; caption?: string };
  /** Page on which the criteria can be read. */
  criteriaUrl?: string;
  /** An issuer of demonstrations says so on each of its badges. */
  demo?: boolean;
}
