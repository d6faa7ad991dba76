import type { Candidate } from '../../src/client/candidates.js';
import type { Competence } from '../../src/domain/competence.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import type { Recognition } from '../../src/domain/recognition.schema.js';
import type { LanguageController } from '../base/language.js';
import type { PaperAs } from './papers.js';
import type { RecognitionDesk } from './recognition-desk.js';

/** What the decision is typed into. */
export interface DecisionDraft {
  number: string;
  date: string;
  signer: string;
  signerTitle: string;
  issuer: string;
  place: string;
  bases: string;
}

/** What a reason is asked for. `bare`: it was left out. */
export interface Question {
  kind: 'refuse' | 'revoke';
  about: Candidate | Recognition;
  bare: boolean;
}

export const nameOf = (about: Candidate | Recognition): string =>
  'assessment' in about ? about.assessment.subjectName : about.subjectName;
export const idOf = (about: Candidate | Recognition): string =>
  'assessment' in about ? about.assessment.id : about.id;

/** What the parts of the signer's desk are drawn from. They are functions of this and keep nothing themselves. */
export interface RecognitionContext {
  readonly desk: RecognitionDesk;
  readonly l: LanguageController;
  readonly busy: boolean;
  readonly draft: DecisionDraft;
  /** What the issuer is looked up in; absent where the page has none. */
  readonly registry: Registry | 'failed' | undefined;
  /** Whether the issuer may grant this title; undefined where nobody can tell (yet). */
  readonly competence: (one: Candidate) => Competence | undefined;
  /** Fields of the decision that were left out, once it was tried. */
  readonly missing: readonly string[];
  readonly type: (field: keyof DecisionDraft, value: string) => void;
  readonly grant: () => void;
  /** Reads what the filter matches beyond the list. */
  readonly readRest: () => void;
  /** Puts all of it on the list, and ticks it. */
  readonly takeRest: () => void;
  /** Asks again for members that could not be had. */
  readonly lookUp: () => void;
  readonly ask: (kind: 'refuse' | 'revoke', about: Candidate | Recognition) => void;
  /** The paper of a decision, by its id. */
  readonly paper: (as: PaperAs, decision: string) => void;
  readonly certificate: (title: Recognition, as: PaperAs) => void;
}
