/**
 * What showing, scoring and saving a draft does not need, in one file that loads when the browser is idle or a person asks
 * for it, so that it is there when the network is not.
 */
export { LateActions } from '../late-actions.js';
