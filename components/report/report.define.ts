import { define } from '../base/define.js';
import { HtsdReport } from './report.js';

define('htsd-report', HtsdReport);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-report': HtsdReport;
  }
}
