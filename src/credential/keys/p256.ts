/** Of the curves' module only what checks: asked for on demand as a whole, it brings protocols that nobody here speaks. */
export { p256 } from '@noble/curves/nist.js';
