import { define } from '../base/define.js';
import { HtsdRecognition } from './recognition.js';

define('htsd-recognition', HtsdRecognition);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-recognition': HtsdRecognition;
  }
}
