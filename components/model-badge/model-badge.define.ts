import { define } from '../base/define.js';
import { HtsdModelBadge } from './model-badge.js';

define('htsd-model-badge', HtsdModelBadge);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-model-badge': HtsdModelBadge;
  }
}
