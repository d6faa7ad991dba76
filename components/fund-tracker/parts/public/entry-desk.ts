import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../../../../src/domain/fund/entry.schema.js';
import { entryAt } from '../../../../src/domain/fund/pack-entries.js';
import { formatDate, formatDateTime } from '../../../../src/i18n/translate.js';
import { contentOf, voucherText, type RowSource } from '../ledger-window/ledger-row.js';
import { dong, type PublicContext } from './public-context.js';

/** One entry with everything that may be read of it, hashes too; those are fetched when it is opened. */
export class EntryDesk {
  row: number | undefined;
  #entry: Entry | undefined;
  #words: string | undefined;
  #failed = false;

  async open(context: PublicContext, row: number): Promise<void> {
    const { host, fund, l, book } = context;
    this.row = row;
    this.#entry = undefined;
    this.#words = undefined;
    this.#failed = false;
    host.focus('#entry-title');
    try {
      const params = { fund: fund.id, from: row + 1, limit: 1 };
      const [{ items }, { amountInWords }] = await Promise.all([
        host.client.query('public.fund.ledger', params),
        import('../../../../src/i18n/amount-in-words.js'),
      ]);
      if (this.row !== row) return;
      const page = items[0]?.entries;
      this.#entry = page && entryAt(page, row + 1 - page.first);
      this.#words = amountInWords(book!.columns.amounts[row]!, l.lang);
    } catch (error) {
      this.#failed = this.row === row;
      host.report(error);
    }
    host.changed();
  }

  view(
    context: PublicContext,
    source: RowSource,
    close: () => void,
    show: (no: number) => void,
  ): TemplateResult | typeof nothing {
    const { row } = this;
    const { l, book } = context;
    if (row === undefined || !book) return nothing;
    const { columns } = book;
    const entry = this.#entry;
    const reverses = columns.rare.get(row)?.reverses;
    const { first, second } = contentOf(source, row);
    const line = (key: string, text: string | TemplateResult): TemplateResult | typeof nothing =>
      text === ''
        ? nothing
        : html`<div>
            <dt>${l.t(key)}</dt>
            <dd>${text}</dd>
          </div>`;
    return html`<section class="entry" part="entry" aria-labelledby="entry-title">
      <h4 id="entry-title" tabindex="-1">${l.t('fund.entry', { no: String(row + 1) })}</h4>
      <dl>
        ${line('fund.row.content', second ? `${first} · ${second}` : first)}
        ${line('fund.entry.amount', dong(columns.signed(row), l))}
        ${line('fund.entry.words', this.#words ?? '')}
        ${line('fund.entry.date', entry ? formatDate(entry.date) : '')}
        ${line('fund.row.voucher', voucherText(columns, row, l))}
        ${line('fund.entry.account', entry ? l.t(`fund.account.${entry.account}`) : '')}
        ${line('fund.entry.recorded', entry ? formatDateTime(entry.recordedAt) : '')}
        ${line('fund.row.balance', dong(columns.balances[row]!, l))}
        ${
          reverses === undefined
            ? nothing
            : line(
                'fund.entry.reverses',
                html`<button type="button" class="quiet" @click=${() => show(reverses)}>
                  ${l.t('fund.entry', { no: String(reverses) })}
                </button>`,
              )
        }
        ${line('fund.entry.hash', entry ? html`<code>${entry.hash}</code>` : '')}
        ${line('fund.entry.previous', entry ? html`<code>${entry.previous}</code>` : '')}
      </dl>
      ${this.#failed ? html`<p class="hint">${l.t('fund.entry.failed')}</p>` : nothing}
      <p class="actions"><button type="button" @click=${close}>${l.t('fund.close')}</button></p>
    </section>`;
  }
}
