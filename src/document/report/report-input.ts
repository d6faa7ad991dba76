import type { Report } from '../../domain/report/report.types.js';
import type { Lang } from '../../i18n/translate.js';
import type { FundPaperSettings } from '../fund/fund-input.js';

/** What stands on the paper around the figures; what is empty has its usual words, or is left to be written by hand. */
export type ReportPaperSettings = Pick<
  FundPaperSettings,
  | 'parentOrganisation'
  | 'organisation'
  | 'place'
  | 'number'
  | 'symbol'
  | 'date'
  | 'bases'
  | 'recipients'
  | 'signatures'
  | 'checked'
  | 'margins'
>;

/** What papers and tables of a report are made from. */
export interface ReportPaperInput {
  report: Report;
  settings: ReportPaperSettings;
  lang: Lang;
}
