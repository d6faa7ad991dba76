import { html, nothing, type TemplateResult } from 'lit';
import type { ImportPlan, PlannedRow } from '../../../../src/domain/register-import/import.types.js';
import { rejectionText } from '../../../base/rejection-text.js';
import { tickField } from '../../../base/fields.js';
import { importDialog, refusalsView } from '../../../base/import/dialog-views.js';
import { importStyles } from '../../../base/import/import.styles.js';
import { previewView } from '../../../base/import/lines-view.js';
import { sheetChooser, sheetEnd, sheetProgress } from '../../../base/import/sheet-views.js';
import { wear } from '../../../base/wear.js';
import type { RegisterDialog, RegisterHost } from '../../register-host.js';
import { ImportDesk } from './import-desk.js';
import { rowsReading } from './reading-view.js';
import { RowsView } from './rows-view.js';
import { importTexts } from './texts.js';

/** Opens the import of a list. */
export function openImport(host: RegisterHost): void {
  for (const texts of importTexts) host.l.add(texts);
  wear(host.root, importStyles);
  host.show(new ImportDialog(host));
}

/** A file, how it is understood, what is doubtful in it; then all of it into the register, or nothing. */
class ImportDialog implements RegisterDialog {
  readonly #host: RegisterHost;
  readonly #work: ImportDesk;
  readonly #rows: RowsView;

  constructor(host: RegisterHost) {
    this.#host = host;
    this.#work = new ImportDesk(host);
    this.#rows = new RowsView(this.#work);
  }

  closed(): void {
    this.#work.stop();
  }

  render(): TemplateResult {
    const { l } = this.#host;
    const work = this.#work;
    const { phase, shown, share, compared, settled, ready } = work;
    const resting = phase === 'choose' || shown !== undefined;
    const body = html`${
      resting
        ? sheetChooser(work, l, l.t('register-import.hint'))
        : sheetProgress(work, l, {
            comparing: l.t('register-import.comparing', { n: compared }),
            writing: l.t('register-import.writing', { percent: Math.floor(share * 100) }),
          })
    }
    ${sheetEnd(work, l)} ${this.#refused()} ${shown ? this.#preview(shown) : nothing}`;
    return importDialog(
      {
        l,
        title: l.t('register-import.title'),
        close: resting ? () => this.#host.close() : undefined,
        go: shown && { label: l.t('register-import.go', { n: settled?.taken.length ?? 0 }), ready },
        submit: () => void work.enter(),
      },
      body,
    );
  }

  #refused(): TemplateResult | typeof nothing {
    const { l } = this.#host;
    const { refused } = this.#work;
    if (!refused) return nothing;
    const lines = refused.rows.map(
      ({ line, rejection }) =>
        () =>
          l.t('sheet.line.reason', { line: String(line), reason: rejectionText(rejection, l) }),
    );
    const reason = lines.length === 0 ? rejectionText(refused.rejection, l) : undefined;
    return refusalsView(l, l.t('register-import.refused'), reason, lines);
  }

  #preview(plan: ImportPlan): TemplateResult {
    const work = this.#work;
    const { l } = this.#host;
    const number = (state: PlannedRow['state']): number =>
      plan.rows.filter((row) => row.state === state).length;
    const stopped = number('stop');
    const notices = plan.notes.map(({ code, severity, params }) => {
      const model = params['model'];
      const told = model === undefined ? params : { model: l.t(`register.model.${model}`) };
      return { code, stops: severity === 'stop', text: l.t(`register-import.plan.${code}`, told) };
    });
    const counts = l.t('register-import.counts', {
      all: plan.rows.length,
      ready: number('ready'),
      look: number('look'),
      ask: number('ask'),
      same: number('same'),
      stop: stopped,
    });
    const body = html`${this.#rows.render(plan)}
    ${
      stopped > 0 && (work.settled?.taken.length ?? 0) > 0
        ? tickField({
            name: 'import-leave-out',
            label: l.t('sheet.leave-out', { n: stopped }),
            value: work.leaveOut,
            input: (value) => work.agree(value),
          })
        : nothing
    }`;
    return html`${rowsReading(work, plan)}
    ${previewView(l, { busy: work.phase !== 'preview', notices, counts }, body)}`;
  }
}
