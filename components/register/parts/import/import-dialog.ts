import { html, nothing, type TemplateResult } from 'lit';
import type { ImportPlan, PlannedRow } from '../../../../src/domain/register-import/import.types.js';
import { problemText } from '../../../base/problem-text.js';
import { rejectionText } from '../../../base/rejection-text.js';
import { tickField } from '../../../base/fields.js';
import type { RegisterDialog, RegisterHost } from '../../register-host.js';
import { ImportDesk } from './import-desk.js';
import { readingView } from './reading-view.js';
import { RowsView } from './rows-view.js';
import { importTexts } from './texts.js';

/** Refusals that are named one by one. */
const named = 30;

/** Opens the import of a list. */
export function openImport(host: RegisterHost): void {
  for (const texts of importTexts) host.l.add(texts);
  host.show(new ImportDialog(host));
}

/** A file, how it is understood, what is doubtful in it; then all of it into the register, or nothing. */
class ImportDialog implements RegisterDialog {
  readonly #host: RegisterHost;
  readonly #work: ImportDesk;
  readonly #rows: RowsView;

  constructor(host: RegisterHost) {
    this.#host = host;
    this.#work = new ImportDesk(host);
    this.#rows = new RowsView(this.#work);
  }

  closed(): void {
    this.#work.stop();
  }

  render(): TemplateResult {
    const { l } = this.#host;
    const { phase } = this.#work;
    const moving = phase === 'planning' || phase === 'comparing';
    // While rows are looked at again they stay, so that nobody loses his place.
    const plan = phase === 'preview' || moving ? this.#work.plan : undefined;
    const resting = phase === 'choose' || plan !== undefined;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#work.enter();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title" tabindex="-1">${l.t('register-import.title')}</h2>
      ${resting ? this.#chooser() : this.#progress()} ${this.#trouble()}
      ${plan ? this.#preview(plan) : nothing}
      <div class="actions end">
        ${
          resting
            ? html`<button type="button" data-do="close" @click=${() => this.#host.close()}>
                ${l.t('register.close')}
              </button>`
            : nothing
        }
        ${
          plan
            ? html`<button type="submit" class="primary" data-do="enter" ?disabled=${!this.#work.ready}>
                ${l.t('register-import.go', { n: this.#work.settled?.taken.length ?? 0 })}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #chooser(): TemplateResult {
    const { l } = this.#host;
    const { name, file } = this.#work;
    const chosen = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const [first] = input.files ?? [];
      input.value = '';
      if (first) void this.#work.choose(first);
    };
    return html`${file ? nothing : html`<p class="hint">${l.t('register-import.hint')}</p>`}
      <div class="actions">
        <label class="file"
          ><input
            type="file"
            class="visually-hidden"
            data-d="import-file"
            accept=".xlsx,.xlsm,.csv,.txt,.tsv"
            @change=${chosen}
          /><span
            >${l.t(name === '' ? 'register-import.choose' : 'register-import.choose.other')}</span
          ></label
        >
        ${name === '' ? nothing : html`<span>${l.t('register-import.file', { name })}</span>`}
      </div>
      ${file?.notes.map(({ code, params }) => html`<p class="notice warn">${l.t(`sheet.note.${code}`, params)}</p>`) ?? nothing}`;
  }

  #progress(): TemplateResult {
    const { l } = this.#host;
    const { phase, share, stoppable, compared } = this.#work;
    const percent = Math.floor(share * 100);
    const last = phase === 'writing' && share >= 1;
    const text =
      phase === 'writing'
        ? l.t(last ? 'register-import.writing.last' : 'register-import.writing', { percent })
        : phase === 'comparing'
          ? l.t('register-import.comparing', { n: compared })
          : l.t(phase === 'reading' ? 'register-import.reading' : 'register-import.planning');
    return html`<p id="import-doing" role="status">${text}</p>
      <progress max="100" .value=${percent} aria-label=${l.t('register-import.progress')}></progress>
      <div class="actions">
        <button type="button" data-do="stop" ?disabled=${!stoppable} @click=${() => this.#work.stop()}>
          ${l.t('register-import.cancel')}
        </button>
      </div>`;
  }

  /** Why nothing goes on, or what was done. */
  #trouble(): TemplateResult {
    const { l } = this.#host;
    const { trouble, refused, note } = this.#work;
    const why = !trouble
      ? undefined
      : 'retryable' in trouble
        ? problemText(trouble, l)
        : l.t(`sheet.problem.${trouble.code}`, trouble.params);
    return html`${why === undefined ? nothing : html`<p class="notice bad" role="alert">${why}</p>`}
    ${note === undefined ? nothing : html`<p class="notice warn" role="alert" data-note>${l.t(note)}</p>`}
    ${
      refused
        ? html`<div class="notice bad" role="alert">
            <p><strong>${l.t('register-import.refused')}</strong></p>
            ${refused.rows.length === 0 ? html`<p>${rejectionText(refused.rejection, l)}</p>` : nothing}
            <ul class="plain">
              ${refused.rows
                .slice(0, named)
                .map(
                  ({ line, rejection }) =>
                    html`<li>
                      ${l.t('register-import.refused.row', { line: String(line), reason: rejectionText(rejection, l) })}
                    </li>`,
                )}
              ${
                refused.rows.length > named
                  ? html`<li>${l.t('register-import.refused.more', { n: refused.rows.length - named })}</li>`
                  : nothing
              }
            </ul>
          </div>`
        : nothing
    }`;
  }

  #preview(plan: ImportPlan): TemplateResult {
    const work = this.#work;
    const { l } = this.#host;
    const number = (state: PlannedRow['state']): number =>
      plan.rows.filter((row) => row.state === state).length;
    const stopped = number('stop');
    return html`${readingView(work, plan)}
      <section
        class="group"
        aria-labelledby="import-preview"
        aria-busy=${work.phase === 'preview' ? 'false' : 'true'}
      >
        <h3 id="import-preview" tabindex="-1">${l.t('register-import.preview')}</h3>
        ${plan.notes.map(({ code, severity, params }) => {
          const model = params['model'];
          const told = model === undefined ? params : { model: l.t(`register.model.${model}`) };
          return html`<p class="notice ${severity === 'stop' ? 'bad' : 'warn'}" data-plan=${code}>
            ${l.t(`register-import.plan.${code}`, told)}
          </p>`;
        })}
        <p role="status" data-counts>
          ${l.t('register-import.counts', {
            all: plan.rows.length,
            ready: number('ready'),
            look: number('look'),
            ask: number('ask'),
            same: number('same'),
            stop: stopped,
          })}
        </p>
        ${this.#rows.render(plan)}
        ${
          stopped > 0 && (work.settled?.taken.length ?? 0) > 0
            ? tickField({
                name: 'import-leave-out',
                label: l.t('register-import.leave-out', { n: stopped }),
                value: work.leaveOut,
                input: (value) => {
                  work.leaveOut = value;
                  this.#host.changed();
                },
              })
            : nothing
        }
      </section>`;
  }
}
