/** Why no badge comes out of an image. */
export type ImageFault = 'no-badge' | 'image-damaged' | 'several-badges' | 'too-large';

/** The text that was baked in: JSON, a compact JWT, or (Open Badges 2.0) an address. */
export type Unbaked = { text: string; version: 2 | 3 } | { fault: ImageFault };

/** Bytes of an image that are looked through. */
export const maxImageBytes = 20 * 1024 * 1024;

/** Bytes of text that a badge may have inside an image. */
export const maxBakedBytes = 262_144;

/** Of several texts the newer form counts; two that differ leave open which badge the picture stands for. */
export function chooseBaked(found: readonly { text: string; version: 2 | 3 }[]): Unbaked {
  const newest = found.some(({ version }) => version === 3) ? 3 : 2;
  const texts = new Set(found.filter(({ version }) => version === newest).map(({ text }) => text.trim()));
  const [text] = texts;
  if (text === undefined) return { fault: 'no-badge' };
  return texts.size > 1 ? { fault: 'several-badges' } : { text, version: newest };
}
