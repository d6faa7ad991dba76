/**
 * React, Vue, Svelte and Angular hand over what custom elements need: attributes, properties with objects in them, events of our
 * names. The scenarios are those of custom-elements-everywhere.com, on an element of ours.
 */
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { describe, it } from 'vitest';
import { expect, useStage, visit } from './support.js';

const stage = useStage();

/** A program in each framework: the form with an attribute and a boolean, the badge check with an object, and a listener. */
const programs: Record<string, { code: string; loader?: 'jsx' | 'ts' }> = {
  react: {
    loader: 'jsx',
    code: `import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
function App() {
  const [model, setModel] = useState('unit');
  const [heard, setHeard] = useState('');
  return <>
    <htsd-provider backend={globalThis.backend}>
      <htsd-assessment-form model={model} subject-name="Trường Sen Hồ" subjectName="Trường Sen Hồ" onhtsd-error={(event) => setHeard(event.type)} />
      <htsd-badge-check from-address={true} />
    </htsd-provider>
    <htsd-target-gauge variant="scorecard" list={globalThis.list} />
    <button onClick={() => setModel('family')}>Đổi</button><output>{heard}</output></>;
}
createRoot(document.querySelector('#app')).render(<App />);`,
  },
  vue: {
    code: `import { createApp, h, ref } from 'vue/dist/vue.runtime.esm-bundler.js';
const App = { setup() {
  const model = ref('unit'); const heard = ref('');
  return () => [
    h('htsd-provider', { backend: globalThis.backend }, [
      h('htsd-assessment-form', { model: model.value, 'subject-name': 'Trường Sen Hồ', 'onHtsd-error': (event) => (heard.value = event.type) }),
      h('htsd-badge-check', { 'from-address': '' })]),
    h('htsd-target-gauge', { variant: 'scorecard', list: globalThis.list }),
    h('button', { onClick: () => (model.value = 'family') }, 'Đổi'), h('output', heard.value)];
} };
createApp(App).mount('#app');`,
  },
  svelte: {
    code: `import { mount } from 'svelte'; import App from './app.svelte'; mount(App, { target: document.querySelector('#app') });`,
  },
  // Compiled in the page, without zones: neither Angular's own compiler for builds nor zone.js is needed.
  angular: {
    loader: 'ts',
    code: `import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
@Component({ selector: '#app', schemas: [CUSTOM_ELEMENTS_SCHEMA], template: \`
  <htsd-provider [backend]="backend">
    <htsd-assessment-form [model]="model()" subject-name="Trường Sen Hồ" (htsd-error)="heard.set($event.type)"></htsd-assessment-form>
    <htsd-badge-check from-address></htsd-badge-check>
  </htsd-provider>
  <htsd-target-gauge variant="scorecard" [list]="list"></htsd-target-gauge>
  <button (click)="model.set('family')">Đổi</button><output>{{ heard() }}</output>\` })
class App { backend = globalThis.backend; list = globalThis.list; model = signal('unit'); heard = signal(''); }
bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });`,
  },
};
const component = `<script>let model = $state('unit'); let heard = $state('');</script>
<htsd-provider backend={globalThis.backend}>
  <htsd-assessment-form {model} subject-name="Trường Sen Hồ" onhtsd-error={(event) => (heard = event.type)}></htsd-assessment-form>
  <htsd-badge-check from-address={true}></htsd-badge-check>
</htsd-provider>
<htsd-target-gauge variant="scorecard" list={globalThis.list}></htsd-target-gauge>
<button onclick={() => (model = 'family')}>Đổi</button><output>{heard}</output>`;

async function bundle({ code, loader }: { code: string; loader?: 'jsx' | 'ts' }): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: loader ?? 'js', resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, format: 'esm', conditions: ['browser', 'production'] },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    define: {
      'process.env.NODE_ENV': '"production"',
      ngDevMode: 'false',
      ...{
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
    },
    plugins: [
      {
        name: 'svelte',
        setup(builder) {
          builder.onResolve({ filter: /app\.svelte$/ }, () => ({ path: 'app.svelte', namespace: 'svelte' }));
          builder.onLoad({ filter: /.*/, namespace: 'svelte' }, () => ({
            contents: compile(component, { generate: 'client' }).js.code,
            resolveDir: import.meta.dirname,
          }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}

/** What the program hands over: a back end that refuses all, and a list of gauges. */
const given = `
import { HtsdError } from '/htsd/lib/backend.js';
// Frameworks ask an element which properties it has when they first meet it: it has to be registered by then.
import '/htsd/provider.js';
import '/htsd/assessment-form.js';
import '/htsd/badge-check.js';
import '/htsd/target-gauge.js';
const refuse = () => Promise.reject(new HtsdError('forbidden'));
globalThis.backend = { name: 'given', capabilities: {}, session: refuse, query: refuse, execute: refuse };
globalThis.list = [];
await import('/program.js');`;

describe('a program in', () => {
  it.each(Object.keys(programs))(
    '%s sets attributes and properties, hears events, and changes what it set',
    async (name) => {
      const person = await stage.person();
      const script = await bundle(programs[name]!);
      const answers: Record<string, [string, string]> = {
        'program.html': [
          'text/html',
          '<!doctype html><html lang="vi"><meta charset="utf-8"><title>P</title><link rel="icon" href="/crest.svg"><div id="app"></div><script type="module" src="/given.js"></script></html>',
        ],
        'given.js': ['text/javascript', given],
        'program.js': ['text/javascript', script],
      };
      for (const [path, [contentType, body]] of Object.entries(answers))
        await person.route(`${stage.url}${path}`, (route) => route.fulfill({ contentType, body }));
      const { page, complaints } = await visit(person, `${stage.url}program.html`);
      const form = page.locator('htsd-assessment-form');
      await form.evaluate((element) =>
        element.dispatchEvent(new Event('htsd-error', { bubbles: true, composed: true })),
      );
      await page.locator('output', { hasText: 'htsd-error' }).waitFor();
      const isGiven = (tag: string, property: string, name: string): Promise<boolean> =>
        page
          .locator(tag)
          .evaluate(
            (element, [key, global]) => (element as never)[key!] === (globalThis as never)[global!],
            [property, name],
          );
      expect(await isGiven('htsd-provider', 'backend', 'backend')).toBe(true);
      expect(await isGiven('htsd-target-gauge', 'list', 'list')).toBe(true);
      const read = (property: string): Promise<unknown> =>
        form.evaluate((element, key) => (element as unknown as Record<string, unknown>)[key], property);
      expect([await read('model'), await read('subjectName')]).toEqual(['unit', 'Trường Sen Hồ']);
      expect(
        await page.locator('htsd-badge-check').evaluate((element) => (element as never)['fromAddress']),
      ).toBe(true);
      await page.getByRole('button', { name: 'Đổi' }).click();
      await expect.poll(() => read('model'), { timeout: 60_000 }).toBe('family');
      expect(complaints).toEqual([]);
    },
  );
});
