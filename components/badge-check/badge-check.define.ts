import { define } from '../base/define.js';
import { HtsdBadgeCheck } from './badge-check.js';

define('htsd-badge-check', HtsdBadgeCheck);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-badge-check': HtsdBadgeCheck;
  }
}
