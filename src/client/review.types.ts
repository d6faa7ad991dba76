import type { Actor } from '../domain/actor.schema.js';
import type { Claim } from '../domain/answer.schema.js';
import type { Assessment, Comment } from '../domain/assessment.schema.js';
import type { Criterion, CriteriaSet } from '../domain/criteria-set.schema.js';
import type { Rejection } from '../domain/reader.types.js';
import type { AnswerChange } from '../domain/reviewed.js';
import type { ScoreResult } from '../domain/score.types.js';
import type { Notes } from './notes.js';
import type { Position, SaveState, SubmitState } from './view.types.js';

/** What a reviewer says of a criterion, as far as he has typed it. */
export interface MarkDraft {
  readonly answer: Claim;
  readonly reason: string;
}

/** Everything that one review is shown from. Frozen; a new object per change, with parts that did not change kept identical. */
export interface ReviewView {
  readonly assessment: Assessment;
  readonly set: CriteriaSet;
  /** The set's criteria by id, in printed order. */
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** Whether this person may judge it. */
  readonly may: 'yes' | 'forbidden' | 'own-assessment';
  /** What the author changed since it was given back to him, by criterion. */
  readonly changed: ReadonlyMap<string, AnswerChange>;
  /** Remarks that were sent, by criterion, the oldest first. */
  readonly earlier: ReadonlyMap<string, readonly Comment[]>;
  /** Typed and not stored yet, by criterion. */
  readonly drafts: ReadonlyMap<string, MarkDraft>;
  /** Why a draft is not stored. */
  readonly faults: ReadonlyMap<string, readonly Rejection[]>;
  /** Criteria of which somebody else stored another mark while this one was typed. */
  readonly clashes: ReadonlySet<string>;
  /** Remarks for the author, sent when it is given back; kept on this device until then. */
  readonly comments: ReadonlyMap<string, string>;
  /** Why it is to be given back, as far as it was typed; kept like the remarks. */
  readonly reason: string;
  /** Remarks and marks kept on this device that cannot be sent as things stand: the review is not open to this person. */
  readonly stranded: number;
  /** Where the person is, or was when he left the review. */
  readonly place?: Position | undefined;
  /** Of the author's answers, and of those that count. */
  readonly self: ScoreResult;
  readonly result: ScoreResult;
  /** Of the marks, at the back end. */
  readonly save: SaveState;
  /** Of all that is typed, on this device. */
  readonly kept: SaveState;
  /** Of taking up, giving back and verifying. */
  readonly act: SubmitState;
}

export interface ReviewSession {
  getState(): ReviewView;
  subscribe(listener: () => void): () => void;
  /** Takes it up: from here on the author cannot withdraw it. */
  takeUp(): Promise<void>;
  mark(criterion: string, patch: Partial<MarkDraft>): void;
  /** Back to the author's answer. */
  agree(criterion: string): void;
  comment(criterion: string, text: string): void;
  /** The reason for giving it back, while it is typed. */
  reason(text: string): void;
  setPlace(place: Position): void;
  resolve(criterion: string, keep: 'mine' | 'theirs'): void;
  /** Stores what can be stored, now. */
  flush(): Promise<void>;
  /** True when it was given back or verified. */
  giveBack(reason: string): Promise<boolean>;
  verify(): Promise<boolean>;
  retry(): Promise<void>;
  /** Forgets what is kept of it on this device. */
  forget(): Promise<void>;
  dispose(): void;
}

export interface ReviewDeps {
  assessment: Assessment;
  set: CriteriaSet;
  actor: Actor;
  notes: Notes;
}
