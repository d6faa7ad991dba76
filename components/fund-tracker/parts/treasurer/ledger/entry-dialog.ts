import { html, nothing, type TemplateResult } from 'lit';
import { entryLike, partyConsentText, type EntryForm } from '../../../../../src/client/fund/entry-form.js';
import { readDate } from '../../../../../src/client/fund/read-date.js';
import type { Wish } from '../../../../../src/client/fund/fund-desk.types.js';
import type { FundKind } from '../../../../../src/client/fund/waiting.types.js';
import type { Entry, EntrySecret } from '../../../../../src/domain/fund/entry.schema.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { Desk, DeskDialog } from '../desk.js';
import { choiceField, textField, areaField, tickField } from '../../../../base/fields.js';
import { attemptPaper } from '../papers/attempt-paper.js';
import { reloadAfter } from '../left-over.js';
import { troubleView } from '../trouble-view.js';
import { entryFacts } from './entry-facts.js';
import type { EntryDesk } from './entry-desk.js';

type Mode = 'facts' | 'reverse' | 'disclose' | 'erase';

interface ReverseForm {
  no: string;
  reason: string;
  date: string;
  again: boolean;
}

/** Shows one entry, with what can be done about it. */
export function openEntry(desk: Desk, line: EntryDesk, no: number): void {
  const entry = desk.session.ledger.entry(no);
  if (!entry) return;
  desk.show(new EntryDialog(desk, line, entry));
  if (desk.session.ledger.isStale(no)) void desk.session.reread(no);
}

/** One entry: everything about it; taking it back, publishing or erasing who is named in it. */
class EntryDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #line: EntryDesk;
  readonly #entry: Entry;
  #mode: Mode = 'facts';
  #bare = false;
  #what: ('party' | 'details')[] = [];
  #consent: '' | 'paper' | 'digital' = '';
  #anonymous = false;

  constructor(desk: Desk, line: EntryDesk, entry: Entry) {
    this.#desk = desk;
    this.#line = line;
    this.#entry = entry;
  }

  get #secret(): EntrySecret | undefined {
    return this.#desk.session.ledger.secret(this.#entry.no);
  }

  get #reverse(): ReverseForm {
    const { session } = this.#desk;
    const [year, month, day] = session.today.split('-');
    const fresh = { no: String(this.#entry.no), reason: '', date: `${day}/${month}/${year}`, again: true };
    const kept = this.#desk.form('reverse', fresh);
    return kept.no === fresh.no ? kept : fresh;
  }

  #turn(mode: Mode): void {
    this.#mode = mode;
    this.#bare = false;
    const { party } = this.#secret ?? {};
    this.#consent = party?.consent?.form ?? '';
    this.#anonymous = party?.anonymous ?? false;
    this.#what = [];
    this.#desk.settle();
    // The button that was pressed is gone: what comes in its place has the focus, or the keyboard would stand nowhere.
    this.#desk.host.focus(`dialog.desk-dialog ${mode === 'facts' ? '.actions button' : '[data-d]'}`);
  }

  render(): TemplateResult {
    const { l } = this.#desk;
    const { no } = this.#entry;
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      if (this.#mode === 'facts') this.#desk.close();
      else void this.#do();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t(`desk.entry-dialog.${this.#mode}`, { no })}</h2>
      ${troubleView(this.#desk)} ${this.#staleView()}
      ${
        this.#mode === 'facts'
          ? entryFacts(this.#desk, this.#entry, this.#secret)
          : this.#mode === 'reverse'
            ? this.#reverseView()
            : this.#mode === 'disclose'
              ? this.#discloseView()
              : this.#eraseView()
      }
      <div class="actions end">${this.#buttons()}</div>
    </form>`;
  }

  /** What stands here of the private part is what was there before somebody changed it. */
  #staleView(): TemplateResult | typeof nothing {
    const { l, session } = this.#desk;
    const { no } = this.#entry;
    if (!session.ledger.isStale(no)) return nothing;
    return html`<div class="notice warn" role="alert" data-stale>
      <p>${l.t('desk.stale')}</p>
      <p class="actions">
        <button type="button" @click=${() => void session.reread(no)}>${l.t('desk.stale.again')}</button>
      </p>
    </div>`;
  }

  #buttons(): TemplateResult {
    const { l, busy } = this.#desk;
    if (this.#mode !== 'facts')
      return html`<button type="button" @click=${() => this.#turn('facts')}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy}>
          ${l.t(`desk.entry-dialog.${this.#mode}.do`)}
        </button>`;
    const { session } = this.#desk;
    const secret = this.#secret;
    const { reverses, no } = this.#entry;
    const reversible = reverses === undefined && session.ledger.reversedBy(no) === undefined;
    const turn = (mode: Mode): TemplateResult =>
      html`<button type="button" @click=${() => this.#turn(mode)}>
        ${l.t(`desk.entry-dialog.${mode}.open`)}
      </button>`;
    return html`${session.may('fund.erase') && (secret?.party ?? secret?.details) ? turn('erase') : nothing}
      ${session.may('fund.disclose') && secret?.party ? turn('disclose') : nothing}
      ${session.may('fund.reverse') && reversible ? turn('reverse') : nothing}
      <button type="button" @click=${() => void this.#print()}>${l.t('desk.voucher.print')}</button>
      <button type="submit" class="primary">${l.t('desk.close')}</button>`;
  }

  async #print(): Promise<void> {
    await attemptPaper(this.#desk, async () => {
      const { voucherPaper } = await import('../papers/make-paper.js');
      return voucherPaper(this.#desk, this.#entry, 'print');
    });
  }

  #reverseView(): TemplateResult {
    const { l, session } = this.#desk;
    const form = this.#reverse;
    const put = (change: Partial<ReverseForm>): void => {
      this.#bare = false;
      this.#desk.type('reverse', { ...this.#reverse, ...change });
    };
    const date = readDate(form.date, session.today);
    const wrong = this.#bare && (!date || date < this.#entry.date || date > session.today);
    return html`<p>${l.t('desk.reverse.hint')}</p>
      ${areaField({
        name: 'reason',
        label: l.t('desk.reverse.reason'),
        value: form.reason,
        input: (reason) => put({ reason }),
        fault: this.#bare && form.reason.trim() === '' ? l.t('desk.reverse.reason.missing') : undefined,
      })}
      ${textField({
        name: 'reverse-date',
        label: l.t('desk.reverse.date'),
        value: form.date,
        figures: true,
        maxlength: 12,
        input: (text) => put({ date: text }),
        fault: wrong ? l.t('desk.reverse.date.wrong', { date: formatDate(this.#entry.date) }) : undefined,
      })}
      ${tickField({
        name: 'again',
        label: l.t('desk.reverse.again'),
        value: form.again,
        input: (again) => put({ again }),
      })}`;
  }

  #discloseView(): TemplateResult {
    const { l } = this.#desk;
    return html`<p>${l.t('desk.disclose.hint', { name: this.#secret?.party?.name ?? '' })}</p>
      ${tickField({
        name: 'disclose-anonymous',
        label: l.t('desk.entry.anonymous'),
        value: this.#anonymous,
        input: (value) => {
          this.#anonymous = value;
          this.#desk.host.changed();
        },
      })}
      ${choiceField({
        name: 'disclose-consent',
        label: l.t('desk.entry.consent'),
        value: this.#consent,
        disabled: this.#anonymous,
        hint: l.t('desk.entry.consent.hint'),
        input: (value) => {
          this.#consent = value as '' | 'paper' | 'digital';
          this.#desk.host.changed();
        },
        none: l.t('desk.consent.none'),
        choices: (['paper', 'digital'] as const).map((value) => ({
          value,
          label: l.t(`desk.consent.${value}`),
        })),
      })}`;
  }

  #eraseView(): TemplateResult {
    const { l } = this.#desk;
    const secret = this.#secret;
    const tick = (part: 'party' | 'details'): TemplateResult | typeof nothing =>
      secret?.[part]
        ? tickField({
            name: `erase-${part}`,
            label: l.t(`desk.erase.${part}`),
            value: this.#what.includes(part),
            input: (on) => {
              this.#what = on ? [...this.#what, part] : this.#what.filter((one) => one !== part);
              this.#bare = false;
              this.#desk.host.changed();
            },
          })
        : nothing;
    return html`<p>${l.t('desk.erase.hint')}</p>
      ${tick('party')} ${tick('details')}
      ${this.#bare ? html`<p class="error" role="alert">${l.t('desk.erase.missing')}</p>` : nothing}`;
  }

  async #do(): Promise<void> {
    const desk = this.#desk;
    const { no } = this.#entry;
    const mode = this.#mode;
    const wish = this.#wish();
    if (!wish) {
      this.#bare = true;
      if (mode === 'reverse') desk.host.focus('dialog.desk-dialog [aria-invalid=true]');
      else desk.host.changed();
      return;
    }
    const again = mode === 'reverse' && this.#reverse.again;
    const acted = await desk.act(wish);
    const known = mode === 'reverse' || acted.status === 'failed' || (await desk.session.reread(no));
    if (acted.status !== 'done') return;
    if (mode === 'reverse') desk.type('reverse', undefined);
    // The name also stands in the list and in what is searched: nothing of it may stay on the screen.
    if (mode === 'erase') {
      desk.close();
      return reloadAfter(desk.host, '#said', { key: 'desk.said.erase', params: { no } });
    }
    desk.say(known ? `desk.said.${mode}` : 'desk.said.unread', { no });
    desk.close();
    if (again && this.#line.untouched) this.#line.put(this.#like());
    else desk.host.focus('#said');
  }

  #wish(): Wish<FundKind> | undefined {
    const { id, date: first } = this.#entry;
    const { session } = this.#desk;
    if (this.#mode === 'reverse') {
      const { reason, date: text } = this.#reverse;
      const date = readDate(text, session.today);
      const why = reason.trim().normalize('NFC');
      if (!date || date < first || date > session.today || why === '') return undefined;
      return {
        kind: 'fund.reverse',
        about: { id, version: 1 },
        typed: [date, why],
        payload: () => ({ date, details: { salt: session.newSalt(), reason: why } }),
      };
    }
    const secret = this.#secret;
    if (!secret) return undefined;
    const about = { id, version: secret.version };
    if (this.#mode === 'erase') {
      const what = [...this.#what];
      return what.length > 0
        ? { kind: 'fund.erase', about, typed: what, payload: () => ({ what }) }
        : undefined;
    }
    const [form, anonymous] = [this.#consent, this.#anonymous];
    const consent = form && !anonymous ? { form, textVersion: partyConsentText } : null;
    return {
      kind: 'fund.disclose',
      about,
      typed: [form, anonymous],
      payload: () => ({ consent, anonymous }),
    };
  }

  #like(): EntryForm {
    const { kind, date, category = '', amount, account } = this.#entry;
    const [year, month, day] = date.split('-');
    return entryLike(
      { kind, date: `${day}/${month}/${year}`, category, amount: String(amount), account },
      this.#secret,
    );
  }
}
