import type { JsonObject } from '../format/json.js';

/** The five things that a reader is told apart. */
export type Answer = 'valid' | 'expired' | 'revoked' | 'not-genuine' | 'could-not-check';

/** Why, by answer. Sentences come from dictionaries; the holes are named in docs/credentials.md. */
export const reasonCodes = {
  valid: ['valid'],
  expired: ['expired'],
  revoked: ['revoked', 'suspended'],
  'not-genuine': [
    'altered',
    'wrong-key',
    'key-revoked',
    'malformed',
    'unsigned',
    'untrusted-algorithm',
    'unknown-context',
    'wrong-audience',
    'claims-differ',
    'wrong-purpose',
  ],
  'could-not-check': [
    'no-badge',
    'not-a-badge',
    'several-badges',
    'image-damaged',
    'too-large',
    'offline',
    'unknown-key',
    'unsupported-algorithm',
    'unsupported-method',
    'context-not-carried',
    'unsupported-status',
    'status-stale',
    'status-unreachable',
    'status-damaged',
    'status-of-another',
    'not-yet-valid',
    'hosted-badge',
  ],
} as const satisfies Record<Answer, readonly string[]>;

export type ReasonCode = (typeof reasonCodes)[Answer][number];
export type WarningCode =
  | 'issuer-unlisted'
  | 'issuer-not-for-place-or-date'
  | 'demo-issuer'
  | 'no-status'
  | 'other-proof-not-checked';

export interface Reason<Code extends string = ReasonCode> {
  code: Code;
  params: Readonly<Record<string, string | number>>;
}

/** Whether the registry of competent bodies knows the issuer. Never a reason to call a badge not genuine. */
export type IssuerTrust = 'listed' | 'unlisted' | 'listed-not-for-place-or-date';

/** What a badge says of itself, as plain text. Only what is signed, once the answer is one of the first three. */
export interface BadgeView {
  format: 'jwt' | 'data-integrity' | 'open-badge-2' | 'unsigned';
  id?: string;
  name: string;
  description?: string;
  /** An http(s) or data:image address; whether it may be shown is up to the page's policy. */
  image?: string;
  criteria?: string;
  issuer: { id?: string; name?: string; url?: string };
  recipient: { id?: string; name?: string };
  /** Instants with an offset, as written. */
  validFrom?: string;
  validUntil?: string;
  awardedOn?: string;
  decision?: string;
  cycle?: string;
  /** As it was named when the title was granted. */
  place?: { name: string; code?: string };
  narrative?: string;
  model?: string;
  outcome?: string;
  recognitionId?: string;
  demo: boolean;
}

/** A document that came from the network, for the caller to keep and to hand in again. */
export interface Kept {
  /** What was fetched: parsed JSON, or the text of a compact JWT. */
  content: unknown;
  /** ISO instant. */
  fetchedAt: string;
}

export interface Verification {
  answer: Answer;
  reason: Reason;
  warnings: Reason<WarningCode>[];
  issuerTrust: IssuerTrust;
  demo: boolean;
  badge?: BadgeView;
  /** The credential as it was read, for a page that shows the source. */
  credential?: JsonObject;
  /** Fetched on the way, by address; to be kept for the next time without network. */
  learned: { documents: Record<string, Kept>; statusLists: Record<string, Kept> };
}

/** A body that may grant titles: an entry of the registry. */
export interface CompetentBody {
  /** DID or address that stands as `issuer.id` in its badges. */
  issuer: string;
  name: string;
  /** Places that it is competent for; none given: everywhere. */
  places?: readonly { code?: string; name?: string }[];
  /** ISO dates, both included. */
  validFrom: string;
  validUntil?: string;
  /** Verification methods or did:key identifiers that the registry vouches for, for an issuer whose id is a mere address. */
  keys?: readonly string[];
}

export interface VerifyContext {
  /** The clock: an ISO instant. */
  now: string;
  /**
   * Fetches JSON, or the text of a compact JWT; rejects where there is no network. Left out: offline. It must cap what it
   * reads; what it gives is checked again for size.
   */
  fetchJson?: (url: string, signal: AbortSignal) => Promise<unknown>;
  /** Kept DID documents and issuer documents, by DID or address. */
  documents?: Readonly<Record<string, Kept>>;
  /** Kept status lists, by address. */
  statusLists?: Readonly<Record<string, Kept>>;
  registry?: readonly CompetentBody[];
  /** For whom a badge may be meant (`aud` of a JWT). A badge without an audience is meant for everybody. */
  audience?: string;
  /** Days after which a kept status list no longer proves that a title was not revoked. Default 7. */
  maxStatusAgeDays?: number;
  /** Minutes in which what is kept is taken without asking the network. Default 5. */
  freshMinutes?: number;
  /** Milliseconds that one request may take. Default 10,000. */
  fetchTimeoutMs?: number;
  signal?: AbortSignal;
}
