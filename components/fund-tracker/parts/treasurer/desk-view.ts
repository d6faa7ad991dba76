import { html, nothing, type TemplateResult } from 'lit';
import { balancesWith } from '../../../../src/client/fund/read-entry.js';
import { formatDate, formatDateTime } from '../../../../src/i18n/translate.js';
import { problemText } from '../../../base/problem-text.js';
import { clockView } from './clock-view.js';
import type { Desk } from './desk.js';
import { noticesView } from './notices-view.js';
import { sectionNames, type SectionName, type Sections } from './sections.js';
import { troubleView } from './trouble-view.js';

/** The whole desk: what is in the accounts, the parts of the work, the one that is chosen, the dialog. */
export function deskView(desk: Desk, sections: Sections): TemplateResult {
  const { l, view, dialog } = desk;
  const closed = (event: Event): void => {
    if ((event.target as HTMLDialogElement).open) return;
    const { dialog: before } = desk;
    desk.dialog = desk.failure = undefined;
    before?.closed?.();
    desk.host.changed();
  };
  return html`<div class="desk-head">
      <h2 id="desk-title" tabindex="-1">${view.fund.name}</h2>
      ${balancesView(desk)}
    </div>
    ${noticesView(desk)} ${clockView(desk)} ${lateView(desk)}
    <nav class="views" aria-label=${l.t('desk.sections')}>
      ${sectionNames.map((name) => sectionButton(name, desk, sections))}
    </nav>
    ${saidView(desk)} ${dialog ? nothing : troubleView(desk)}
    <div class="section" data-section=${sections.name}>
      ${
        sections.problem
          ? html`<div class="notice bad" role="alert">
              <p>${problemText(sections.problem, l)}</p>
              <p class="actions">
                <button type="button" @click=${() => void sections.choose(sections.name)}>
                  ${l.t('fund.retry')}
                </button>
              </p>
            </div>`
          : (sections.shown?.render() ?? html`<p class="hint" role="status">${l.t('fund.loading')}</p>`)
      }
    </div>
    <dialog class="desk-dialog" aria-labelledby="dialog-title" @close=${closed}>
      ${dialog?.render() ?? nothing}
    </dialog>`;
}

/** That what is shown is from before, and the way to what is there now. */
function lateView({ l, view, session, host }: Desk): TemplateResult | typeof nothing {
  if (!view.late) return nothing;
  const again = (): void => void session.refresh().catch((error: unknown) => host.report(error));
  return html`<div class="notice warn" role="status" data-late>
    <p>${l.t('desk.late')}</p>
    <p class="actions"><button type="button" @click=${again}>${l.t('desk.stale.again')}</button></p>
  </div>`;
}

/** Numbers lead. What waits to be sent counts already, and says so. */
function balancesView({ l, view, money }: Desk): TemplateResult {
  const { cash, bank, kind } = balancesWith(view.fund, view.outbox);
  const unsent = view.outbox.filter(({ rejection }) => !rejection).length;
  const item = (name: string, value: number): TemplateResult =>
    html`<div>
      <dt>${l.t(`desk.account.${name}`)}</dt>
      <dd>${money(value)}</dd>
    </div>`;
  return html`<dl class="balances">
    <div class="total">
      <dt>${l.t('desk.balance')}</dt>
      <dd>${money(cash + bank)}</dd>
    </div>
    ${item('cash', cash)} ${item('bank', bank)} ${kind > 0 ? item('kind', kind) : nothing}
    ${unsent > 0 && view.sync.status === 'failed' ? html`<div class="hint">${l.t('desk.balance.unsent', { n: unsent })}</div>` : nothing}
  </dl>`;
}

function sectionButton(name: SectionName, { l, view }: Desk, sections: Sections): TemplateResult {
  const n = name === 'pending' ? view.pending.filter(({ state }) => state === 'waiting').length : 0;
  return html`<button
    type="button"
    aria-current=${sections.name === name ? 'true' : 'false'}
    data-to=${name}
    @click=${() => void sections.choose(name)}
  >
    ${l.t(`desk.section.${name}`)}${n > 0 ? html`<span class="count" aria-label=${l.t('desk.pending.count', { n })}>${n}</span>` : nothing}
  </button>`;
}

/** What was done a moment ago. */
function saidView(desk: Desk): TemplateResult {
  const { l, said, view, session } = desk;
  const { recorded } = view;
  const entry = recorded?.what === 'entry' ? session.ledger.entry(recorded.no) : undefined;
  const text = said
    ? l.t(said.key, said.params)
    : recorded?.what === 'pending'
      ? l.t('desk.said.waiting')
      : entry
        ? l.t('desk.said.recorded', {
            no: entry.no,
            amount: desk.money(entry.amount),
            time: formatDateTime(entry.recordedAt),
          }) +
          (entry.date === session.today
            ? ''
            : ` ${l.t('desk.said.same-day', { date: formatDate(entry.date) })}`)
        : recorded?.what === 'entry' && view.late
          ? l.t('desk.said.unread', { no: recorded.no })
          : '';
  return html`<p class="said ${text ? 'notice good' : ''}" role="status" id="said" tabindex="-1">${text}</p>`;
}
