import { define } from '../base/define.js';
import { HtsdSyncStatus } from './sync-status.js';

define('htsd-sync-status', HtsdSyncStatus);

declare global {
  interface HTMLElementTagNameMap {
    'htsd-sync-status': HtsdSyncStatus;
  }
}
