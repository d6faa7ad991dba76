import { html, nothing, type TemplateResult } from 'lit';
import type { CheckFault } from '../../../../src/client/ledger/check-ledger.js';
import { ledgerDamage } from '../../../../src/client/fund/ledger-damage.js';
import { damageText } from '../../state-view.js';
import { barView } from './figures-view.js';
import type { CheckDesk } from './check-desk.js';
import { dong, type PublicContext } from './public-context.js';

/** A hash as it can be read aloud and compared with paper: eight groups of eight. */
const grouped = (hash: string): string => hash.replace(/.{8}(?=.)/g, '$& ');

function faultText(fault: CheckFault, { l }: PublicContext): string {
  if (fault.no !== undefined)
    return l.t(`fund.fault.${fault.fault}`, { no: String(fault.no), before: String(fault.no - 1) });
  return 'year' in fault
    ? l.t(`fund.fault.${fault.fault}`, { year: fault.year })
    : l.t(`fund.fault.${fault.fault}`);
}

function resultView(context: PublicContext, desk: CheckDesk, show: (no: number) => void): TemplateResult {
  const { l } = context;
  const { state, result } = desk;
  if (state !== 'done' || !result) {
    const failed = state === 'failed';
    const no = failed ? ledgerDamage(desk.failure) : undefined;
    return html`<p class="notice ${failed ? 'warn' : ''}">
      ${no === undefined ? l.t(`fund.check.${state}`) : damageText(l, no)}
    </p>`;
  }
  const { opening, receipts, payments, closing } = result.line;
  if (result.faults.length === 0)
    return html`<div class="notice good">
      <h4>✓ ${l.t('fund.check.sound')}</h4>
      <p>${l.t('fund.check.sound.hint', { n: result.count })}</p>
      <p class="hint">
        ${l.t('fund.check.line', { opening: dong(opening, l), receipts: dong(receipts, l), payments: dong(payments, l), closing: dong(closing, l) })}
      </p>
    </div>`;
  return html`<div class="notice bad">
    <h4>${l.t('fund.check.wrong', { n: result.faults.length })}</h4>
    <ul class="faults">
      ${result.faults.map(
        (fault) =>
          html`<li>
            ${faultText(fault, context)}
            ${
              fault.no === undefined
                ? nothing
                : html`<button type="button" class="quiet" @click=${() => show(fault.no)}>
                    ${l.t('fund.fault.show')}<span class="visually-hidden"> ${fault.no}</span>
                  </button>`
            }
          </li>`,
      )}
    </ul>
    <p class="hint">${result.more ? l.t('fund.check.more') : nothing} ${l.t('fund.check.ask')}</p>
  </div>`;
}

function answerView({ l, fund }: PublicContext, desk: CheckDesk): TemplateResult {
  const { answer } = desk;
  if (desk.comparing) return html`${l.t('fund.hash.looking')}`;
  if (!answer) return html``;
  const good =
    answer.kind === 'head' || answer.kind === 'year' || answer.kind === 'entry' || answer.kind === 'opening';
  const no = answer.kind === 'entry' ? answer.no : fund.count;
  return html`<span class=${good ? 'holds' : 'error'}
    >${good ? '✓ ' : nothing}${l.t(`fund.hash.${answer.kind}`, {
      no: String(no),
      year: answer.kind === 'year' ? answer.year : '',
    })}</span
  >`;
}

/** The ledger checked by the reader's own device, and a printed hash compared with it. */
export function checkView(
  context: PublicContext,
  desk: CheckDesk,
  show: (no: number) => void,
): TemplateResult {
  const { l, fund } = context;
  const running = desk.state === 'running';
  return html`<section class="audit" part="check" aria-labelledby="check-title">
    <h3 id="check-title">${l.t('fund.check')}</h3>
    <p class="hint">${l.t('fund.check.hint')}</p>
    <p class="actions">
      ${
        running
          ? html`<button type="button" id="check-cancel" @click=${() => desk.cancel()}>
              ${l.t('fund.check.cancel')}
            </button>`
          : html`<button type="button" class="primary" id="check-run" @click=${() => void desk.run(fund)}>
              ${l.t('fund.check.run')}
            </button>`
      }
    </p>
    ${
      running
        ? html`<div
            role="progressbar"
            aria-labelledby="check-title"
            aria-valuemin="0"
            aria-valuemax=${fund.count}
            aria-valuenow=${desk.count}
          >
            <p>${l.t('fund.check.running', { n: desk.count, all: fund.count })}</p>
            ${barView(fund.count > 0 ? desk.count / fund.count : 0, 'goal')}
          </div>`
        : nothing
    }
    <div id="check-result" tabindex="-1" role="status">
      ${running || desk.state === 'idle' ? nothing : resultView(context, desk, show)}
    </div>
    <div class="hashes">
      <p>
        <span class="label">${l.t('fund.hash.last', { no: String(fund.count) })}</span>
        <code>${grouped(fund.head)}</code>
      </p>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const field = (event.target as HTMLFormElement).querySelector('input');
          void desk.compare(fund, field?.value ?? '');
        }}
      >
        <label class="field"
          ><span>${l.t('fund.hash.printed')}</span
          ><input
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby="hash-answer"
        /></label>
        <button type="submit">${l.t('fund.hash.compare')}</button>
      </form>
      <p id="hash-answer" role="status">${answerView(context, desk)}</p>
    </div>
  </section>`;
}
