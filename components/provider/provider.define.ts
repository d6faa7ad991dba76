import { define } from '../base/define.js';
import { HtsdProvider } from './provider.js';

define('htsd-provider', HtsdProvider);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-provider': HtsdProvider;
  }
}
