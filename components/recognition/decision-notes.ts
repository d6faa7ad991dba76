import type { Notes } from '../../src/client/notes.js';
import type { DecisionDraft } from './recognition-context.js';

/** What a signer typed and picked, and has not sent; kept on this device. */
export interface DecisionNotes {
  draft(): Partial<DecisionDraft>;
  putDraft(field: keyof DecisionDraft, value: string): void;
  /** Ids of what is ticked, with the class or level that was chosen; empty for the highest. */
  picks(): ReadonlyMap<string, string>;
  putPicks(picks: readonly (readonly [string, string])[]): void;
  /** The decision was sent. */
  dropDecision(): void;
  reason(kind: 'refuse' | 'revoke', id: string): string;
  putReason(kind: 'refuse' | 'revoke', id: string, text: string): void;
}

const fields = ['number', 'date', 'signer', 'signerTitle', 'issuer', 'place', 'bases'] as const;

export function decisionNotes(notes: Notes): DecisionNotes {
  return {
    draft: () =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const text = notes.get(`draft/${field}`);
          return text === '' ? [] : [[field, text.slice(1)]];
        }),
      ),
    // A field that was emptied is something else than one that was never touched: a sign before it tells them apart.
    putDraft: (field, value) => notes.put(`draft/${field}`, `=${value}`),
    picks: () => readPicks(notes.get('draft/picks')),
    putPicks: (picks) => notes.put('draft/picks', picks.length > 0 ? JSON.stringify(picks) : ''),
    // The decision is sent, whatever the disk says of its draft; a refusal shows beside the next one (`recognition.kept.failed`)
    // and is tried again. At worst that one begins with what is left of this one, in front of the signer.
    dropDecision: () => void notes.drop('draft/').catch(() => undefined),
    reason: (kind, id) => notes.get(`${kind}/${id}`),
    putReason: (kind, id, text) => notes.put(`${kind}/${id}`, text),
  };
}

function readPicks(text: string): Map<string, string> {
  try {
    const picks: unknown = text === '' ? [] : JSON.parse(text);
    return new Map(Array.isArray(picks) ? picks.filter(isPick) : []);
  } catch {
    // Damaged: nothing is ticked, which grants nothing.
    return new Map();
  }
}

const isPick = (pick: unknown): pick is [string, string] =>
  Array.isArray(pick) && typeof pick[0] === 'string' && typeof pick[1] === 'string';
