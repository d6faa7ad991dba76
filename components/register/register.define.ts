import { define } from '../base/define.js';
import { HtsdRegister } from './register.js';

define('htsd-register', HtsdRegister);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-register': HtsdRegister;
  }
}
