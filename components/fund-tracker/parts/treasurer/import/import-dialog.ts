import { html, nothing, type TemplateResult } from 'lit';
import type { ImportPlan } from '../../../../../src/domain/fund/import/import.types.js';
import { problemText } from '../../../../base/problem-text.js';
import { rejectionText } from '../../../../base/rejection-text.js';
import type { Desk, DeskDialog } from '../desk.js';
import { tickField } from '../../../../base/fields.js';
import { troubleView } from '../trouble-view.js';
import { ImportDesk } from './import-desk.js';
import { LinesView } from './lines-view.js';
import { readingView } from './reading-view.js';
import { importTexts } from './texts.js';

/** Refusals that are named one by one. */
const namedRefusals = 50;

/** Opens the import of a year. */
export function openImport(desk: Desk): void {
  for (const texts of importTexts) desk.l.add(texts);
  desk.show(new ImportDialog(desk));
}

/** A file, how it is understood, what is doubtful in it; then all of it into the ledger, or nothing. */
class ImportDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #work: ImportDesk;
  readonly #lines: LinesView;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#work = new ImportDesk(desk);
    this.#lines = new LinesView(desk);
  }

  closed(): void {
    this.#work.stop();
  }

  render(): TemplateResult {
    const { l } = this.#desk;
    const { phase } = this.#work;
    // While lines are looked at again they stay, so that nobody loses his place.
    const plan = phase === 'preview' || phase === 'planning' ? this.#work.plan : undefined;
    const resting = phase === 'choose' || plan !== undefined;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#work.record();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title" tabindex="-1">${l.t('import.title')}</h2>
      ${resting ? this.#chooser() : this.#progress()} ${this.#trouble()}
      ${plan ? this.#preview(plan) : nothing}
      <div class="actions end">
        ${
          resting
            ? html`<button type="button" @click=${() => this.#desk.close()}>${l.t('desk.close')}</button>`
            : nothing
        }
        ${
          plan
            ? html`<button type="submit" class="primary" ?disabled=${!this.#work.ready}>
                ${l.t('import.go', { n: plan.totals.count })}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #chooser(): TemplateResult {
    const { l } = this.#desk;
    const { name, file } = this.#work;
    const chosen = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const [first] = input.files ?? [];
      input.value = '';
      if (first) void this.#work.choose(first);
    };
    return html`${file ? nothing : html`<p class="hint">${l.t('import.hint')}</p>`}
      <div class="actions">
        <label class="file"
          ><input
            type="file"
            class="visually-hidden"
            data-d="import-file"
            accept=".xlsx,.xlsm,.csv,.txt,.tsv"
            @change=${chosen}
          /><span>${l.t(name === '' ? 'import.choose' : 'import.choose.other')}</span></label
        >
        ${name === '' ? nothing : html`<span>${l.t('import.file', { name })}</span>`}
      </div>
      ${file?.notes.map(({ code, params }) => html`<p class="notice warn">${l.t(`sheet.note.${code}`, params)}</p>`) ?? nothing}`;
  }

  #progress(): TemplateResult {
    const { l } = this.#desk;
    const { phase, share, stoppable } = this.#work;
    const percent = Math.floor(share * 100);
    const text =
      phase === 'reading'
        ? l.t('import.reading')
        : phase === 'planning'
          ? l.t('import.planning')
          : share < 1
            ? l.t('import.writing', { percent })
            : l.t('import.writing.last');
    return html`<p id="import-doing" role="status">${text}</p>
      <progress max="100" .value=${percent} aria-label=${l.t('import.progress')}></progress>
      <div class="actions">
        <button type="button" data-do="stop" ?disabled=${!stoppable} @click=${() => this.#work.stop()}>
          ${l.t('import.cancel')}
        </button>
      </div>`;
  }

  /** Why nothing goes on, or what was done. */
  #trouble(): TemplateResult {
    const { l } = this.#desk;
    const { trouble, refused, note } = this.#work;
    const why = !trouble
      ? undefined
      : 'retryable' in trouble
        ? problemText(trouble, l)
        : l.t(`sheet.problem.${trouble.code}`, trouble.params);
    return html`${why === undefined ? nothing : html`<p class="notice bad" role="alert">${why}</p>`}
    ${note === undefined ? nothing : html`<p class="notice warn" role="alert" data-note>${l.t(note)}</p>`}
    ${
      refused.length === 0
        ? troubleView(this.#desk)
        : html`<div class="notice bad" role="alert">
            <p><strong>${l.t('import.refused')}</strong></p>
            <ul class="plain">
              ${refused
                .slice(0, namedRefusals)
                .map(
                  ({ line, rejection }) =>
                    html`<li>
                      ${l.t('import.refused.line', { line, reason: rejectionText(rejection, l) })}
                    </li>`,
                )}
            </ul>
          </div>`
    }`;
  }

  #preview(plan: ImportPlan): TemplateResult {
    const work = this.#work;
    const { l } = this.#desk;
    const number = (state: string): string =>
      l.number(plan.lines.filter((line) => line.state === state).length);
    const again = plan.lines.some(({ problems }) =>
      problems.some(({ key }) => key === 'import.line.in-ledger' || key === 'import.line.in-waiting'),
    );
    return html`${readingView(work, plan)}
      <section
        class="group"
        aria-labelledby="import-preview"
        aria-busy=${work.phase === 'planning' ? 'true' : 'false'}
      >
        <h3 id="import-preview" tabindex="-1">${l.t('import.preview')}</h3>
        ${plan.problems.map(
          ({ key, severity, params }) =>
            html`<p class="notice ${severity === 'stop' ? 'bad' : 'warn'}">
              ${l.t(key, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? l.number(value) : value])))}
            </p>`,
        )}
        <p role="status" data-counts>
          ${l.t('import.counts', {
            all: l.number(plan.lines.length),
            ready: number('ready'),
            look: number('look'),
            stop: number('stop'),
          })}
        </p>
        ${this.#sums(plan)} ${this.#lines.render(plan)}
        ${
          again || work.choices.again
            ? tickField({
                name: 'import-again',
                label: l.t('import.again'),
                value: work.choices.again ?? false,
                input: (value) => void work.choice({ again: value }),
              })
            : nothing
        }
        ${
          work.stopped > 0 && plan.totals.count > 0
            ? tickField({
                name: 'import-leave-out',
                label: l.t('import.leave-out', { n: l.number(work.stopped) }),
                value: work.leaveOut,
                input: (value) => {
                  work.leaveOut = value;
                  this.#desk.host.changed();
                },
              })
            : nothing
        }
      </section>`;
  }

  #sums({ totals, before, after }: ImportPlan): TemplateResult {
    const { l, money } = this.#desk;
    const item = (name: string, value: string): TemplateResult =>
      html`<div>
        <dt>${l.t(`import.sum.${name}`)}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<dl class="balances">
      ${item('before', money(before.cash + before.bank))} ${item('receipts', money(totals.receipts))}
      ${item('payments', money(totals.payments))} ${item('after', money(after.cash + after.bank))}
      ${totals.moves > 0 ? item('moves', money(totals.moves)) : nothing}
      ${
        totals.goodsIn + totals.goodsOut > 0
          ? item('goods', `${money(totals.goodsIn)} / ${money(totals.goodsOut)}`)
          : nothing
      }
    </dl>`;
  }
}
