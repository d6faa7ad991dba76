import type { Actor } from '../domain/actor.schema.js';
import type { Claim } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import type { Rejection } from '../domain/reader.types.js';
import type { ScoreResult } from '../domain/score.types.js';
import type { SaveState, SubmitState } from './view.types.js';

/** What a reviewer says of a criterion, as far as he has typed it. */
export interface MarkDraft {
  readonly answer: Claim;
  readonly reason: string;
}

/** Everything that one review is shown from. Frozen; a new object per change. */
export interface ReviewView {
  readonly assessment: Assessment;
  readonly set: CriteriaSet;
  /** Whether this person may judge it. */
  readonly may: 'yes' | 'forbidden' | 'own-assessment';
  /** Typed and not stored yet, by criterion. */
  readonly drafts: ReadonlyMap<string, MarkDraft>;
  /** Why a draft is not stored. */
  readonly faults: ReadonlyMap<string, readonly Rejection[]>;
  /** Criteria of which somebody else stored another mark while this one was typed. */
  readonly clashes: ReadonlySet<string>;
  /** Remarks for the author, sent when it is given back; only in memory until then. */
  readonly comments: ReadonlyMap<string, string>;
  /** Of the author's answers, and of those that count. */
  readonly self: ScoreResult;
  readonly result: ScoreResult;
  readonly save: SaveState;
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
  resolve(criterion: string, keep: 'mine' | 'theirs'): void;
  /** Stores what can be stored, now. */
  flush(): Promise<void>;
  /** True when it was given back or verified. */
  giveBack(reason: string): Promise<boolean>;
  verify(): Promise<boolean>;
  retry(): Promise<void>;
  dispose(): void;
}

export interface ReviewDeps {
  assessment: Assessment;
  set: CriteriaSet;
  actor: Actor;
}
