import { html, nothing, type TemplateResult } from 'lit';
import { isAbort } from '../../../../../src/client/problem.js';
import type { Pending } from '../../../../../src/domain/fund/posting.schema.js';
import type { EntryDraft } from '../../../../../src/domain/fund/posting.schema.js';
import type { Award } from '../../../../../src/domain/fund/round.schema.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { Desk, DeskDialog } from '../desk.js';
import { evidenceView } from '../ledger/entry-facts.js';
import { draftTexts } from './draft-texts.js';

/** Lines that are listed at a time. */
const atOnce = 100;

type Line = Pick<EntryDraft, 'date' | 'account' | 'amount' | 'details'> & Partial<EntryDraft>;

/** The entries that would be recorded here. */
function linesOf({ draft }: Pending): Line[] {
  if (!draft) return [];
  const { payload } = draft;
  if (draft.kind === 'fund.import') return draft.payload.rows;
  if ('from' in payload)
    return [{ ...payload.from, date: payload.date, amount: payload.amount, kind: 'payment' }];
  return draft.kind === 'fund.record' ? [draft.payload] : [];
}

/** Everything that the second person agrees to: each line, account, voucher, papers and photos, each recipient. */
export class DraftDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #about: Pending;
  #shown = atOnce;
  /** Recipients that would be paid; undefined until they are read. */
  #awards: readonly Award[] | undefined;
  #failed = false;
  readonly #gone = new AbortController();

  constructor(desk: Desk, about: Pending) {
    this.#desk = desk;
    this.#about = about;
    if (about.draft?.kind === 'round.pay') void this.#readAwards(about.draft.payload);
  }

  async #readAwards({
    fund,
    round,
    awards,
  }: {
    fund: string;
    round: string;
    awards: string[];
  }): Promise<void> {
    const { host } = this.#desk;
    try {
      const all = await host.client.queryAll(
        'awards.list',
        { fund, round, limit: 200 },
        { signal: this.#gone.signal, max: 5_000 },
      );
      this.#awards = all.filter(({ id }) => awards.includes(id));
    } catch (error) {
      if (isAbort(error)) return;
      this.#failed = true;
      host.report(error);
    }
    host.changed();
  }

  closed(): void {
    this.#gone.abort();
  }

  render(): TemplateResult {
    const { l, money } = this.#desk;
    const about = this.#about;
    const lines = linesOf(about);
    const submit = (event: Event): void => {
      event.preventDefault();
      this.#desk.close();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t('desk.pending.facts')}</h2>
      <p><strong class="figure">${money(about.amount)}</strong></p>
      <ul class="rows" data-lines>
        ${lines.slice(0, this.#shown).map((line) => this.#line(line))}
      </ul>
      ${
        lines.length > this.#shown
          ? html`<p class="actions">
              <button
                type="button"
                @click=${() => {
                  this.#shown += 4 * atOnce;
                  this.#desk.host.changed();
                }}
              >
                ${l.t('desk.pending.more', { n: lines.length - this.#shown })}
              </button>
            </p>`
          : nothing
      }
      ${about.draft?.kind === 'round.pay' ? this.#payment(about.draft.payload) : nothing}
      <div class="actions end"><button type="submit" class="primary">${l.t('desk.close')}</button></div>
    </form>`;
  }

  #line(line: Line): TemplateResult {
    const desk = this.#desk;
    const { l, money } = desk;
    const { kind = 'payment', account, amount, date, category, party, details, voucher } = line;
    const { purpose, papers, issuer, note, evidence } = details;
    const facts = [
      l.t(`desk.kind.${kind}`),
      l.text(desk.category(category)?.label),
      l.t(`desk.account.${account}`),
      typeof voucher === 'number'
        ? `${l.t(`desk.voucher.${kind === 'receipt' ? 'receipt' : 'payment'}`)} ${voucher}`
        : '',
      party?.name,
      purpose,
      papers && `${l.t('desk.fact.papers')}: ${papers}`,
      issuer,
      note,
    ].filter(Boolean);
    return html`<li class="row">
      <p class="facts">
        <strong class="figure">${money(amount)}</strong> <span>${formatDate(date)}</span>
        ${facts.map((fact) => html`<span>${fact}</span>`)}
      </p>
      ${evidence?.length ? evidenceView(evidence, desk) : html`<p class="hint">${l.t('desk.pending.bare')}</p>`}
    </li>`;
  }

  #payment(payload: { account: string; date: string; details: EntryDraft['details'] }): TemplateResult {
    const { l, money, view } = this.#desk;
    const { account, date, details } = payload;
    const asked = this.#about.draft?.payload as { round?: string } | undefined;
    const round = view.rounds.find(({ id }) => id === asked?.round);
    const level = (id: string): string => l.text(round?.levels.find((one) => one.id === id)?.label);
    return html`<p class="facts">
        ${draftTexts(this.#about, this.#desk).map((text) => html`<span>${text}</span>`)}
        <span>${l.t(`desk.account.${account}`)}</span> <span>${formatDate(date)}</span>
        ${details.purpose ? html`<span>${details.purpose}</span>` : nothing}
      </p>
      ${details.evidence?.length ? evidenceView(details.evidence, this.#desk) : html`<p class="hint">${l.t('desk.pending.bare')}</p>`}
      ${
        this.#failed
          ? html`<p class="notice bad" role="alert">${l.t('desk.pending.awards.failed')}</p>`
          : html`<ul class="rows" data-awards>
              ${(this.#awards ?? []).map(
                ({ who, amount, level: of }) =>
                  html`<li class="row">
                    <p class="facts">
                      <strong class="figure">${money(amount)}</strong>
                      <span>${who?.name ?? l.t('desk.who.removed')}</span>
                      ${[who?.grade, who?.school, level(of)].filter(Boolean).map((text) => html`<span>${text}</span>`)}
                    </p>
                  </li>`,
              )}
            </ul>`
      }`;
  }
}
