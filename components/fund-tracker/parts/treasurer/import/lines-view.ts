import { html, nothing, type TemplateResult } from 'lit';
import type {
  ImportPlan,
  LineProblem,
  PlannedLine,
} from '../../../../../src/domain/fund/import/import.types.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { Desk } from '../desk.js';
import { lineView, LinesList, shortened, skippedView } from '../../../../base/import/lines-view.js';

/** Letters of a cell that are quoted. */
const longestQuote = 40;

/** The lines of a plan, those that cannot be taken first. */
export class LinesView {
  readonly #desk: Desk;
  readonly #list: LinesList<PlannedLine>;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#list = new LinesList(desk.l, ['stop', 'look'], () => desk.host.changed());
  }

  render(plan: ImportPlan): TemplateResult {
    const { l } = this.#desk;
    return html`${this.#list.render(plan.lines, (line) => this.#line(line, plan))}
    ${skippedView(l, l.t('import.skipped', { n: plan.skipped.length }), plan.skipped)}`;
  }

  #line(line: PlannedLine, plan: ImportPlan): TemplateResult {
    const { date, amount, kind, party, details } = line.draft;
    const facts = html`${date === undefined ? nothing : html`<span>${formatDate(date)}</span>`}
    ${amount === undefined ? nothing : html`<strong>${this.#amount(kind, amount)}</strong>`}
    ${party ? html`<span>${party.name}</span>` : nothing}
    ${details?.purpose === undefined ? nothing : html`<span>${details.purpose}</span>`}`;
    return lineView(
      this.#desk.l,
      line,
      facts,
      line.problems.map((one) => this.#reason(one, plan)),
    );
  }

  #amount(kind: string | undefined, dong: number): string {
    const amount = this.#desk.money(dong);
    if (kind === undefined) return amount;
    const { l } = this.#desk;
    if (kind === 'move') return l.t('import.line.move-amount', { amount });
    return l.t(kind === 'receipt' ? 'import.line.in' : 'import.line.out', { amount });
  }

  #reason({ key, params, column }: LineProblem, { titles }: ImportPlan): string {
    const { l, money } = this.#desk;
    const { missing } = params;
    const text = params['text'] === undefined ? undefined : shortened(String(params['text']), longestQuote);
    const reason = l.t(key, {
      ...params,
      ...(text !== undefined && { text }),
      ...(typeof missing === 'number' && { missing: money(missing) }),
    });
    const title = column === undefined ? '' : (titles[column] ?? '');
    if (title !== '') {
      // The sentences about amounts are those of every field and quote nothing themselves.
      const quoted = text && key.startsWith('dong.');
      return quoted
        ? l.t('import.line.where-text', { title, text, reason })
        : l.t('sheet.where', { title, reason });
    }
    return reason.charAt(0).toLocaleUpperCase('vi') + reason.slice(1);
  }
}
