/** Of the curve's module only what checks: asked for on demand as a whole, it brings protocols that nobody here speaks. */
export { ed25519 } from '@noble/curves/ed25519.js';
