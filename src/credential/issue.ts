/** What issues badges: on the server, and in the browser for the demo issuer only. */
export { buildCredential } from './issue/build-credential.js';
export { localIdentifier } from './issue/local-identifier.js';
export { signJwt } from './issue/sign-jwt.js';
export { signDataIntegrity } from './issue/sign-data-integrity.js';
export { createLocalSigner, type LocalSigner } from './issue/local-signer.js';
export { didWebDocument } from './issue/did-web-document.js';
export { didKeyMethod, didKeyOf } from './keys/did.js';
export { fromJwk, fromMultibase, toMultibase, type PublicKey } from './keys/public-key.js';
export { getBit, maxEntries, minEntries, setBit } from './status/bits.js';
export { buildStatusListCredential, encodeStatusList, newStatusList } from './status/make-status-list.js';
export { bakePng } from './bake/png.js';
export { bakeSvg } from './bake/svg.js';
export type { StatusListFacts } from './status/make-status-list.js';
export type { Signer } from './issue/signer.js';
export type { AchievementFacts, BadgeOptions } from './issue/achievement-facts.types.js';
