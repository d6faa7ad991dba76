/** What puts a badge into a picture, and nothing that checks or signs. Loaded on demand. */
export { bakePng } from './bake/png.js';
export { bakeSvg } from './bake/svg.js';
