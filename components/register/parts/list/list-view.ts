import { html, nothing, type TemplateResult } from 'lit';
import { rowStates } from '../../../../src/domain/area/register-order.js';
import type { RegisterFilter, RegisterView } from '../../../../src/client/register/register.types.js';
import type { Model } from '../../../../src/domain/text.schema.js';
import { formatDateTime } from '../../../../src/i18n/translate.js';
import { problemText } from '../../../base/problem-text.js';
import type { RegisterHost } from '../../register-host.js';

const models: readonly Model[] = ['family', 'clan', 'community', 'unit', 'citizen'];

/** What the person can do with the list. */
export interface ListActs {
  choose: (change: Partial<RegisterFilter>) => void;
  open: (what: 'register' | 'submit' | 'verify' | 'propose' | 'import' | 'places' | 'xlsx' | 'csv') => void;
  retry: () => void;
  exporting: boolean;
  cycles: readonly string[];
  /** The picker of places, where the page has one. */
  picker: TemplateResult | typeof nothing;
}

function choice<T extends string>(
  name: string,
  label: string,
  value: T | undefined,
  options: readonly (readonly [T | '', string])[],
  change: (value: T | undefined) => void,
): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span
    ><select
      data-d=${name}
      @change=${(event: Event) => change(((event.target as HTMLSelectElement).value || undefined) as T | undefined)}
    >
      ${options.map(
        ([key, words]) => html`<option value=${key} .selected=${key === (value ?? '')}>${words}</option>`,
      )}
    </select></label
  >`;
}

/** Words, year, model, state. */
export function filtersView({ l }: RegisterHost, { filter }: RegisterView, acts: ListActs): TemplateResult {
  const { choose, cycles, picker } = acts;
  const all = ['', l.t('register.all')] as const;
  return html`<fieldset class="filters" part="filters" aria-label=${l.t('register.filters')}>
    <label class="field search"
      ><span>${l.t('register.search')}</span
      ><input
        type="search"
        data-d="search"
        autocomplete="off"
        maxlength="200"
        .value=${filter.text}
        @input=${(event: Event) => choose({ text: (event.target as HTMLInputElement).value })}
    /></label>
    ${choice(
      'cycle',
      l.t('register.filter.cycle'),
      filter.cycle,
      cycles.map((year) => [year, year] as const),
      (cycle) => choose({ cycle: cycle ?? filter.cycle }),
    )}
    ${choice(
      'model',
      l.t('register.model'),
      filter.model,
      [all, ...models.map((one) => [one, l.t(`register.model.${one}`)] as const)],
      (model) => choose({ model }),
    )}
    ${choice(
      'state',
      l.t('register.state'),
      filter.state,
      [all, ...rowStates.map((one) => [one, l.t(`register.state.${one}`)] as const)],
      (state) => choose({ state }),
    )}
    ${picker}
  </fieldset>`;
}

/** How many there are, and what can be done with the whole list. */
export function barView(
  { l, session, selection, list }: RegisterHost,
  view: RegisterView,
  acts: ListActs,
): TemplateResult {
  const { rows, complete, busy, before, more } = view;
  const { may } = session;
  const n = rows.length;
  const count =
    n === 0 && busy
      ? l.t('register.loading')
      : l.t(complete || !(busy || more) ? 'register.count' : 'register.count.more', { n });
  return html`<div class="bar">
      <p class="count">
        <span role="status" id="count">${n === 0 && !busy ? nothing : count}</span>
        ${
          before > 0 || more
            ? html`<span class="hint"
                >${l.t('register.count.range', { from: before + 1, to: before + n })}</span
              >`
            : nothing
        }
      </p>
      <div class="actions">
        ${may.import ? html`<button type="button" data-do="import" @click=${() => acts.open('import')}>${l.t('register.import')}</button>` : nothing}
        ${may.places ? html`<button type="button" data-do="places" @click=${() => acts.open('places')}>${l.t('register.places')}</button>` : nothing}
        <button type="button" data-do="xlsx" ?disabled=${acts.exporting} @click=${() => acts.open('xlsx')}>
          ${l.t(acts.exporting ? 'register.exporting' : 'register.export.xlsx')}
        </button>
        <button type="button" data-do="csv" ?disabled=${acts.exporting} @click=${() => acts.open('csv')}>
          ${l.t('register.export.csv')}
        </button>
      </div>
    </div>
    <div
      class="bar picked ${selection.size > 0 ? 'some' : ''}"
      part="selection"
      role="group"
      aria-label=${l.t('register.do')}
    >
      <p class="count">
        <span role="status" id="picked"
          >${selection.size > 0 ? l.t('register.selected', { n: selection.size }) : nothing}</span
        >
        ${
          n > 0
            ? html`<button
                type="button"
                class="quiet"
                data-do="all"
                @click=${() => {
                  selection.all(list.getState().rows);
                  acts.choose({});
                }}
              >
                ${l.t('register.select.all', { n })}
              </button>`
            : nothing
        }
        ${
          selection.size > 0
            ? html`<button
                type="button"
                class="quiet"
                data-do="none"
                @click=${() => {
                  selection.clear();
                  acts.choose({});
                }}
              >
                ${l.t('register.select.none')}
              </button>`
            : nothing
        }
      </p>
      ${
        selection.size > 0
          ? html`<div class="actions">
              ${(['register', 'submit', 'verify'] as const)
                .filter((kind) => may[kind])
                .map(
                  (kind) =>
                    html`<button type="button" data-do=${kind} @click=${() => acts.open(kind)}>
                      ${l.t(`register.do.${kind}`)}
                    </button>`,
                )}
              <button type="button" data-do="propose" @click=${() => acts.open('propose')}>
                ${l.t('register.do.propose')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
}

/** Why the list is old, or empty; and the way on. */
export function noticeView(
  { l, session }: RegisterHost,
  view: RegisterView,
  { retry }: ListActs,
): TemplateResult | typeof nothing {
  const { problem, rows, busy, filter, keptAt } = view;
  const again = html`<p class="actions">
    <button type="button" @click=${retry}>${l.t('register.retry')}</button>
  </p>`;
  if (keptAt !== undefined && rows.length > 0 && (!problem || problem.code === 'offline'))
    return html`<div class="notice warn" role="status">
      <p>${l.t('register.kept', { time: formatDateTime(keptAt) })}</p>
      ${again}
    </div>`;
  if (problem) {
    const offline = problem.code === 'offline';
    if (rows.length > 0)
      return html`<div class="notice warn" role="status">
        <p>
          ${offline ? l.t('register.offline.kept') : `${l.t('register.error.kept')} ${problemText(problem, l)}`}
        </p>
        ${again}
      </div>`;
    return html`<div class="notice ${offline ? 'warn' : 'bad'}" role="alert">
      <h3>${l.t(offline ? 'register.offline' : 'register.error')}</h3>
      <p>${offline ? l.t('register.offline.hint') : problemText(problem, l)}</p>
      ${again}
    </div>`;
  }
  if (busy || rows.length > 0) return nothing;
  const whole = filter.text.trim() === '' && !filter.model && !filter.state;
  const key = whole ? 'register.empty.all' : 'register.empty';
  return html`<div class="notice">
    <h3>${l.t(key, { year: filter.cycle })}</h3>
    ${whole && session.may.places ? html`<p>${l.t('register.empty.places')}</p>` : nothing}
    <p>${l.t(`${key}.hint`)}</p>
  </div>`;
}

/** Turning pages, where the register is longer than memory. */
export function pagerView(
  { l, list }: Pick<RegisterHost, 'l' | 'list'>,
  { before, more, busy }: RegisterView,
): TemplateResult | typeof nothing {
  if (before === 0 && !more) return nothing;
  const turn = (to: 'next' | 'previous' | 'first', off: boolean): TemplateResult =>
    html`<button type="button" data-do=${to} ?disabled=${busy || off} @click=${() => list.turn(to)}>
      ${l.t(`register.page.${to}`)}
    </button>`;
  return html`<div class="actions">
    ${turn('next', !more)} ${turn('previous', before === 0)} ${turn('first', before === 0)}
  </div>`;
}
