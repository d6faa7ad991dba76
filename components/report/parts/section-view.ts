import { html, nothing, type TemplateResult } from 'lit';
import type { ReportSection } from '../../../src/domain/report/report.types.js';
import type { ReportContext } from '../report-context.js';
import { chartView, hasPicture } from './chart-view.js';
import { tableView } from './table-view.js';
import { remarkText } from './words.js';
import { yearsTable } from './years-view.js';

/** A section of the report: its tables, or a picture with the tables behind it, and what has to be known of it. */
export function sectionView(context: ReportContext, section: ReportSection, number: number): TemplateResult {
  const { l, look, ledgers } = context;
  const { id, lines, remarks, pending } = section;
  const title = l.t(`report.section.${id}`);
  const tables = (): TemplateResult =>
    html`${tableView(context, section, title)}${yearsTable(context, section)}`;
  const waiting = ledgers
    ? l.t('report-page.pending', { read: ledgers.read, all: ledgers.all })
    : l.t('report-page.pending.some');
  return html`<section part="section" class="section ${id}" aria-labelledby="section-${id}">
    <h3 id="section-${id}">${number}. ${title}</h3>
    ${pending ? html`<p class="hint" role="status">${waiting}</p>` : nothing}
    ${
      lines.length === 0
        ? pending
          ? nothing
          : html`<p class="hint">${l.t('report-page.nothing')}</p>`
        : look === 'chart' && hasPicture(context, section)
          ? html`${chartView(context, section)}
              <details>
                <summary>${l.t('report-page.as-table')}</summary>
                ${tables()}
              </details>`
          : tables()
    }
    ${
      remarks.length > 0
        ? html`<ul class="remarks hint" part="remarks">
            ${remarks.map((one) => html`<li>${remarkText(one, l)}</li>`)}
          </ul>`
        : nothing
    }
  </section>`;
}
