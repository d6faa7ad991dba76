import { define } from '../base/define.js';
import { HtsdFundTracker } from './fund-tracker.js';

define('htsd-fund-tracker', HtsdFundTracker);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-fund-tracker': HtsdFundTracker;
  }
}
