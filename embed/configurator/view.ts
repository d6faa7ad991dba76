import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Lang } from '../../src/i18n/translate.js';
import { hostKinds, type Choice, type ComponentOptions, type HostKind, type Option } from './choice.types.js';
import { originOf, type Snippet } from './snippet.js';
import { commonOptions, requiredOptions, suggestionsFor } from './suggestions.js';
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
  change: (changes: Partial<Choice>) => void;
  setPortal: (address: string) => void;
  copy: (event: Event) => void;
  reopen: () => void;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value.trim();

function field(id: string, label: string, control: TemplateResult, help = ''): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control} ${help ? html`<p class="help" id=${`${id}-help`}>${help}</p>` : nothing}
  </div>`;
}

function address(state: ViewState, id: string, value: string, set: (value: string) => void): TemplateResult {
  const { say } = state;
  const wrong = value !== '' && !originOf(value);
  const helped = id === 'server' || id === 'portal' ? say(`configurator.${id}.help`) : '';
  const notes = [wrong ? `${id}-wrong` : '', helped ? `${id}-help` : ''].filter(Boolean).join(' ');
  return html`${field(
    id,
    say(`configurator.${id}`),
    html`<input
        id=${id}
        type="url"
        inputmode="url"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${notes || nothing}
        .value=${live(value)}
        @change=${(event: Event) => set(valueOf(event))}
      />${wrong ? html`<p class="wrong" id=${`${id}-wrong`}>${say('configurator.wrong.address')}</p>` : nothing}`,
    helped,
  )}`;
}

function option(state: ViewState, { name, kind, values = [] }: Option): TemplateResult {
  const { say, choice, lang } = state;
  const id = `option-${name}`;
  const label = say(`configurator.option.${name}`);
  const value = choice.attributes[name] ?? '';
  const set = (given: string | undefined): void => {
    const { [name]: _before, ...others } = choice.attributes;
    state.change({ attributes: given === undefined ? others : { ...others, [name]: given } });
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
  return field(
    id,
    label,
    html`<input
        id=${id}
        inputmode=${kind === 'number' ? 'numeric' : nothing}
        list=${suggestions.length > 0 ? `${id}-list` : nothing}
        autocomplete="off"
        .value=${live(value)}
        @change=${changed}
      />${
        suggestions.length > 0
          ? html`<datalist id=${`${id}-list`}>
              ${suggestions.map(([one, words]) => html`<option value=${one}>${words}</option>`)}
            </datalist>`
          : nothing
      }`,
    suggestions.length > 0 ? say('configurator.place.help') : '',
  );
}

function optionsView(state: ViewState, { options, name }: ComponentOptions): TemplateResult {
  const { say, choice, change } = state;
  const server = address(state, 'server', choice.server, (given) => change({ server: given }));
  const isCommon = (one: Option): boolean => commonOptions.has(one.name);
  return html`<div class="grid">
      ${options.filter(isCommon).map((one) => option(state, one))}
      ${field(
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
      )}
      ${state.asksServer ? server : nothing}
    </div>
    <details>
      <summary>${say('configurator.options.more')}</summary>
      <div class="grid">
        ${options.filter((one) => !isCommon(one)).map((one) => option(state, one))}
        ${state.asksServer ? nothing : server}
        ${address(state, 'library', choice.library, (library) => change({ library: library.replace(/\/*$/, '/') }))}
        ${field(
          'token-src',
          say('configurator.token-src'),
          html`<input
            id="token-src"
            spellcheck="false"
            aria-describedby="token-src-help"
            .value=${live(choice.tokenSrc)}
            @change=${(event: Event) => change({ tokenSrc: valueOf(event) })}
          />`,
          say('configurator.token-src.help'),
        )}
      </div>
    </details>
    ${missing(state, name)}`;
}

function missing({ say, choice }: ViewState, name: string): TemplateResult | typeof nothing {
  const names = requiredOptions(name, choice.attributes).filter((one) => !choice.attributes[one]);
  if (names.length === 0) return nothing;
  const list = names.map((one) => say(`configurator.option.${one}`)).join(', ');
  return html`<p class="wrong" role="status">${say('configurator.missing', { names: list })}</p>`;
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

function codeView(state: ViewState): TemplateResult {
  const { say, snippet, choice, change, lang } = state;
  const { parts, policy, setting } = snippet;
  const scripted = choice.host === 'page' || choice.host === 'moodle' || choice.host === 'office';
  return html`${
      choice.host === 'image'
        ? field(
            'province',
            say('configurator.province'),
            html`<input
                id="province"
                list="province-list"
                .value=${live(choice.province)}
                @change=${(event: Event) => change({ province: valueOf(event) })}
              />
              <datalist id="province-list">
                ${suggestionsFor('province', '', lang).map(([one, words]) => html`<option value=${one}>${words}</option>`)}
              </datalist>`,
          )
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
    ${parts.length === 0 ? html`<p class="wrong">${say('configurator.no-picture')}</p>` : nothing}
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
export function formView(state: ViewState): TemplateResult {
  const { say, components, choice, change } = state;
  const chosen = components.find(({ name }) => name === choice.component);
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
    </details>
  </form>`;
}
