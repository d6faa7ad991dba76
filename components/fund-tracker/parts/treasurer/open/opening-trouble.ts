import { html, nothing, type TemplateResult } from 'lit';
import type { OpeningFault } from '../../../../../src/client/fund/opening-form.js';
import { problemText } from '../../../../base/problem-text.js';
import { rejectionText } from '../../../../base/rejection-text.js';
import type { OpeningDesk } from './opening-desk.js';

/** The sentence for a fault. */
export function faultText({ code }: OpeningFault, { l }: Pick<OpeningDesk, 'l'>): string {
  return code.startsWith('amount-') ? l.t(`dong.${code.slice('amount-'.length)}`) : l.t(`open.fault.${code}`);
}

/** Everything that is wrong, each with a way to where it is mended. */
export function faultsView(
  faults: readonly OpeningFault[],
  desk: OpeningDesk,
): TemplateResult | typeof nothing {
  const { l, host } = desk;
  if (faults.length === 0) return nothing;
  const link = (fault: OpeningFault): TemplateResult => {
    const target = `d-open-${fault.field}`;
    const follow = (event: Event): void => {
      event.preventDefault();
      host.focus(fault.field === 'regime' ? `#${target} input` : `#${target}`);
    };
    return html`<li>
      <a href="#${target}" @click=${follow}>${l.t(`open.${fault.field}`)}</a>: ${faultText(fault, desk)}
    </li>`;
  };
  return html`<div class="notice bad" id="open-faults" tabindex="-1">
    <p role="alert"><strong>${l.t('open.faults', { n: faults.length })}</strong></p>
    <ul class="plain">
      ${faults.map(link)}
    </ul>
  </div>`;
}

/** Why the fund was not opened. What was typed stays. */
export function openingTrouble(desk: OpeningDesk): TemplateResult | typeof nothing {
  const { l, view } = desk;
  const { act } = view;
  if (view.taken)
    return html`<div class="notice warn" role="alert" id="trouble" tabindex="-1">
      <p><strong>${l.t('open.taken')}</strong></p>
      <p>${l.t('open.taken.hint')}</p>
      <p class="actions">
        <button type="button" data-do="see" @click=${() => void desk.leave()}>${l.t('open.taken.go')}</button>
      </p>
    </div>`;
  if (act.status !== 'failed' && act.status !== 'rejected') return nothing;
  const offline = act.status === 'failed' && act.problem.code === 'offline';
  const why = act.status === 'rejected' ? rejectionText(act.rejection, l) : problemText(act.problem, l);
  return html`<div class="notice bad" role="alert" id="trouble" tabindex="-1">
    <p><strong>${l.t('open.failed')}</strong></p>
    <p>${offline ? l.t('open.offline') : why}</p>
  </div>`;
}
