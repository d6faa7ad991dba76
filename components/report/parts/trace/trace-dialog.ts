import { html, nothing, type TemplateResult } from 'lit';
import type { ReportSession } from '../../../../src/client/report/report.types.js';
import type { LocalText } from '../../../../src/domain/text.schema.js';
import { unreadText } from '../../../base/problem-words.js';
import type { ReportDialog, ReportHost } from '../../report-host.js';
import type { Figure } from '../../report-context.js';
import { cellText, lineLabel, measureLabel } from '../words.js';
import { rowsView } from './rows-view.js';
import { traceTexts } from './texts.js';
import { TraceDesk } from './trace-desk.js';

/** Opens the way down from a number. */
export function openTrace(
  host: ReportHost,
  figure: Figure,
  place: LocalText,
  follow: ReportSession['follow'],
): void {
  for (const texts of traceTexts) host.l.add(texts);
  host.show(new TraceDialog(host, figure, place, follow));
}

/** A number with what it was made of, further down step by step, and the way back. */
class TraceDialog implements ReportDialog {
  readonly #host: ReportHost;
  readonly #desk: TraceDesk;

  constructor(host: ReportHost, figure: Figure, place: LocalText, follow: ReportSession['follow']) {
    this.#host = host;
    const { changed, focus, report } = host;
    this.#desk = new TraceDesk(figure, place, { follow, changed, focus, report });
  }

  closed(): void {
    this.#desk.dispose();
  }

  render(): TemplateResult {
    const { l } = this.#host;
    const { figure, steps } = this.#desk;
    const { line, measure, year } = figure;
    const { place, cell, rows, busy, problem, next, total } = steps.at(-1)!;
    const title = lineLabel(line, l);
    const n = rows.length;
    return html`<div class="dialog" aria-busy=${busy ? 'true' : 'false'}>
      ${this.#way()}
      <div class="head">
        <h2 id="dialog-title" tabindex="-1">${title}</h2>
        <p class="hint">
          ${l.text(place)} ·
          ${l.t('report-trace.of', { measure: measureLabel(measure, l), year: String(year) })}
        </p>
        <p class="lead">${cellText(cell, l)}</p>
        ${cell.how ? html`<p class="hint">${l.t(`report.how.${cell.how}`)}</p>` : nothing}
      </div>
      ${n > 0 ? rowsView(rows, `${title}, ${l.text(place)}`, l, (index) => this.#desk.down(index)) : nothing}
      ${n === 0 && !busy && !problem ? html`<p class="notice">${l.t('report-trace.none')}</p>` : nothing}
      ${
        problem
          ? html`<div class="notice bad" role="alert">
              <p><strong>${l.t('report-trace.failed')}</strong></p>
              <p>${unreadText(problem, l)}</p>
            </div>`
          : nothing
      }
      <p class="hint" role="status">
        ${
          busy
            ? l.t('report-trace.loading')
            : n > 0
              ? l.t(total === undefined ? 'report-trace.shown' : 'report-trace.shown.of', {
                  n,
                  total: total ?? n,
                })
              : ''
        }
      </p>
      <p class="actions end">
        ${
          steps.length > 1
            ? html`<button type="button" data-do="back" @click=${() => this.#desk.back(steps.length - 2)}>
                ${l.t('report-trace.back')}
              </button>`
            : nothing
        }
        ${
          (problem ?? next !== undefined)
            ? html`<button
                type="button"
                data-do="more"
                ?disabled=${busy}
                @click=${() => void this.#desk.more()}
              >
                ${l.t(problem ? 'report-page.retry' : 'report-trace.more')}
              </button>`
            : nothing
        }
        <button type="button" class="primary" data-do="close" @click=${() => this.#host.close()}>
          ${l.t('report-page.close')}
        </button>
      </p>
    </div>`;
  }

  /** The places that were gone through. */
  #way(): TemplateResult | typeof nothing {
    const { l } = this.#host;
    const { steps } = this.#desk;
    if (steps.length < 2) return nothing;
    return html`<nav aria-label=${l.t('report-trace.way')}>
      <ol class="path">
        ${steps.slice(0, -1).map(
          ({ place }, at) =>
            html`<li>
              <button type="button" class="quiet" @click=${() => this.#desk.back(at)}>
                ${l.text(place)}
              </button>
            </li>`,
        )}
        <li aria-current="step">${l.text(steps.at(-1)!.place)}</li>
      </ol>
    </nav>`;
  }
}
