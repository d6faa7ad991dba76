import { define } from '../base/define.js';
import { HtsdTargetGauge } from './target-gauge.js';

define('htsd-target-gauge', HtsdTargetGauge);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-target-gauge': HtsdTargetGauge;
  }
}
