import type { Choice, ComponentOptions } from './choice.types.js';
import { mayStand, originOf } from './snippet.js';
import { isPlaceCode, requiredOptions } from './suggestions.js';

/** What is to be mended before a snippet is any good, by the id of its field. */
export interface Faults {
  /** Names of options that are empty, without which nothing is shown. */
  missing: string[];
  /** Key of the sentence that says what is wrong, by the id of the field. */
  wrong: ReadonlyMap<string, string>;
  /** Names of options that were filled in, which do not get through where the snippet is pasted. */
  leftOut: string[];
}

const isYear = (value: string): boolean => /^(19|20|21)\d\d$/.test(value);

function wrongOption(
  component: string,
  { name, kind }: ComponentOptions['options'][number],
  value: string,
): string {
  if ((name === 'year' || name === 'from' || name === 'cycle') && !isYear(value)) return 'year';
  if (kind === 'number' && !/^\d{1,4}$/.test(value)) return 'number';
  // As the rules have it; a name would be looked for as a code, and not found.
  if (isPlaceCode(name, component) && !/^[A-Za-z0-9][A-Za-z0-9.@-]*$/.test(value)) return 'place';
  return '';
}

/** Looks through a choice for what cannot be meant as it stands. */
export function faultsOf(
  choice: Choice,
  { name: component, options }: ComponentOptions,
  portal: string,
): Faults {
  const { host, attributes, server, library, tokenSrc } = choice;
  const wrong = new Map<string, string>();
  for (const [id, address] of Object.entries({ server, library, portal }))
    if (address && !originOf(address)) wrong.set(id, 'address');
  // Asked for with what the person is signed in by, which no other site is told.
  if (tokenSrc && !/^\/(?![/\\])/.test(tokenSrc) && (!portal || originOf(tokenSrc) !== originOf(portal)))
    wrong.set('token-src', 'token');
  for (const option of options) {
    const value = attributes[option.name];
    const fault = value && wrongOption(component, option, value);
    if (fault) wrong.set(`option-${option.name}`, fault);
  }
  return {
    missing: requiredOptions(component, attributes).filter((name) => !attributes[name]),
    wrong,
    leftOut: host === 'image' ? [] : Object.keys(attributes).filter((name) => !mayStand(host, name)),
  };
}
