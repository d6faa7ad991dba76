import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../../src/client/view.types.js';
import type { Rejection } from '../../../../src/domain/reader.types.js';
import type { LanguageController } from '../../../base/language.js';
import type { ReportHost } from '../../report-host.js';
import { unreadText, unsentText } from '../../../base/problem-words.js';
import { rejectionText } from '../../../base/rejection-text.js';

/** The sentence for a refusal, in the words of figures and activities where there are such. */
export function refusalText(rejection: Rejection, l: LanguageController): string {
  const { code, path } = rejection;
  const keys = [`report-entry.refused.${code}.${path?.at(-1) ?? ''}`, `report-entry.refused.${code}`];
  const known = keys.find((key) => l.has(key));
  return known === undefined ? rejectionText(rejection, l) : l.t(known);
}

/** What went wrong. Offline is said in the words of a page that keeps nothing on the device. */
export function problemView(
  problem: Problem,
  title: 'report-entry.failed' | undefined,
  l: LanguageController,
): TemplateResult {
  const words = title
    ? unreadText(problem, l)
    : problem.code === 'offline'
      ? l.t('report-entry.unsent')
      : unsentText(problem, l);
  return html`<div class="notice bad" role="alert" id="entry-problem" tabindex="-1">
    ${title ? html`<p><strong>${l.t(title)}</strong></p>` : nothing}
    <p>${words}</p>
  </div>`;
}

/** The way out, and what is to be done: `act`, or reading again where that failed. */
export function endView(
  host: Pick<ReportHost, 'l' | 'close'>,
  act: TemplateResult,
  again: (() => void) | undefined,
): TemplateResult {
  const { l } = host;
  return html`<div class="actions end">
    <button type="button" data-do="close" @click=${() => host.close()}>${l.t('report-entry.close')}</button>
    ${
      again
        ? html`<button type="button" class="primary" data-do="entry-retry" @click=${again}>
            ${l.t('report-entry.retry')}
          </button>`
        : act
    }
  </div>`;
}
