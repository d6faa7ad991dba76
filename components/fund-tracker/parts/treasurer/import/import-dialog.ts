import { html, nothing, type TemplateResult } from 'lit';
import type { ImportPlan, PlannedLine } from '../../../../../src/domain/fund/import/import.types.js';
import { rejectionText } from '../../../../base/rejection-text.js';
import type { Desk, DeskDialog } from '../desk.js';
import { tickField } from '../../../../base/fields.js';
import { importDialog, refusalsView } from '../../../../base/import/dialog-views.js';
import { importStyles } from '../../../../base/import/import.styles.js';
import { previewView } from '../../../../base/import/lines-view.js';
import { sheetChooser, sheetEnd, sheetProgress } from '../../../../base/import/sheet-views.js';
import { wear } from '../../../../base/wear.js';
import { troubleView } from '../trouble-view.js';
import { ImportDesk } from './import-desk.js';
import { LinesView } from './lines-view.js';
import { linesReading } from './reading-view.js';
import { importTexts } from './texts.js';

/** Opens the import of a year. */
export function openImport(desk: Desk): void {
  for (const texts of importTexts) desk.l.add(texts);
  wear(desk.host.root, importStyles);
  desk.show(new ImportDialog(desk));
}

/** A file, how it is understood, what is doubtful in it; then all of it into the ledger, or nothing. */
class ImportDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #work: ImportDesk;
  readonly #lines: LinesView;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#work = new ImportDesk(desk);
    this.#lines = new LinesView(desk);
  }

  closed(): void {
    this.#work.stop();
  }

  render(): TemplateResult {
    const { l } = this.#desk;
    const work = this.#work;
    const { phase, shown, share, ready } = work;
    const resting = phase === 'choose' || shown !== undefined;
    const body = html`${
      resting
        ? sheetChooser(work, l, l.t('import.hint'))
        : sheetProgress(work, l, { writing: l.t('import.writing', { percent: Math.floor(share * 100) }) })
    }
    ${sheetEnd(work, l)} ${this.#refused()} ${shown ? this.#preview(shown) : nothing}`;
    return importDialog(
      {
        l,
        title: l.t('import.title'),
        close: resting ? () => this.#desk.close() : undefined,
        go: shown && { label: l.t('import.go', { n: shown.totals.count }), ready },
        submit: () => void work.record(),
      },
      body,
    );
  }

  #refused(): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    const { refused } = this.#work;
    if (refused.length === 0) return troubleView(this.#desk);
    const lines = refused.map(
      ({ line, rejection }) =>
        () =>
          l.t('sheet.line.reason', { line: String(line), reason: rejectionText(rejection, l) }),
    );
    return refusalsView(l, l.t('import.refused'), undefined, lines);
  }

  #preview(plan: ImportPlan): TemplateResult {
    const work = this.#work;
    const { l } = this.#desk;
    const number = (state: PlannedLine['state']): number =>
      plan.lines.filter((line) => line.state === state).length;
    const again = plan.lines.some(({ problems }) =>
      problems.some(({ key }) => key === 'import.line.in-ledger' || key === 'import.line.in-waiting'),
    );
    const notices = plan.problems.map(({ key, severity, params }) => ({
      code: key,
      stops: severity === 'stop',
      text: l.t(key, params),
    }));
    const counts = l.t('import.counts', {
      all: plan.lines.length,
      ready: number('ready'),
      look: number('look'),
      stop: number('stop'),
    });
    const body = html`${this.#sums(plan)} ${this.#lines.render(plan)}
    ${
      again || work.choices.again
        ? tickField({
            name: 'import-again',
            label: l.t('import.again'),
            value: work.choices.again ?? false,
            input: (value) => void work.choice({ again: value }),
          })
        : nothing
    }
    ${
      work.stopped > 0 && plan.totals.count > 0
        ? tickField({
            name: 'import-leave-out',
            label: l.t('sheet.leave-out', { n: work.stopped }),
            value: work.leaveOut,
            input: (value) => work.agree(value),
          })
        : nothing
    }`;
    return html`${linesReading(work, plan)}
    ${previewView(l, { busy: work.phase !== 'preview', notices, counts }, body)}`;
  }

  #sums({ totals, before, after }: ImportPlan): TemplateResult {
    const { l, money } = this.#desk;
    const item = (name: string, value: string): TemplateResult =>
      html`<div>
        <dt>${l.t(`import.sum.${name}`)}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<dl class="balances">
      ${item('before', money(before.cash + before.bank))} ${item('receipts', money(totals.receipts))}
      ${item('payments', money(totals.payments))} ${item('after', money(after.cash + after.bank))}
      ${totals.moves > 0 ? item('moves', money(totals.moves)) : nothing}
      ${
        totals.goodsIn + totals.goodsOut > 0
          ? item('goods', `${money(totals.goodsIn)} / ${money(totals.goodsOut)}`)
          : nothing
      }
    </dl>`;
  }
}
