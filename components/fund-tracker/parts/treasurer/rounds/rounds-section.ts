import { html, nothing, type TemplateResult } from 'lit';
import { roundPayments, type RoundPayment } from '../../../../../src/client/fund/round-payments.js';
import type { Award, Round } from '../../../../../src/domain/fund/round.schema.js';
import { toProblem, isAbort } from '../../../../../src/client/problem.js';
import type { Problem } from '../../../../../src/client/view.types.js';
import { unreadText } from '../../../../base/problem-words.js';
import type { Desk, DeskSection } from '../desk.js';
import { attemptPaper } from '../papers/attempt-paper.js';
import { againView } from './again-view.js';
import { RecipientsDialog } from './recipients-dialog.js';
import { AwardDialog } from './award-dialog.js';
import { PayDialog } from './pay-dialog.js';
import { RoundDialog } from './round-dialog.js';

/** Most recipients of a round that are listed. */
const most = 5_000;

/** Rounds of scholarships and awards, and the recipients of the one that is looked at. */
export class RoundsSection implements DeskSection {
  readonly #desk: Desk;
  #open: string | undefined;
  /** Undefined until they are read. */
  #read: readonly Award[] | undefined;
  #reading = false;
  #problem: Problem | undefined;
  #loaded = '';
  #ticked: ReadonlySet<string> = new Set();
  readonly #gone = new AbortController();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  dispose(): void {
    this.#gone.abort();
  }

  get #round(): Round | undefined {
    return this.#desk.view.rounds.find(({ id }) => id === this.#open);
  }

  get #awards(): readonly Award[] {
    return this.#read ?? [];
  }

  /** Those that are ticked and can be paid. */
  get #toPay(): readonly Award[] {
    return this.#awards.filter((one) => payable(one) && this.#ticked.has(one.id));
  }

  drawn(): void {
    const stamp = `${this.#open} ${this.#desk.view.revision}`;
    if (this.#open === undefined || stamp === this.#loaded) return;
    this.#loaded = stamp;
    void this.#load();
  }

  /** For a person who pressed "try again". */
  async #again(): Promise<void> {
    await this.#load();
    if (!this.#problem) this.#desk.host.focus('#round-title');
  }

  async #load(): Promise<void> {
    const { host, view } = this.#desk;
    const round = this.#open;
    if (round === undefined) return;
    this.#reading = true;
    host.changed();
    try {
      const params = { fund: view.fund.id, round, limit: 200 };
      const awards = await host.client.queryAll('awards.list', params, {
        signal: this.#gone.signal,
        max: most,
      });
      if (round !== this.#open) return;
      this.#read = awards.filter(({ removedAt }) => removedAt === undefined);
      const here = new Set(this.#awards.filter(payable).map(({ id }) => id));
      this.#ticked = new Set([...this.#ticked].filter((id) => here.has(id)));
      this.#problem = undefined;
    } catch (error) {
      if (isAbort(error) || round !== this.#open) return;
      this.#problem = toProblem(error);
      host.report(error);
    }
    this.#reading = false;
    host.changed();
  }

  #choose(id: string | undefined): void {
    this.#open = id;
    this.#read = undefined;
    this.#problem = undefined;
    this.#ticked = new Set();
    this.#loaded = '';
    // What was pressed is gone.
    this.#desk.host.focus(id === undefined ? '#rounds-title' : '#round-title');
  }

  render(): TemplateResult {
    const round = this.#round;
    return round ? this.#one(round) : this.#list();
  }

  #list(): TemplateResult {
    const { l, view, session } = this.#desk;
    const paid = roundPayments(session.ledger.book.columns);
    return html`<h3 id="rounds-title" tabindex="-1">${l.t('desk.section.rounds')}</h3>
      ${
        session.may('round.open')
          ? html`<p class="actions">
              <button
                type="button"
                class="primary"
                @click=${() => this.#desk.show(new RoundDialog(this.#desk, undefined))}
              >
                ${l.t('desk.round.open')}
              </button>
            </p>`
          : nothing
      }
      ${
        view.rounds.length === 0
          ? html`<p class="notice">${l.t('desk.rounds.empty')}</p>`
          : html`<ul class="rows">
              ${view.rounds.map(
                (round) =>
                  html`<li class="row">
                    <button type="button" class="quiet name" @click=${() => this.#choose(round.id)}>
                      ${round.title}
                    </button>
                    <p class="facts">
                      ${this.#paid(paid.get(round.id))}
                      <span>${l.t(`desk.round.${round.kind}`)}</span>
                      <span>${l.t('desk.year', { year: round.year })}</span>
                      <span class="badge ${round.state === 'open' ? '' : 'valid'}"
                        >${l.t(`desk.round.state.${round.state}`)}</span
                      >
                    </p>
                  </li>`,
              )}
            </ul>`
      }`;
  }

  /** Numbers lead: what went out in the round by the ledger. */
  #paid(paid: RoundPayment | undefined): TemplateResult {
    const { l, money } = this.#desk;
    if (!paid || paid.amount === 0) return html`<span>${l.t('desk.round.unpaid')}</span>`;
    return html`<span class="figure">${money(paid.amount)}</span>
      ${paid.count > 0 ? html`<span>${l.t('desk.round.paid', { n: paid.count })}</span>` : nothing}`;
  }

  #one(round: Round): TemplateResult {
    const { l, session, money, busy } = this.#desk;
    const open = round.state === 'open';
    const unpaid = this.#awards.filter(payable);
    const ticked = this.#toPay;
    const sum = ticked.reduce((all, { amount }) => all + amount, 0);
    return html`<p>
        <button type="button" class="quiet back" @click=${() => this.#choose(undefined)}>
          ‹ ${l.t('desk.rounds.all')}
        </button>
      </p>
      <h3 id="round-title" tabindex="-1">${round.title}</h3>
      <p class="facts">
        ${
          this.#awards.length === 0
            ? this.#paid(roundPayments(session.ledger.book.columns).get(round.id))
            : html`<span>${l.t('desk.round.recipients', { n: this.#awards.length })}</span>
                <span class="figure"
                  >${money(this.#awards.reduce((all, { amount }) => all + amount, 0))}</span
                >`
        }
        ${round.budget === undefined ? nothing : html`<span>${l.t('desk.round.of-budget', { budget: money(round.budget) })}</span>`}
        <span class="badge">${l.t(`desk.round.state.${round.state}`)}</span>
      </p>
      ${round.criteria ? html`<p class="hint">${round.criteria}</p>` : nothing} ${this.#problemView()}
      ${
        open && session.may('award.add')
          ? html`<p class="actions">
              <button
                type="button"
                class=${ticked.length > 0 ? 'primary' : ''}
                ?disabled=${ticked.length === 0 || busy}
                @click=${() => this.#desk.show(new PayDialog(this.#desk, round, () => this.#toPay))}
              >
                ${ticked.length === 0 ? l.t('desk.pay.none') : l.t('desk.pay', { n: ticked.length, amount: money(sum) })}
              </button>
              <button
                type="button"
                class=${ticked.length > 0 ? '' : 'primary'}
                @click=${() => this.#desk.show(new RecipientsDialog(this.#desk, round))}
              >
                ${l.t('desk.recipients.add')}
              </button>
              <button type="button" @click=${() => this.#desk.show(new RoundDialog(this.#desk, round))}>
                ${l.t('desk.round.edit')}
              </button>
              <button type="button" ?disabled=${busy} @click=${() => void this.#close(round)}>
                ${l.t('desk.round.close')}
              </button>
            </p>`
          : nothing
      }
      ${
        // Typed while somebody else closed the round: it is not to be lost.
        !open && this.#desk.view.typed[`recipients-${round.id}`]
          ? html`<div class="notice warn" data-left-over>
              <p>${l.t('desk.recipients.left')}</p>
              <p class="actions">
                <button
                  type="button"
                  @click=${() => this.#desk.show(new RecipientsDialog(this.#desk, round))}
                >
                  ${l.t('desk.recipients.left.show')}
                </button>
              </p>
            </div>`
          : nothing
      }
      ${
        this.#awards.length > 0
          ? html`<p class="actions">
              <button type="button" class="quiet" @click=${() => void this.#print(round)}>
                ${l.t('desk.recipients.print')}
              </button>
              ${(['xlsx', 'csv'] as const).map(
                (as) =>
                  html`<button type="button" class="quiet" @click=${() => void this.#save(round, as)}>
                    ${l.t(`desk.recipients.${as}`)}
                  </button>`,
              )}
            </p>`
          : nothing
      }
      ${
        this.#awards.length === 0
          ? this.#none()
          : html`${
                unpaid.length > 0 && open
                  ? html`<label class="check"
                      ><input
                        type="checkbox"
                        id="tick-all"
                        .checked=${ticked.length === unpaid.length}
                        @change=${(event: Event) => {
                          this.#ticked = new Set(
                            (event.target as HTMLInputElement).checked ? unpaid.map(({ id }) => id) : [],
                          );
                          this.#desk.host.changed();
                        }}
                      /><span>${l.t('desk.recipients.tick-all', { n: unpaid.length })}</span></label
                    >`
                  : nothing
              }
              <ul class="rows">
                ${this.#awards.map((award) => this.#award(award, round))}
              </ul>`
      }`;
  }

  /** Why the recipients could not be read; those that were read before stay. */
  #problemView(): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    if (!this.#problem) return nothing;
    return html`<div class="notice bad" role="alert">
      <p><strong>${l.t(this.#read ? 'desk.recipients.old' : 'desk.recipients.unread')}</strong></p>
      <p>${unreadText(this.#problem, l)}</p>
      ${againView(l, this.#reading, () => void this.#again())}
    </div>`;
  }

  #none(): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    if (this.#read) return html`<p class="notice">${l.t('desk.recipients.empty')}</p>`;
    return this.#problem ? nothing : html`<p class="hint" role="status">${l.t('fund.loading')}</p>`;
  }

  #award(award: Award, round: Round): TemplateResult {
    const { l, money } = this.#desk;
    const { who, level, amount, paid, waiting, id } = award;
    const name = who?.name ?? '';
    const tick = (event: Event): void => {
      const ticked = new Set(this.#ticked);
      if ((event.target as HTMLInputElement).checked) ticked.add(id);
      else ticked.delete(id);
      this.#ticked = ticked;
      this.#desk.host.changed();
    };
    return html`<li class="row recipient" data-award=${id}>
      ${
        payable(award) && round.state === 'open'
          ? html`<input
              type="checkbox"
              aria-label=${l.t('desk.recipient.tick', { name })}
              .checked=${this.#ticked.has(id)}
              @change=${tick}
            />`
          : html`<span></span>`
      }
      <div>
        <button
          type="button"
          class="quiet name"
          @click=${() => this.#desk.show(new AwardDialog(this.#desk, award))}
        >
          ${name}
        </button>
        <p class="facts">
          ${[who?.grade, who?.school, who?.hamlet].filter(Boolean).map((text) => html`<span>${text}</span>`)}
          <span>${l.text(round.levels.find((one) => one.id === level)?.label)}</span>
          <span class="figure">${money(amount)}</span>
          <span class="badge ${paid ? 'valid' : waiting ? 'waits' : ''}"
            >${l.t(paid ? 'desk.award.paid' : waiting ? 'desk.award.waiting' : 'desk.award.unpaid')}</span
          >
        </p>
      </div>
    </li>`;
  }

  async #print(round: Round): Promise<void> {
    await attemptPaper(this.#desk, async () => {
      const { signaturePaper } = await import('../papers/make-paper.js');
      return signaturePaper(this.#desk, round, this.#awards, 'print');
    });
  }

  async #save(round: Round, as: 'xlsx' | 'csv'): Promise<void> {
    await attemptPaper(this.#desk, async () => {
      const { recipientsFile } = await import('../papers/make-paper.js');
      await recipientsFile(this.#desk, round, this.#awards, as);
    });
  }

  async #close({ id, version }: Round): Promise<void> {
    const acted = await this.#desk.act({
      kind: 'round.close',
      about: { id, version },
      typed: '',
      payload: () => ({}),
    });
    if (acted.status === 'done') this.#desk.say('desk.said.round-closed');
    this.#desk.host.focus(acted.status === 'done' ? '#said' : '#trouble');
  }
}

/** It can be paid now. */
const payable = ({ paid, waiting }: Award): boolean => !paid && waiting === undefined;
