/** What the address of a frame may set is what a placeholder may set, but for what only a page may say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameComponents, knownAttributes, mayBeAsked } from '../../embed/frame/request.js';
import { readDoors } from '../../scripts/embed-options.mjs';
import type { Module } from '../../scripts/manifest-tags.mjs';
import { root } from './sources.js';

const { modules } = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
  modules: Module[];
};
const elements = modules.flatMap(({ declarations = [] }) => declarations);
const doors = readDoors(readFileSync(`${root}embed/registry.ts`, 'utf8'));

describe('the address of a frame', () => {
  it.each(frameComponents)('sets on %s what a placeholder sets', (name) => {
    const tag = `htsd-${name}`;
    const { attributes = [], members = [] } = elements.find(({ tagName }) => tagName === tag)!;
    const fields = new Set(members.map((member) => member.name));
    // Those without a property are observed by nobody.
    const observedAttributes = attributes.flatMap((one) => (fields.has(one.fieldName ?? '') ? one.name : []));
    const known = knownAttributes({ observedAttributes } as unknown as CustomElementConstructor);
    const documented = attributes.map((one) => one.name);
    expect(documented.filter((one) => known.has(one) && mayBeAsked(one)).sort()).toEqual(
      doors.get(tag)!.filter(mayBeAsked).sort(),
    );
  });
});
