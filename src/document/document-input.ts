import type { Answers, Facts } from '../domain/answer.schema.js';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import type { ScoreResult } from '../domain/score.types.js';
import type { Subject } from '../domain/subject.schema.js';
import type { Lang } from '../i18n/translate.js';
import type { Margins } from './layout.js';

/** What stands on the paper beside the answers; everything that is empty is left to be written by hand. */
export interface PaperSettings {
  parentOrganisation: string;
  organisation: string;
  place: string;
  /** As typed, "5" or "05"; empty until the clerk gives one. */
  number: string;
  /** "BC-THPT". */
  symbol: string;
  /** ISO date, or empty. */
  date: string;
  /** "Kính gửi". Absent: dots to write on where a recipient is "Như trên", otherwise nothing. */
  addressees?: readonly string[];
  /** "Nơi nhận", without dashes and closing marks. */
  recipients: readonly string[];
  /** One to three, from left to right: the head of the body, or whoever signs for it, stands last. */
  signatures: readonly { authority?: string; title: string; name?: string }[];
  /** The self-assessment team. */
  team?: readonly { name: string; role?: string }[];
  /** Millimetres; the decree's lower bounds where absent. */
  margins?: Partial<Margins>;
}

/** Everything a paper is made from. */
export interface DocumentInput {
  set: CriteriaSet;
  subject: Pick<Subject, 'model' | 'name' | 'parent' | 'place' | 'head'>;
  cycle: string;
  facts: Facts;
  answers: Answers;
  /** Null for an empty form. */
  result: ScoreResult | null;
  settings: PaperSettings;
  lang: Lang;
}
