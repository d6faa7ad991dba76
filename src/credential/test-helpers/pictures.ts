import { deflateSync } from 'node:zlib';
import { concat } from '../format/bytes.js';
import { makeChunk, pngSignature } from '../bake/png-chunks.js';

/** One grey pixel. */
export const tinyPng = concat(
  pngSignature,
  makeChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
  makeChunk('IDAT', deflateSync(Uint8Array.of(0, 128))),
  makeChunk('IEND', new Uint8Array()),
);

export { tinySvg } from './tiny-svg.js';
