import type { DecisionRecord, PublicRecognition, Recognition } from '../domain/recognition.schema.js';
import type { Lang } from '../i18n/translate.js';
import type { Margins } from './layout.js';
import { clean } from './wording.js';
import { officialNumber } from './official-date.js';

/** What a paper says of a title; a public one has it too, but for the points. */
export type PrintedTitle = Pick<
  Recognition,
  | 'subjectName'
  | 'model'
  | 'cycle'
  | 'criteriaStatus'
  | 'outcome'
  | 'outcomeLabel'
  | 'place'
  | 'decision'
  | 'validFrom'
  | 'validUntil'
  | 'state'
> & { score?: Recognition['score'] } & Partial<Pick<PublicRecognition, 'series'>>;

/** What stands on the paper beside the decision; everything that is empty is left out. */
export interface DecisionSettings {
  parentOrganisation?: string;
  /** Left half of the head. Default: the issuer. */
  organisation?: string;
  place: string;
  /** The line above the bases: who decides. Default: the signer's position and the issuer. */
  issuedBy?: string;
  /** "Theo đề nghị của …". */
  proposedBy?: string;
  /** "TM. BAN CHẤP HÀNH", above the signer's position. */
  authority?: string;
  /** "Nơi nhận", without dashes and closing marks. */
  recipients?: readonly string[];
  /** Points stand in the list too. Default: the class or level alone. */
  points?: boolean;
  /** Somebody compared the wording with the official form: it is not said to be a sample. The criteria's own mark stays. */
  checked?: boolean;
  /** Where a certificate can be checked: an address, printed as a QR code too. */
  checkAt?: string;
  /** Millimetres. */
  margins?: Partial<Margins>;
}

/** Everything that a decision is printed from. */
export interface DecisionInput {
  decision: Pick<DecisionRecord, 'number' | 'date' | 'signer' | 'signerTitle' | 'issuer' | 'legalBases'>;
  /** In the order of the decision. */
  titles: readonly PrintedTitle[];
  settings: DecisionSettings;
  lang: Lang;
}

/** Everything that a certificate is printed from. */
export interface CertificateInput {
  title: PrintedTitle;
  settings: DecisionSettings;
  lang: Lang;
}

/** "5/QĐ-HKH" as it is printed: "05/QĐ-HKH". */
export function printedDecisionNumber(number: string): string {
  const [first = '', ...rest] = clean(number).split('/');
  return [officialNumber(first), ...rest].join('/');
}
