import { define } from '../base/define.js';
import { HtsdReview } from './review.js';

define('htsd-review', HtsdReview);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-review': HtsdReview;
  }
}
