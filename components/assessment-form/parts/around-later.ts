import { nothing, type CSSResult } from 'lit';
import type { Texts } from '../../base/language.js';
import { around } from './drawn-later.js';

type Around = typeof import('./around-here.js');

// Stands in the place of `around-here` where bytes are few. Nothing stands around what is not drawn.

export const aboveView: (...of: Parameters<Around['aboveView']>) => unknown = (...of) =>
  around()?.aboveView(...of) ?? nothing;
export const withdrawView: Around['withdrawView'] = (...of) => around()?.withdrawView(...of) ?? nothing;

/** They come with what is said and drawn by them. */
export const moreTexts: readonly Texts[] = [];
export const aroundLooks: CSSResult[] = [];
