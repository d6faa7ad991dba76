import { html, nothing, type TemplateResult } from 'lit';
import { addDong } from '../../../../src/domain/fund/dong.js';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import type { Rolled } from './roll-up-context.js';

/** What all of them hold, and the line by which it came about: opening + from outside − to outside = closing. */
export function lineView({ l, rolled }: Rolled): TemplateResult {
  const { sum, loose, year, lines } = rolled;
  const dong = (amount: number): string => formatDong(amount, l.lang);
  const money = ({ cash, bank }: typeof sum.opening): number => addDong(cash, bank);
  const way = addDong(0, ...sum.inTransit.map((one) => one.money));
  const unknown = addDong(loose.in, -loose.out);
  const figure = (amount: number, label: string, look = ''): TemplateResult =>
    html`<div class="figure ${look}">
      <dt>${label}</dt>
      <dd>${dong(amount)}</dd>
    </div>`;
  const step = (sign: string, amount: number, key: string): TemplateResult =>
    html`<span class="step"
      >${sign ? html`<span class="sign">${sign}</span>` : nothing}<span class="term"
        ><strong>${dong(amount)}</strong><span>${l.t(`roll-up.line.${key}`)}</span></span
      ></span
    >`;
  /** Where it is nothing there is no word about it. */
  const signed = (amount: number, key: string): TemplateResult | typeof nothing =>
    amount === 0 ? nothing : step(amount > 0 ? '+' : '−', Math.abs(amount), key);
  const { opening, closing, kindIn, kindOut } = sum;
  const goods = [opening.kind, kindIn, kindOut, closing.kind].some((amount) => amount !== 0);
  const agrees = lines.every((line) => line.agrees);
  return html`<section class="figures" part="figures" aria-label=${l.t('roll-up.figures')}>
      <dl>
        ${figure(money(closing), l.t('roll-up.figure.closing', { year }), 'lead')}
        ${figure(sum.receipts, l.t('roll-up.figure.in'))} ${figure(sum.payments, l.t('roll-up.figure.out'))}
      </dl>
    </section>
    <section part="equation" aria-labelledby="roll-up-line">
      <h3 id="roll-up-line">${l.t('roll-up.line')}</h3>
      <p class="terms">
        ${step('', money(opening), 'opening')} ${step('+', sum.receipts, 'in')}
        ${step('−', sum.payments, 'out')} ${signed(-way, 'transit')} ${signed(unknown, 'loose')}
        ${step('=', money(closing), 'closing')}
      </p>
      <p class=${agrees ? 'holds' : 'error'}>
        ${
          agrees
            ? html`✓ ${l.t('roll-up.holds', { funds: lines.length, n: rolled.count, year })}`
            : l.t('roll-up.differs')
        }
      </p>
      ${
        goods
          ? html`<p class="hint">
              ${l.t('roll-up.goods', {
                opening: dong(opening.kind),
                in: dong(kindIn),
                out: dong(kindOut),
                closing: dong(closing.kind),
              })}
            </p>`
          : nothing
      }
    </section>`;
}
