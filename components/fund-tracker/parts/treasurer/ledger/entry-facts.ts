import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence } from '../../../../../src/domain/answer.schema.js';
import type { Entry, EntrySecret } from '../../../../../src/domain/fund/entry.schema.js';
import { daysLate, isLate } from '../../../../../src/domain/fund/late-entry.js';
import { amountInWords } from '../../../../../src/i18n/amount-in-words.js';
import { formatDate, formatDateTime } from '../../../../../src/i18n/translate.js';
import { saveFile } from '../../../../base/files.js';
import type { Desk } from '../desk.js';
import { voucherText } from './desk-row.js';

/** Everything that is known about an entry. */
export function entryFacts(desk: Desk, entry: Entry, secret: EntrySecret | undefined): TemplateResult {
  const { l, money, view, session } = desk;
  const { kind, account, to, amount, date, no, reverses, round } = entry;
  const { party, details, by, approvedBy, enteredAt, erased } = secret ?? {};
  const reversedBy = session.ledger.reversedBy(no);
  const fact = (name: string, value: string | undefined): TemplateResult | typeof nothing =>
    value === undefined || value === ''
      ? nothing
      : html`<div>
          <dt>${l.t(`desk.fact.${name}`)}</dt>
          <dd>${value}</dd>
        </div>`;
  const late = isLate(entry, view.fund.lateAfterDays);
  return html`<p class="amount">
      <strong class="figure">${money(reverses === undefined ? amount : -amount)}</strong>
      <span class="words">${amountInWords(amount, l.lang)}</span>
    </p>
    ${reverses === undefined ? nothing : html`<p class="notice">${l.t('desk.fact.reverses', { no: reverses })}</p>`}
    ${reversedBy === undefined ? nothing : html`<p class="notice warn">${l.t('desk.fact.reversed', { no: reversedBy })}</p>`}
    <dl class="facts-list">
      ${fact('kind', l.t(`desk.kind.${kind}`))} ${fact('date', formatDate(date))}
      ${fact('voucher', voucherText(kind, entry.voucher, desk))}
      ${fact('category', l.text(desk.category(entry.category)?.label))}
      ${fact('account', kind === 'move' ? l.t(`desk.move.${account === 'bank' ? 'bank' : 'cash'}`) : l.t(`desk.account.${account}`))}
      ${to === undefined ? nothing : fact('to', l.t(`desk.account.${to}`))}
      ${fact('party', party && [party.name, details?.address].filter(Boolean).join(', '))}
      ${fact('named', party && namedText(party, desk))} ${fact('phone', details?.phone)}
      ${fact('purpose', details?.purpose)} ${fact('reason', details?.reason)} ${fact('note', details?.note)}
      ${fact('papers', [details?.papers, details?.issuer].filter(Boolean).join(', '))}
      ${fact('round', view.rounds.find(({ id }) => id === round)?.title)}
      ${fact('count', entry.count === undefined ? '' : l.number(entry.count))}
      ${fact('by', by && `${by.name}, ${formatDateTime(enteredAt ?? entry.recordedAt)}`)}
      ${fact('approved', approvedBy && `${approvedBy.name}, ${formatDateTime(entry.recordedAt)}`)}
      ${late ? fact('late', l.t('desk.fact.late.days', { n: daysLate(entry) })) : nothing}
      ${(erased ?? []).map((one) =>
        fact('erased', `${l.t(`desk.erase.${one.what}`)}: ${one.by.name}, ${formatDateTime(one.at)}`),
      )}
      <div>
        <dt>${l.t('desk.fact.hash')}</dt>
        <dd class="hash">${entry.hash}</dd>
      </div>
    </dl>
    ${evidenceView(details?.evidence ?? [], desk)}`;
}

function namedText({ anonymous, consent }: NonNullable<EntrySecret['party']>, { l }: Desk): string {
  if (anonymous) return l.t('desk.named.anonymous');
  return consent
    ? l.t(`desk.named.${consent.form}`, { date: formatDate(consent.at) })
    : l.t('desk.named.none');
}

/** Photos and papers of an entry, each of which can be opened. */
export function evidenceView(evidence: readonly Evidence[], desk: Desk): TemplateResult | typeof nothing {
  if (evidence.length === 0) return nothing;
  const { l, session, host } = desk;
  const open = async (file: Extract<Evidence, { kind: 'file' }>): Promise<void> => {
    try {
      saveFile(await session.openFile(file), file.name);
    } catch (error) {
      host.report(error);
      desk.say('desk.evidence.lost', { name: file.name });
    }
  };
  return html`<div>
    <h3>${l.t('desk.evidence')}</h3>
    <ul class="evidence-list">
      ${evidence.map(
        (one) =>
          html`<li class="evidence">
            ${
              one.kind === 'link'
                ? html`<a href=${one.url} target="_blank" rel="noopener noreferrer">${one.name}</a>`
                : html`<button type="button" class="quiet name" @click=${() => void open(one)}>
                    ${one.name}
                  </button>`
            }
          </li>`,
      )}
    </ul>
  </div>`;
}
