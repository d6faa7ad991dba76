import { html, nothing, type TemplateResult } from 'lit';
import type { Recognition } from '../../../src/domain/recognition.schema.js';
import { standing } from '../../../src/domain/standing.js';
import { formatDate } from '../../../src/i18n/translate.js';
import type { PaperAs } from '../papers.js';
import type { RecognitionContext } from '../recognition-context.js';

/** A paper's two buttons, which stay together where the line breaks. */
function paperView(
  print: { text: string; label: string },
  docx: string,
  make: (as: PaperAs) => void,
  { l }: RecognitionContext,
): TemplateResult {
  return html`<span class="paper"
    ><button type="button" class="quiet" aria-label=${print.label} @click=${() => make('print')}>
      ${print.text}
    </button>
    <button type="button" class="quiet" aria-label=${docx} @click=${() => make('docx')}>
      ${l.t('recognition.docx.short')}
    </button></span
  >`;
}

function row(title: Recognition, context: RecognitionContext): TemplateResult {
  const { desk, l, busy, ask, certificate, paper } = context;
  const { subjectName: name, decision, validFrom, validUntil, revokedReason, criteriaStatus: status } = title;
  const state = standing(title, desk.today);
  const { number } = decision;
  return html`<li class="row" part="row" data-title=${title.id}>
    <p class="name">${name}</p>
    <p class="facts">
      <span class="figure">${l.text(title.outcomeLabel)}</span>
      <span>${l.t(`badge.name.${title.model}`)}, ${l.t('recognition.year', { year: title.cycle })}</span>
      <span>${l.t('recognition.under', { number, date: formatDate(decision.date) })}</span>
      <span>${l.t('recognition.until', { date: formatDate(validUntil) })}</span>
      <span class="badge ${state}"
        >${l.t(`badge.status.${state}`)}${
          state === 'coming' ? `, ${l.t('badge.since.coming', { date: formatDate(validFrom) })}` : nothing
        }</span
      >
    </p>
    ${status && status !== 'sourced' ? html`<p class="warning">${l.t(`badge.set.${status}`)}</p>` : nothing}
    ${revokedReason ? html`<p class="hint">${l.t('recognition.reason.given', { text: revokedReason })}</p>` : nothing}
    <p class="actions papers">
      ${
        state === 'revoked'
          ? nothing
          : paperView(
              { text: l.t('recognition.certificate'), label: l.t('recognition.certificate.of', { name }) },
              l.t('recognition.certificate.docx', { name }),
              (as) => certificate(title, as),
              context,
            )
      }
      ${paperView(
        { text: l.t('recognition.print'), label: l.t('recognition.decision.of', { number }) },
        l.t('recognition.decision.docx', { number }),
        (as) => paper(as, decision.id),
        context,
      )}
      ${
        state === 'revoked'
          ? nothing
          : html`<button
              type="button"
              class="quiet danger"
              ?disabled=${busy}
              aria-label=${l.t('recognition.revoke.of', { name })}
              @click=${() => ask('revoke', title)}
            >
              ${l.t('recognition.revoke')}
            </button>`
      }
    </p>
  </li>`;
}

/** Titles that were granted, with their papers and the way to revoke them. */
export function titlesView(context: RecognitionContext, next: () => void): TemplateResult {
  const { desk, l, busy } = context;
  if (desk.titles.length === 0)
    return html`<p class="notice">${l.t(busy ? 'recognition.loading' : 'recognition.empty.titles')}</p>`;
  return html`<ul class="rows" part="list">
      ${desk.titles.map((title) => row(title, context))}
    </ul>
    ${
      desk.moreTitles === undefined
        ? nothing
        : html`<p class="actions">
            <button type="button" ?disabled=${busy} @click=${next}>${l.t('recognition.more')}</button>
          </p>`
    }`;
}
