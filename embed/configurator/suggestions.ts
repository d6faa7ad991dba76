import { provinces } from '../../src/presets/provinces.js';
import { indicators } from '../../src/presets/targets/indicators.js';
import type { Lang } from '../../src/i18n/translate.js';

/** Value and what a person calls it. */
export type Suggestion = readonly [value: string, label: string];

/** What is offered for options whose values are data: places and targets. Others may be written, too. */
export function suggestionsFor(name: string, component: string, lang: Lang): readonly Suggestion[] {
  const text = ({ vi, en }: { vi: string; en?: string | undefined }): string =>
    lang === 'en' ? (en ?? vi) : vi;
  if (name === 'indicator') return indicators.map(({ id, label }) => [id, text(label)]);
  // Elsewhere a place is the name of a unit's place as it is printed.
  const isCode = name === 'locality' || name === 'province' || (name === 'place' && component === 'register');
  return isCode ? provinces.localities.map(({ code, name: label }) => [code, text(label)]) : [];
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
