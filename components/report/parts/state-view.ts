import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../src/client/view.types.js';
import type { Absence } from '../../../src/domain/report/report.types.js';
import { formatDate, formatDateTime } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
import { problemText } from '../../base/problem-text.js';
import type { ReportPhase } from '../report-context.js';
import { some } from './words.js';

/** Why it could not be read. Nothing was typed here that the words for failures could promise to keep. */
function whyUnread(problem: Problem, l: LanguageController): string {
  if (!problem.retryable) return problemText(problem, l);
  return l.t(problem.code === 'offline' ? 'report-page.unread.offline' : 'report-page.unread');
}

/** A sentence in the place of the report, and what can be done about it. Only a real failure is an alarm. */
export function stateView(
  phase: ReportPhase,
  problem: Problem | undefined,
  l: LanguageController,
  retry: () => void,
): TemplateResult {
  if (phase === 'loading' || phase === 'shown' || phase === 'absent')
    return html`<p class="hint" role="status">${l.t('report-page.loading')}</p>`;
  const failed = phase === 'error';
  const again = failed || phase === 'offline';
  return html`<div class="notice ${failed ? 'bad' : ''}" role=${failed ? 'alert' : 'status'}>
    <p><strong>${l.t(`report-page.${phase}`)}</strong></p>
    <p>${failed && problem ? whyUnread(problem, l) : l.t(`report-page.${phase}.hint`)}</p>
    ${
      again
        ? html`<p class="actions">
            <button type="button" data-do="retry" @click=${retry}>${l.t('report-page.retry')}</button>
          </p>`
        : nothing
    }
  </div>`;
}

/** The place was not there in that year: since when it is, or until when it was, and where to look instead. */
export function absenceView(
  { place, year, code, date, others }: Absence,
  l: LanguageController,
  go: (locality: string) => void,
): TemplateResult {
  const words = { year: String(year), place: l.text(place.name), date: formatDate(date) };
  const names = others.map(({ name }) => name);
  const from = { 'not-yet': 'report.absent.not-yet.from', ended: 'report.absent.ended.into' } as const;
  return html`<div class="notice" role="status" part="absence">
    <p>
      ${
        names.length > 0
          ? l.t(from[code], { ...words, others: some(names, l) })
          : l.t(`report.absent.${code}`, words)
      }
    </p>
    ${
      others.length > 0
        ? html`<ul class="others">
            ${others.map(
              ({ key, name }) =>
                html`<li>
                  <button type="button" class="quiet" @click=${() => go(key)}>
                    ${l.t('report-page.absent.go', { place: l.text(name) })}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}

/** What is shown was read before on this device, and when. */
export const keptView = (keptAt: string, l: LanguageController): TemplateResult =>
  html`<p class="notice warn" role="status">${l.t('report-page.kept', { time: formatDateTime(keptAt) })}</p>`;

/** What was asked for last could not be read; what was shown before stays. */
export const staleView = (problem: Problem, l: LanguageController, retry: () => void): TemplateResult =>
  html`<div class="notice bad" role="alert" id="stale" tabindex="-1">
    <p><strong>${l.t('report-page.stale')}</strong></p>
    <p>${whyUnread(problem, l)}</p>
    <p class="actions">
      <button type="button" data-do="retry" @click=${retry}>${l.t('report-page.retry')}</button>
    </p>
  </div>`;
