import { define } from '../base/define.js';
import { HtsdLocalityPicker } from './locality-picker.js';

define('htsd-locality-picker', HtsdLocalityPicker);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-locality-picker': HtsdLocalityPicker;
  }
}
