import { html, nothing, type TemplateResult } from 'lit';
import { readNearDate } from '../../../../src/client/fund/read-date.js';
import { toProblem } from '../../../../src/client/problem.js';
import type { Problem } from '../../../../src/client/view.types.js';
import type { ReportPaperSettings } from '../../../../src/document/report/report-input.js';
import type { Report } from '../../../../src/domain/report/report.types.js';
import { reportFileVi } from '../../../../src/i18n/vi/report-file.js';
import { textField } from '../../../base/fields.js';
import { saveFile } from '../../../base/files.js';
import type { Texts } from '../../../base/language.js';
import { problemWords, unreadText } from '../../../base/problem-words.js';
import type { ReportDialog, ReportHost } from '../../report-host.js';

const fileTexts: Texts = {
  vi: reportFileVi,
  en: async () => (await import('../../../../src/i18n/en/report-file.js')).reportFileEn,
};

const lines = ['parentOrganisation', 'organisation', 'place', 'number', 'symbol', 'date'] as const;
const forms = ['print', 'docx', 'xlsx', 'csv'] as const;
type Form = (typeof forms)[number];

/** What was typed for the head of a paper; it is kept until the page is left. */
export type PaperLines = Record<(typeof lines)[number], string>;

export const noLines = (): PaperLines => ({
  parentOrganisation: '',
  organisation: '',
  place: '',
  number: '',
  symbol: '',
  date: '',
});

/** Opens what is to stand on the paper, and in which form the report is handed over. */
export function openPapers(host: ReportHost, report: () => Report | undefined, typed: PaperLines): void {
  host.l.add(fileTexts);
  host.l.add(problemWords);
  host.show(new PapersDialog(host, report, typed));
}

class PapersDialog implements ReportDialog {
  readonly #host: ReportHost;
  /** The one that is shown when a button is pressed. */
  readonly #report: () => Report | undefined;
  readonly #typed: PaperLines;
  #problem: Problem | undefined;
  #wrongDate = false;
  #busy = false;

  constructor(host: ReportHost, report: () => Report | undefined, typed: PaperLines) {
    this.#host = host;
    this.#report = report;
    this.#typed = typed;
  }

  render(): TemplateResult {
    const { l } = this.#host;
    const problem = this.#problem;
    const button = (as: Form): TemplateResult =>
      html`<button
        type="button"
        class=${as === 'print' ? 'primary' : nothing}
        data-do=${as}
        ?disabled=${this.#busy}
        @click=${() => void this.#make(as)}
      >
        ${l.t(`report-file.${as}`)}
      </button>`;
    return html`<form class="dialog" novalidate @submit=${(event: Event) => event.preventDefault()}>
      <h2 id="dialog-title" tabindex="-1">${l.t('report-file.title')}</h2>
      <div class="grid">${lines.map((name) => this.#line(name))}</div>
      <p class="hint">${l.t('report-file.sample')}</p>
      ${problem ? html`<p class="notice bad" role="alert">${unreadText(problem, l)}</p>` : nothing}
      <div class="actions end">${button('docx')} ${button('print')}</div>
      <h3>${l.t('report-file.data')}</h3>
      <div class="actions">${button('xlsx')} ${button('csv')}</div>
      <div class="actions end">
        <button type="button" data-do="close" @click=${() => this.#host.close()}>
          ${l.t('report-page.close')}
        </button>
      </div>
    </form>`;
  }

  #line(name: keyof PaperLines): TemplateResult {
    const { l } = this.#host;
    return textField({
      name: `paper-${name}`,
      label: l.t(`report-file.${name}`),
      value: this.#typed[name],
      hint: name === 'organisation' ? l.t('report-file.usual') : undefined,
      fault: name === 'date' && this.#wrongDate ? l.t('report-file.date.wrong') : undefined,
      input: (value) => {
        this.#typed[name] = value;
      },
    });
  }

  /** What stands on the paper; nothing where the date is none. `on`: the day that the report is of. */
  #settings({ on }: Report): ReportPaperSettings | undefined {
    const { date: typed, ...rest } = this.#typed;
    const date = readNearDate(typed, on);
    this.#wrongDate = typed.trim() !== '' && date === undefined;
    if (this.#wrongDate) return undefined;
    const given = Object.entries(rest).filter(([, text]) => text.trim() !== '');
    return { ...Object.fromEntries(given), ...(date !== undefined && { date }) };
  }

  async #make(as: Form): Promise<void> {
    const { l } = this.#host;
    const report = this.#report();
    const settings = report && this.#settings(report);
    this.#problem = undefined;
    if (report && !settings) this.#host.focus('#d-paper-date');
    this.#busy = settings !== undefined && report !== undefined;
    this.#host.changed();
    if (!settings || !report) return;
    try {
      if (!(await handOver({ report, settings, lang: l.lang }, as)))
        this.#problem = { code: 'unsupported', params: { reason: 'print' }, retryable: false };
    } catch (error) {
      this.#problem = toProblem(error, 'offline');
      this.#host.report(error);
    }
    this.#busy = false;
    this.#host.changed();
  }
}

/** Prints the report, or saves it as a file. False where the browser prints nothing. */
async function handOver(
  input: { report: Report; settings: ReportPaperSettings; lang: 'vi' | 'en' },
  as: Form,
): Promise<boolean> {
  const paper = await import('../../../../src/document/index.js');
  const { reportDocument, reportFileName, reportSheets, reportTable } = await paper.reportPapers();
  const name = reportFileName(input);
  if (as === 'print') return paper.printDocument(reportDocument(input), { window, title: name });
  const blob = {
    docx: () => paper.toDocx(reportDocument(input)),
    xlsx: () => paper.toXlsx(reportSheets(input)),
    csv: () => paper.toCsv(reportTable(input)),
  }[as];
  saveFile(await blob(), `${name}.${as}`);
  return true;
}
