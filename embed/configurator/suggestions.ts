import { provinces } from '../../src/presets/provinces.js';
import { indicators } from '../../src/presets/targets/indicators.js';
import type { Lang } from '../../src/i18n/translate.js';

/** Value and what a person calls it. */
export type Suggestion = readonly [value: string, label: string];

/** Whether an option is the code of a place. Elsewhere a place is the name of a unit's place as it is printed. */
export const isPlaceCode = (name: string, component: string): boolean =>
  name === 'locality' || (name === 'place' && component === 'register');

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/^(tinh|thanh pho|tp\.?) +/, '');

/** What was written, or the value that it is the name of: a list only offers, and people write names out. */
export const valueOfName = (written: string, among: readonly Suggestion[]): string =>
  among.find(([, label]) => bare(label) === bare(written))?.[0] ?? written;

/** What is offered for options whose values are data: places and targets. Others may be written, too. */
export function suggestionsFor(name: string, component: string, lang: Lang): readonly Suggestion[] {
  const text = ({ vi, en }: { vi: string; en?: string | undefined }): string =>
    lang === 'en' ? (en ?? vi) : vi;
  if (name === 'indicator') return indicators.map(({ id, label }) => [id, text(label)]);
  return isPlaceCode(name, component) || name === 'province'
    ? provinces.localities.map(({ code, name: label }) => [code, text(label)])
    : [];
}

/** A province to begin with: that of the server, where it is one. */
export const firstPlace = (province: string | undefined): string =>
  provinces.localities.find(({ code }) => code === province)?.code ?? provinces.localities[0]?.code ?? '';

/** Options without which a component has nothing to show. */
export function requiredOptions(component: string, attributes: Readonly<Record<string, string>>): string[] {
  if (component === 'fund-tracker') return ['fund'];
  if (component === 'model-badge') return ['recognition'];
  if (component === 'target-gauge')
    return attributes['variant'] === 'scorecard' ? ['locality'] : ['indicator', 'locality'];
  if (component === 'report') return ['locality'];
  return [];
}

/** Options that most people set; the others are folded away. */
export const commonOptions: ReadonlySet<string> = new Set([
  'indicator',
  'locality',
  'year',
  'variant',
  'model',
  'cycle',
  'fund',
  'view',
  'recognition',
  'size',
  'kind',
  'place',
  'open',
]);
