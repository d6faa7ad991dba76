/** Programs in React, Vue and Svelte know what may be set on our elements and what they say; a mistake does not compile. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { eventClasses, frameworkTypes } from '../../scripts/framework-types.mjs';
import type { Module } from '../../scripts/manifest-tags.mjs';
import { complaintsOfTypes } from './check-types.js';
import { readSources, root } from './sources.js';

const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
  modules: Module[];
};
const made = frameworkTypes(manifest, eventClasses(readSources(['components'], /(?<!\.test)\.ts$/)));

/** Each `@ts-expect-error` is a mistake that has to be found; the compiler complains where it finds none. */
const react = `import type { Elements } from 'htsd/react';
import { useRef } from 'react';
export function App() {
  const gauge = useRef<Elements['htsd-target-gauge']>(null);
  return <htsd-provider adapter="http" base-url="https://htsd.example.vn" tenant="mau">
    <htsd-target-gauge ref={gauge} key="a" className="wide" variant="scorecard" year="2025" list={[]}
      onClick={() => gauge.current?.retry()} onhtsd-error={(event) => event.error} />
    <htsd-target-gauge class="wide" year={2025} onhtsd-open-part={({ locality, currentTarget }) => [locality, currentTarget.list]} />
    <htsd-badge-check from-address max-status-age="3" maxStatusAge={3} />
    <htsd-assessment-form subject-name="Trường Sen Hồ" retention={5} />
    {/* @ts-expect-error no such variant */}
    <htsd-target-gauge variant="pie" />
    {/* @ts-expect-error no such property */}
    <htsd-target-gauge lists={[]} />
    {/* @ts-expect-error no number */}
    <htsd-target-gauge year="this year" />
    {/* @ts-expect-error the event knows nothing of that */}
    <htsd-target-gauge onhtsd-error={(event) => event.locality} />
    {/* @ts-expect-error yes or no */}
    <htsd-badge-check from-address={3} />
    {/* @ts-expect-error no such element */}
    <htsd-target-gouge />
  </htsd-provider>;
}`;

const vue = `/** @jsxImportSource vue */
import type { VueElements } from 'htsd/vue';
import type { GlobalComponents } from 'vue';
type Gauge = InstanceType<GlobalComponents['htsd-target-gauge']>;
export const right: Gauge['$props'] = { variant: 'scorecard', year: '2025', list: [], class: ['wide'], key: 'a' };
export const told = (gauge: Gauge) => gauge.$emit('htsd-open-part', {} as never);
// @ts-expect-error no such variant
export const wrong: Gauge['$props'] = { variant: 'pie' };
// @ts-expect-error no such property
export const unknown: Gauge['$props'] = { lists: [] };
// @ts-expect-error no such event
export const untold = (gauge: InstanceType<VueElements['htsd-provider']>) => gauge.$emit('htsd-open-part', {} as never);
export const App = () => <htsd-provider tenant="mau">
  <htsd-target-gauge year={2025} onHtsd-open-part={({ locality }) => locality} />
  {/* @ts-expect-error no such variant */}
  <htsd-target-gauge variant="pie" />
  {/* @ts-expect-error no such property */}
  <htsd-target-gauge lists={[]} />
  {/* @ts-expect-error the event knows nothing of that */}
  <htsd-target-gauge onHtsd-error={(event) => event.locality} />
</htsd-provider>;`;

const svelte = `import type {} from 'htsd/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
type Gauge = SvelteHTMLElements['htsd-target-gauge'];
export const right: Gauge = {
  ...{ variant: 'scorecard', year: '2025', list: [], class: 'wide', onclick: () => undefined },
  'onhtsd-error': ({ error, currentTarget }) => [error, currentTarget.list],
  'on:htsd-open-part': ({ locality }) => locality,
};
// @ts-expect-error no such variant
export const wrong: Gauge = { variant: 'pie' };
// @ts-expect-error no such property
export const unknown: Gauge = { lists: [] };
// @ts-expect-error the event knows nothing of that
export const unheard: Gauge = { 'onhtsd-error': (event) => event.locality };`;

describe('the types for frameworks', () => {
  it('are those of the manifest as it is', () => {
    const folder = `${root}dist/types/frameworks/`;
    expect(readdirSync(folder).sort()).toEqual(Object.keys(made).sort());
    for (const [name, text] of Object.entries(made))
      expect(readFileSync(folder + name, 'utf8') === text, `${name}: run "npm run docs"`).toBe(true);
  });

  it('know every element with all that may be set on it, and all that it says', () => {
    const elements = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter((one) => one.tagName);
    expect(elements.length).toBeGreaterThan(10);
    const [settings = '', events = ''] = made['elements.d.ts']!.split('export interface ').slice(2);
    for (const { tagName, attributes = [], members = [], events: said = [] } of elements) {
      const of = (text: string): string => text.split(`  '${tagName}': {\n`)[1]?.split('\n  };')[0] ?? '';
      const fields = members.filter(({ kind, static: fixed }) => kind === 'field' && !fixed);
      const names = (text: string): string[] =>
        [...of(text).matchAll(/^ {4}'?([\w-]+)'?\??:/gm)].map(([, name = '']) => name);
      expect(names(settings)).toEqual(
        expect.arrayContaining([...attributes, ...fields].map(({ name }) => name)),
      );
      expect(names(events).sort()).toEqual(said.map(({ name }) => name).sort());
    }
  });

  it('find mistakes in programs, and none where there is none', () => {
    const jsx = { jsx: ts.JsxEmit.Preserve, jsxImportSource: 'react' };
    const files = { 'react-program.tsx': react, 'vue-program.tsx': vue, 'svelte-program.mts': svelte };
    expect(complaintsOfTypes(files, jsx)).toEqual([]);
  });

  it('stop where an element says something that has no class', () => {
    expect(() => frameworkTypes(manifest, new Map())).toThrow(/No class is called "htsd-/);
  });
});
