import type { Answers, Facts } from '../domain/answer.schema.js';
import type { Command } from '../domain/command.schema.js';
import type { Conflict, Position } from './view.types.js';

/** Whose draft of what: one person's drafts stay invisible to the next on a shared device. */
export interface DraftKey {
  tenant: string;
  actor: string;
  /** Of what is typed at a desk: a name with a slash, which no id has. */
  assessment: string;
}

/** Everything about an assessment that the back end may not have yet. */
export interface DraftRecord {
  /** Version of this record's format. */
  format: 1;
  /** Grows by one with every editor of the assessment; the highest one is the draft, lower ones are what an overridden tab still had. */
  epoch: number;
  answers: Answers;
  facts: Facts;
  /** Answers, facts and version as the back end last had them: what `answers` was changed from. */
  base: Answers;
  baseFacts: Facts;
  baseVersion: number;
  /** Criteria that wait for the person's decision; `answers` holds his own. */
  conflicts: Conflict[];
  /** Commands that were sent and not answered: after a reload the very same ones go out again. */
  pending?: Command[] | undefined;
  position?: Position | undefined;
  /** ISO instant; shown, never compared, because clocks jump. */
  updatedAt: string;
}

/** What stays when the back end has everything: where the person was. */
export interface Bookmark {
  format: 1;
  epoch: number;
  position?: Position | undefined;
  updatedAt: string;
}

/** A text that somebody typed at a desk; its field takes the place of the writer. */
export interface NoteRecord {
  format: 1;
  text: string;
  /** ISO instant; shown, never compared. */
  updatedAt: string;
}

/** A stored record with the writer that it belongs to. */
export interface StoredDraft {
  writer: string;
  value: unknown;
}
