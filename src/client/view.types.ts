import type { ErrorCode } from '../backend/errors.js';
import type { Answer, Answers, Evidence, Facts } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { CommandOf } from '../domain/command.schema.js';
import type { CriteriaRef, CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import type { Rejection } from '../domain/reader.types.js';
import type { ScoreResult } from '../domain/score.types.js';
import type { Subject } from '../domain/subject.schema.js';
import type { Model } from '../domain/text.schema.js';

/** What went wrong, ready for the dictionary (`error.<code>`). */
export interface Problem {
  code: ErrorCode;
  params: Record<string, string | number>;
  retryable: boolean;
}

/** Where the person was: the field that had the focus. */
export interface Position {
  criterion: string;
  /** `points`, `numerator`, `note` … as in `Answer`. */
  field: string;
}

export type SaveState =
  | { status: 'idle' }
  | { status: 'saving' }
  | { status: 'saved'; at: string }
  /** What was typed is still in memory and is tried again. */
  | { status: 'failed'; problem: Problem };

export type SubmitState =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'rejected'; rejection: Rejection }
  | { status: 'failed'; problem: Problem };

/** Whether the back end has what is saved here. Failed deliveries are tried again by themselves where `retryable`. */
export type SyncState =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'rejected'; rejection: Rejection }
  | { status: 'failed'; problem: Problem };

/** The same criterion was changed here and elsewhere since both last agreed. */
export interface Conflict {
  criterion: string;
  mine: Answer | undefined;
  theirs: Answer | undefined;
  before: Answer | undefined;
}

/** A file on its way in, or refused. */
export interface Upload {
  id: string;
  criterion: string;
  name: string;
  status: 'working' | 'failed';
  problem?: Problem;
}

/**
 * `loading` → `error` (with retry) | `forbidden` | `empty` (no set applies) | `register` → `editing` | `readonly`.
 * `readonly` covers everything after submission; `assessment.state` says which.
 */
export type Phase = 'loading' | 'error' | 'forbidden' | 'empty' | 'register' | 'editing' | 'readonly';

/** Everything that the form shows. Frozen; a new object per change, with parts that did not change kept identical. */
export interface AssessmentView {
  readonly phase: Phase;
  /**
   * Register step: that an assessment of this year, or the subject itself (`kind`), is stored and cannot be read; `n`
   * answers can, and `name`, `place` … are what the subject still says. While editing:
   * that `n` answers typed here belong to a set that was changed elsewhere, and are kept apart on this device.
   */
  readonly problem?: Problem;
  /** Years that can be chosen, newest first, and the one that is. */
  readonly cycles: readonly string[];
  readonly cycle: string;
  /** Register step: sets that apply to model and cycle, current ones first. */
  readonly choices: readonly CriteriaSetSummary[];
  /** The person's subjects of this model; more than one offers a choice. */
  readonly subjects: readonly Subject[];
  readonly subject?: Subject;
  readonly assessment?: Assessment;
  readonly set?: CriteriaSet;
  readonly facts: Readonly<Facts>;
  readonly answers: Readonly<Answers>;
  readonly result?: ScoreResult;
  readonly save: SaveState;
  /** Of registering and withdrawing as well. */
  readonly submit: SubmitState;
  readonly sync?: SyncState;
  /** `follower`: another tab edits; this one shows what happens there. */
  readonly role: 'editor' | 'follower';
  readonly conflicts: readonly Conflict[];
  readonly uploads: readonly Upload[];
  /** False where the browser would not promise to keep the draft; undefined until asked. */
  readonly persisted?: boolean;
  /** Where to go on, set once after a draft was brought back. */
  readonly position?: Position;
  /** A stored draft could not be read; what could be saved of it was, and the raw copy is kept. */
  readonly damaged?: boolean;
}

export interface SessionOptions {
  model: Model;
  /** Subject id given by the host; otherwise the person's own subject of this model. */
  subject?: string | undefined;
  /** Year; default: the year now, or the one before until the end of March. */
  cycle?: string | undefined;
  /** Preselects a set in the register step. */
  criteria?: string | undefined;
}

export type RegisterFields = Omit<
  CommandOf<'subject.register'>['payload'],
  'model' | 'cycle' | 'criteria'
> & {
  criteria: CriteriaRef;
  /** Consents given with it, where it holds personal data. */
  consents?: readonly NewConsent[];
};

/** A consent as the person gives it: to which wording, for what, in whose name. */
export type NewConsent = Omit<CommandOf<'consent.give'>['payload'], 'subjectId'>;

/** One person working on one assessment: a store with intents. Knows no DOM element. */
export interface AssessmentSession {
  getState(): AssessmentView;
  /** Calls back after every change, at most once a microtask; answers the function that ends it. */
  subscribe(listener: () => void): () => void;
  chooseCycle(cycle: string): Promise<void>;
  chooseSubject(id: string | null): Promise<void>;
  /**
   * Registers the subject and opens the assessment; where that is open, corrects the registration, and changes the set
   * while nothing was ever submitted.
   */
  register(fields: RegisterFields): Promise<void>;
  /** Merges the patch into a criterion's answer; a field set to undefined is taken out. */
  answer(criterion: string, patch: Partial<Answer>): void;
  setFact(id: string, value: string | boolean | undefined): void;
  setPosition(position: Position): void;
  attach(criterion: string, files: readonly File[]): Promise<void>;
  attachLink(criterion: string, url: string, name: string): Promise<void>;
  removeEvidence(criterion: string, evidence: string): Promise<void>;
  dismissUpload(id: string): void;
  /** Bytes of an attached file, for the preview. */
  openFile(evidence: Extract<Evidence, { kind: 'file' }>): Promise<Blob>;
  /** Everything typed so far is on disk when this resolves. */
  flush(): Promise<void>;
  submit(): Promise<void>;
  withdraw(reason?: string): Promise<void>;
  /** Follower: become the editor; the other tab saves first. */
  takeOver(): Promise<void>;
  resolve(criterion: string, keep: 'mine' | 'theirs'): void;
  retry(): Promise<void>;
  dispose(): void;
}
