import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Lang } from '../../src/i18n/translate.js';
import { hostKinds, type Choice, type ComponentOptions, type HostKind, type Option } from './choice.types.js';
import { writesIn } from '../frame/request.js';
import { faultsOf, type Faults } from './faults.js';
import { mayStand, type Snippet } from './snippet.js';
import { commonOptions, suggestionsFor, valueOfName } from './suggestions.js';
import type { Say } from './words.js';

/** What the page shows, and what it does when something is changed. */
export interface ViewState {
  say: Say;
  lang: Lang;
  components: readonly ComponentOptions[];
  choice: Choice;
  snippet: Snippet;
  portal: string;
  /** The page knows no server of its own. */
  asksServer: boolean;
  /** What was said last about a copied or reopened snippet. */
  told: string;
  /** Why nothing was opened again. */
  notOpened: string;
  change: (changes: Partial<Choice>) => void;
  setPortal: (address: string) => void;
  copy: (event: Event) => void;
  reopen: () => void;
}

type InnerState = ViewState & { faults: Faults };

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value.trim();

function field(id: string, label: string, control: TemplateResult, help = ''): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control} ${help ? html`<p class="help" id=${`${id}-help`}>${help}</p>` : nothing}
  </div>`;
}

/** Id of the field in which somebody is writing: what it holds is his until he leaves it. */
let typing = '';

interface Written {
  label: string;
  value: string;
  help?: string;
  type?: 'text' | 'url';
  numeric?: boolean;
  suggestions?: ReturnType<typeof suggestionsFor>;
  set: (value: string) => void;
}

/**
 * A field to write in. What it says counts with every letter: were it read when the field is left, the page would move under
 * the button that is being pressed, and the press would be lost.
 */
function written({ say, faults }: InnerState, id: string, about: Written): TemplateResult {
  const { label, value, help = '', type = 'text', numeric, suggestions = [], set } = about;
  const wrong = faults.wrong.get(id);
  const notes = [wrong ? `${id}-wrong` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  return field(
    id,
    label,
    html`<input
        id=${id}
        type=${type}
        inputmode=${numeric ? 'numeric' : nothing}
        list=${suggestions.length > 0 ? `${id}-list` : nothing}
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${notes || nothing}
        .value=${live(typing === id ? noChange : value)}
        @input=${(event: Event) => {
          typing = id;
          set(valueOf(event));
        }}
        @change=${(event: Event) => {
          typing = '';
          set(valueOfName(valueOf(event), suggestions));
        }}
        @blur=${() => {
          // Without a change, where he wrote what was there before.
          typing = '';
        }}
      />${
        suggestions.length > 0
          ? html`<datalist id=${`${id}-list`}>
              ${suggestions.map(([one, words]) => html`<option value=${one}>${words}</option>`)}
            </datalist>`
          : nothing
      }${wrong ? html`<p class="wrong" id=${`${id}-wrong`}>${say(`configurator.wrong.${wrong}`)}</p>` : nothing}`,
    help,
  );
}

function address(
  state: InnerState,
  id: 'server' | 'library' | 'portal',
  value: string,
  set: (value: string) => void,
): TemplateResult {
  const { say } = state;
  const help = id === 'library' ? '' : say(`configurator.${id}.help`);
  return written(state, id, { label: say(`configurator.${id}`), value, help, type: 'url', set });
}

function option(state: InnerState, { name, kind, values = [] }: Option): TemplateResult {
  const { say, choice, lang } = state;
  const id = `option-${name}`;
  const label = say(`configurator.option.${name}`);
  const value = choice.attributes[name] ?? '';
  const set = (given: string | undefined): void => {
    const { [name]: _before, ...others } = choice.attributes;
    state.change({ attributes: given === undefined ? others : { ...choice.attributes, [name]: given } });
  };
  const changed = (event: Event): void => set(valueOf(event) || undefined);
  if (kind === 'boolean')
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${live(name in choice.attributes)}
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? '' : undefined)}
      />
      ${label}
    </label>`;
  const suggestions = suggestionsFor(name, choice.component, lang);
  const choices =
    kind === 'choice'
      ? values.map((one) => [one, say(`configurator.value.${one}`)] as const)
      : name === 'indicator'
        ? suggestions
        : [];
  if (choices.length > 0) {
    // What a snippet says that is opened again is kept, also where it is none of ours.
    const known = value === '' || choices.some(([one]) => one === value);
    const all = known ? choices : [...choices, [value, value] as const];
    return field(
      id,
      label,
      html`<select id=${id} @change=${changed}>
        <option value="" ?selected=${value === ''}>${say('configurator.unset')}</option>
        ${all.map(([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}
      </select>`,
    );
  }
  return written(state, id, {
    ...{ label, value, suggestions, numeric: kind === 'number' },
    help:
      suggestions.length > 0
        ? say('configurator.place.help')
        : name === 'fund' || name === 'recognition'
          ? say(`configurator.option.${name}.help`)
          : '',
    set: (given) => set(given || undefined),
  });
}

function optionsView(state: InnerState, { options: all }: ComponentOptions): TemplateResult {
  const { say, choice, change } = state;
  const server = address(state, 'server', choice.server, (given) => change({ server: given }));
  const isCommon = (one: Option): boolean => commonOptions.has(one.name);
  // What was set before the place was chosen stays to be seen, and is said to be left out.
  const options = all.filter(({ name }) => mayStand(choice.host, name) || name in choice.attributes);
  return html`<div class="grid">
      ${options.filter(isCommon).map((one) => option(state, one))}
      ${
        choice.host === 'moodle-plugin'
          ? nothing
          : field(
              'lang',
              say('configurator.lang'),
              html`<select
                id="lang"
                @change=${(event: Event) => change({ lang: valueOf(event) === 'en' ? 'en' : 'vi' })}
              >
                ${(['vi', 'en'] as const).map(
                  (lang) =>
                    html`<option value=${lang} ?selected=${lang === choice.lang}>
                      ${say(`configurator.lang.${lang}`)}
                    </option>`,
                )}
              </select>`,
            )
      }
      ${state.asksServer ? server : nothing}
    </div>
    <details>
      <summary>${say('configurator.options.more')}</summary>
      <div class="grid">
        ${options.filter((one) => !isCommon(one)).map((one) => option(state, one))}
        ${state.asksServer ? nothing : server}
        ${address(state, 'library', choice.library, (library) => change({ library: library.replace(/\/*$/, '/') }))}
        ${written(state, 'token-src', {
          label: say('configurator.token-src'),
          value: choice.tokenSrc,
          help: say('configurator.token-src.help'),
          set: (tokenSrc) => change({ tokenSrc }),
        })}
      </div>
    </details>
    ${missing(state)}`;
}

/** Names of fields as a person reads them. */
const called = ({ say }: ViewState, ids: readonly string[]): string =>
  ids
    .map((id) => say(id.startsWith('option-') ? `configurator.option.${id.slice(7)}` : `configurator.${id}`))
    .join(', ');
const optionIds = (names: readonly string[]): string[] => names.map((name) => `option-${name}`);

function missing(state: InnerState): TemplateResult | typeof nothing {
  const names = called(state, optionIds(state.faults.missing));
  return names
    ? html`<p class="wrong" role="status">${state.say('configurator.missing', { names })}</p>`
    : nothing;
}

/** What hinders the code from doing what it is for, where it is copied. */
function hindrances(state: InnerState): TemplateResult[] {
  const { say, faults, choice } = state;
  const { host, component, attributes, server, tokenSrc } = choice;
  // The code says nothing of the portal.
  const wrong = [...faults.wrong.keys()].filter((id) => id !== 'portal');
  const amend = called(state, [...optionIds(faults.missing), ...wrong]);
  const leftOut = called(state, optionIds(faults.leftOut));
  const signsIn = server && writesIn(component, attributes['view']);
  return [
    amend && say('configurator.amend', { names: amend }),
    leftOut && say('configurator.left-out', { names: leftOut }),
    signsIn && host === 'portal' && say('configurator.visitors'),
    signsIn &&
      host !== 'portal' &&
      host !== 'moodle-plugin' &&
      host !== 'image' &&
      !tokenSrc &&
      say('configurator.sign-in', { field: say('configurator.token-src') }),
  ].flatMap((words) => (words ? [html`<p class="wrong">${words}</p>`] : []));
}

function hostView({ say, choice, change }: ViewState, host: HostKind): TemplateResult {
  return html`<label class="host">
    <input
      type="radio"
      name="host"
      value=${host}
      .checked=${live(host === choice.host)}
      @change=${() => change({ host })}
    />
    <span
      ><b>${say(`configurator.host.${host}`)}</b>
      <span class="help">${say(`configurator.host.${host}.about`)}</span></span
    >
  </label>`;
}

function codeView(state: InnerState): TemplateResult {
  const { say, snippet, choice, change, lang } = state;
  const { parts, policy, setting } = snippet;
  const scripted = choice.host === 'page' || choice.host === 'moodle' || choice.host === 'office';
  return html`${
      choice.host === 'image'
        ? written(state, 'province', {
            label: say('configurator.province'),
            value: choice.province,
            suggestions: suggestionsFor('province', '', lang),
            set: (province) => change({ province }),
          })
        : nothing
    }
    ${address(state, 'portal', state.portal, (portal) => state.setPortal(portal))}
    ${
      scripted
        ? html`<label class="check">
              <input
                type="checkbox"
                aria-describedby="pinned-help"
                .checked=${live(choice.pinned)}
                @change=${(event: Event) => change({ pinned: (event.target as HTMLInputElement).checked })}
              />
              ${say('configurator.pinned')}
            </label>
            <p class="help" id="pinned-help">${say('configurator.pinned.help')}</p>`
        : nothing
    }
    ${parts.length === 0 ? html`<p class="wrong">${say('configurator.no-picture')}</p>` : hindrances(state)}
    ${parts.map(
      ({ key, code }, index) =>
        html`<div class="part">
          <h3 id=${`part-${index}`}>${say(`configurator.part.${key}`)}</h3>
          <pre tabindex="0" role="region" aria-labelledby=${`part-${index}`}><code>${code}</code></pre>
          <button type="button" class=${index === parts.length - 1 ? 'main' : ''} @click=${state.copy}>
            ${say('configurator.copy')}
          </button>
        </div>`,
    )}
    <p role="status" class="told">${state.told}</p>
    ${
      parts.length === 0
        ? nothing
        : html`<h3>${say('configurator.how')}</h3>
            <ol>
              <li>${say(`configurator.how.${choice.host}.1`)}</li>
              <li>${say(`configurator.how.${choice.host}.2`)}</li>
            </ol>
            ${
              policy.length > 0
                ? html`<h3>${say('configurator.policy')}</h3>
                    <pre tabindex="0"><code>${policy.join('\n')}</code></pre>`
                : html`<p class="help">${say('configurator.policy.none')}</p>`
            }
            ${
              setting
                ? html`<h3>${say('configurator.setting')}</h3>
                    <pre tabindex="0"><code>${setting}</code></pre>`
                : nothing
            }`
    }`;
}

/** The form, from the component to the code. */
export function formView(given: ViewState): TemplateResult {
  const { say, components, choice, change, portal } = given;
  const chosen = components.find(({ name }) => name === choice.component);
  const state = { ...given, faults: faultsOf(choice, chosen ?? { name: '', options: [] }, portal) };
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    <section aria-labelledby="step-component">
      <h2 id="step-component">${say('configurator.step.component')}</h2>
      <select
        aria-labelledby="step-component"
        @change=${(event: Event) => change({ component: valueOf(event), attributes: {} })}
      >
        ${components.map(
          ({ name }) =>
            html`<option value=${name} ?selected=${name === choice.component}>
              ${say(`configurator.component.${name}`)}
            </option>`,
        )}
      </select>
    </section>
    <section aria-labelledby="step-options">
      <h2 id="step-options">${say('configurator.step.options')}</h2>
      ${chosen ? optionsView(state, chosen) : nothing}
    </section>
    <fieldset>
      <legend><h2>${say('configurator.step.host')}</h2></legend>
      ${hostKinds.map((host) => hostView(state, host))}
    </fieldset>
    <section aria-labelledby="step-code">
      <h2 id="step-code">${say('configurator.step.code')}</h2>
      ${codeView(state)}
    </section>
    <details>
      <summary>${say('configurator.reopen')}</summary>
      ${field(
        'reopen',
        say('configurator.reopen.label'),
        html`<textarea id="reopen" rows="4" spellcheck="false"></textarea>`,
      )}
      <button type="button" @click=${state.reopen}>${say('configurator.reopen.go')}</button>
      <p role="status" class="wrong">${state.notOpened}</p>
    </details>
  </form>`;
}
