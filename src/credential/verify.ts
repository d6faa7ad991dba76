/** What a page needs to check badges, and nothing that issues them. Loaded on demand. */
export { verify } from './verify/verify.js';
export { readInput, type Input } from './read/read-input.js';
export { readOpenBadge2, isOpenBadge2, type OpenBadge2 } from './read/open-badge-2.js';
export { unbakePng } from './bake/png.js';
export { unbakeSvg } from './bake/svg.js';
export { maxImageBytes, type ImageFault, type Unbaked } from './bake/image-fault.js';
export { answerOf } from './verify/failure.js';
export { reasonCodes } from './verify/verdict.types.js';
export type * from './verify/verdict.types.js';
