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

export const tinySvg =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Đ &amp; M</title><path d="M0 0h1v1z"/></svg>\n';
