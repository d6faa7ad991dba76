import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doors } from '../embed/registry.js';
import { configuratorVi } from '../src/i18n/vi/configurator.js';
import { optionOf, readDoors } from './embed-options.mjs';

const read = readDoors(readFileSync(new URL('../embed/registry.ts', import.meta.url), 'utf8'));

describe('what the configurator offers', () => {
  it('is what the loader lets through', () => {
    expect(read).toEqual(new Map([...doors].map(([tag, { attributes }]) => [tag, attributes])));
  });

  it('has a name in words, every component and every option', () => {
    const keys = new Set(Object.keys(configuratorVi));
    const shown = [...doors].filter(([tag]) => tag !== 'htsd-provider');
    const missing = shown.flatMap(([tag, { attributes }]) =>
      [
        `configurator.component.${tag.replace('htsd-', '')}`,
        ...attributes.map((name) => `configurator.option.${name}`),
      ].filter((key) => !keys.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ["'light' | 'dark' | undefined", { kind: 'choice', values: ['light', 'dark'] }],
    ['Model', { kind: 'choice', values: ['family', 'clan', 'community', 'unit', 'citizen'] }],
    ['ReportKind', { kind: 'choice', values: ['year', 'midterm', 'final'] }],
    ['number | undefined', { kind: 'number' }],
    ['boolean', { kind: 'boolean' }],
    ['string | undefined', { kind: 'text' }],
    ['Unknown', { kind: 'text' }],
  ])('of the type %s is asked for in its way', (type, option) => {
    expect(optionOf('a', type)).toEqual({ name: 'a', ...option });
    if ('values' in option)
      for (const value of option.values)
        expect(Object.keys(configuratorVi)).toContain(`configurator.value.${value}`);
  });
});
