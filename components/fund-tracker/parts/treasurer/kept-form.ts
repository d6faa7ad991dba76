import { html, nothing, type TemplateResult } from 'lit';
import { readForm } from '../../../../src/client/fund/entry-form.js';
import {
  mergeForm,
  typedOver,
  withField,
  type FieldChange,
  type MergedForm,
} from '../../../../src/client/fund/merge-form.js';
import type { Desk } from './desk.js';

/**
 * A form over a record that others change, too. What was typed is kept with what stood there when it began, so that a
 * person sees what changed meanwhile, and writes over nothing that he has not seen.
 */
export class KeptForm<T extends object> {
  readonly #desk: Desk;
  readonly #name: string;
  readonly #fresh: () => T;

  /** `fresh`: the form as the record is now. */
  constructor(desk: Desk, name: string, fresh: () => T) {
    this.#desk = desk;
    this.#name = name;
    this.#fresh = fresh;
  }

  #sides(): { typed: T; began: T; now: T } {
    const now = this.#fresh();
    const kept: { began?: object } | undefined = this.#desk.view.typed[this.#name];
    // Kept by an earlier version of this page, it does not say what it began from.
    const began = readForm(now, kept?.began);
    return { typed: readForm(began, kept), began, now };
  }

  #keep(typed: T, began: T): void {
    this.#desk.type(this.#name, { ...typed, began });
  }

  get merged(): MergedForm<T> {
    const { typed, began, now } = this.#sides();
    return mergeForm(typed, began, now);
  }

  get form(): T {
    return this.merged.form;
  }

  put(change: Partial<T>): void {
    const { typed, began, now } = this.#sides();
    const { form } = mergeForm(typed, began, now);
    this.#keep(typedOver(typed, form, { ...form, ...change }), began);
  }

  /** It was sent. */
  drop(): void {
    this.#desk.type(this.#name, undefined);
  }

  /** False, and the person is led there, where he has to choose first. */
  get settled(): boolean {
    if (this.merged.clashes.length === 0) return true;
    this.#desk.host.focus('#clash');
    return false;
  }

  #choose({ path, theirs }: FieldChange, side: 'mine' | 'theirs'): void {
    const { typed, began } = this.#sides();
    this.#keep(side === 'theirs' ? withField(typed, path, theirs) : typed, withField(began, path, theirs));
    this.#desk.host.focus(this.merged.clashes.length > 0 ? '#clash' : 'form [type=submit]');
  }

  /** What others changed since he began to type. `label`: what a field is called. */
  view(label: (path: readonly string[]) => string): TemplateResult {
    const { l } = this.#desk;
    const { form, clashes, taken } = this.merged;
    const words = (value: unknown): string => {
      if (typeof value === 'boolean') return l.t(value ? 'desk.value.yes' : 'desk.value.no');
      return typeof value === 'string' && value !== '' ? value : l.t('desk.value.none');
    };
    const button = (change: FieldChange, side: 'mine' | 'theirs'): TemplateResult => {
      const name = l.t(`desk.clash.${side}`);
      return html`<button
        type="button"
        aria-label=${l.t('desk.clash.of', { act: name, field: label(change.path) })}
        @click=${() => this.#choose(change, side)}
      >
        ${name}
      </button>`;
    };
    return html`${
      clashes.length === 0
        ? nothing
        : html`<div class="notice warn" role="alert" id="clash" tabindex="-1">
            <p><strong>${l.t('desk.clash')}</strong></p>
            <ul class="rows">
              ${clashes.map(
                (change) =>
                  html`<li class="row" data-clash=${change.path.join('.')}>
                    <p class="facts">
                      <strong>${label(change.path)}</strong>
                      <span>${l.t('desk.clash.now', { value: words(change.theirs) })}</span>
                      <span>${l.t('desk.clash.here', { value: words(at(form, change.path)) })}</span>
                    </p>
                    <p class="actions">${button(change, 'mine')} ${button(change, 'theirs')}</p>
                  </li>`,
              )}
            </ul>
          </div>`
    }${
      taken.length === 0
        ? nothing
        : html`<div class="notice" role="status" data-taken>
            <p>${l.t('desk.taken')}</p>
            <ul class="plain">
              ${taken.map(
                ({ path, before, theirs }) =>
                  html`<li>
                    ${l.t('desk.taken.one', { field: label(path), before: words(before), now: words(theirs) })}
                  </li>`,
              )}
            </ul>
          </div>`
    }`;
  }
}

const at = (form: object, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], form);
