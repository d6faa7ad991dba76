import type { DecisionFacts, Issuer } from '../../src/domain/recognition.schema.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import type { DecisionDraft } from './recognition-context.js';

const clean = (text: string): string => text.trim().normalize('NFC');
const asked = ['number', 'date', 'signer', 'issuer'] as const;

/** What a decision on so many titles lacks. */
export function missingIn(draft: DecisionDraft, count: number): string[] {
  return [...asked.filter((field) => draft[field].trim() === ''), ...(count === 0 ? ['grants'] : [])];
}

/** The issuing body as the host names it. */
export interface HostIssuer {
  id: string | undefined;
  name: string;
}

/**
 * The issuing body that is typed. Its id is the host's own while its name was left as it is, else that of the body of this
 * name in the registry, else the name itself.
 */
export function issuerOf(typed: string, host: HostIssuer, registry: Registry | undefined): Issuer {
  const name = clean(typed);
  if (host.id !== undefined && [name, ''].includes(clean(host.name))) return { id: host.id, name };
  const listed = registry?.bodies.find((body) => clean(body.name.vi) === name);
  return { id: listed?.ids[0] ?? name, name };
}

/** The decision as it is sent. */
export function factsOf(draft: DecisionDraft, issuer: Issuer): DecisionFacts {
  const bases = draft.bases.split('\n').map(clean).filter(Boolean);
  const title = clean(draft.signerTitle);
  return {
    number: clean(draft.number),
    date: draft.date,
    signer: clean(draft.signer),
    ...(title && { signerTitle: title }),
    issuer,
    ...(bases.length > 0 && { legalBases: bases }),
  };
}
