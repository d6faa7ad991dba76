import { html, nothing, type TemplateResult } from 'lit';
import type { Inspected } from '../../../../src/client/fund/inspect-ledger.js';
import type { Fund } from '../../../../src/domain/fund/fund.schema.js';
import { daysLate } from '../../../../src/domain/fund/late-entry.js';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import { formatDate, formatDateTime } from '../../../../src/i18n/translate.js';
import type { FundHost } from '../../fund-view.js';

/** One entry: what, how much, who entered it when, and what is to be said about it. */
export function entryRow(
  { entry, secret, findings }: Inspected,
  fund: Fund,
  { l }: FundHost,
): TemplateResult {
  const { no, kind, amount, date, voucher, reverses, recordedAt } = entry;
  const { by, approvedBy, enteredAt, reversedBy, erased, party, details } = secret ?? {};
  const label = fund.categories.find(({ id }) => id === entry.category)?.label;
  const mark = kind === 'receipt' ? 'PT' : 'PC';
  const note: Record<string, string> = {
    reversal: l.t('inspection.note.reversal', { no: reverses ?? 0 }),
    reversed: l.t('inspection.note.reversed', { no: reversedBy ?? 0 }),
    approved: l.t('inspection.note.approved', { name: approvedBy?.name ?? '' }),
    late: l.t('inspection.note.late', { n: daysLate(entry) }),
    bare: l.t('inspection.note.bare'),
  };
  const told = findings.filter((one) => one !== 'erased');
  return html`<li class="row" data-no=${no}>
    <p class="facts">
      <strong>${l.t('inspection.no', { no })}</strong>
      <span class="figure">${formatDong(reverses === undefined ? amount : -amount, l.lang)}</span>
      <span>${label ? l.text(label) : l.t('inspection.move')}</span> <span>${formatDate(date)}</span>
      ${voucher === undefined ? nothing : html`<span>${mark} ${voucher}</span>`}
      ${party ? html`<span>${party.name}</span>` : nothing}
      ${details?.purpose ? html`<span>${details.purpose}</span>` : nothing}
    </p>
    <p class="facts">
      <span
        >${l.t('inspection.by', { name: by?.name ?? '', time: formatDateTime(enteredAt ?? recordedAt) })}</span
      >
      ${enteredAt === undefined ? nothing : html`<span>${l.t('inspection.recorded', { time: formatDateTime(recordedAt) })}</span>`}
      ${told.map((one) => html`<span class="badge ${one}">${note[one]}</span>`)}
    </p>
    ${details?.reason ? html`<p class="hint">${l.t('inspection.reason', { text: details.reason })}</p>` : nothing}
    ${
      secret
        ? (erased ?? []).map(
            (one) =>
              html`<p class="hint">
                ${l.t(`inspection.erased.${one.what}`, { name: one.by.name, time: formatDateTime(one.at) })}
              </p>`,
          )
        : html`<p class="hint">${l.t('inspection.erased.unknown')}</p>`
    }
  </li>`;
}
