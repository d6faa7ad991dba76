import type { DecisionFacts } from '../../src/domain/recognition.schema.js';
import type { DecisionDraft } from './recognition-context.js';

const asked = ['number', 'date', 'signer', 'issuer'] as const;

/** What a decision on so many titles lacks. */
export function missingIn(draft: DecisionDraft, count: number): string[] {
  return [...asked.filter((field) => draft[field].trim() === ''), ...(count === 0 ? ['grants'] : [])];
}

/** The decision as it is sent. Without an id of its own the issuing body goes by its name. */
export function factsOf(draft: DecisionDraft, issuerId: string | undefined): DecisionFacts {
  const clean = (text: string): string => text.trim().normalize('NFC');
  const bases = draft.bases.split('\n').map(clean).filter(Boolean);
  const title = clean(draft.signerTitle);
  const name = clean(draft.issuer);
  return {
    number: clean(draft.number),
    date: draft.date,
    signer: clean(draft.signer),
    ...(title && { signerTitle: title }),
    issuer: { id: issuerId ?? name, name },
    ...(bases.length > 0 && { legalBases: bases }),
  };
}
