import { html, type TemplateResult } from 'lit';
import { readNearDate } from '../../../../../src/client/fund/read-date.js';
import { formatDate } from '../../../../../src/i18n/translate.js';
import type { Desk, DeskDialog } from '../desk.js';
import { choiceField, textField } from '../../../../base/fields.js';
import { troubleView } from '../trouble-view.js';
import { attemptPaper } from './attempt-paper.js';
import { yearFile, yearPaper, yearPapers, type PaperForm, type YearPaper } from './make-paper.js';

interface PaperLines {
  which: string;
  parentOrganisation: string;
  place: string;
  number: string;
  symbol: string;
  date: string;
}

/** Which paper of a year, in which form, with which lines; files for spreadsheets beside them. */
export class YearPapersDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #year: string;
  /** A paper was asked for with a date that cannot be read. */
  #dateless = false;

  constructor(desk: Desk, year: string) {
    this.#desk = desk;
    this.#year = year;
  }

  get #form(): PaperLines {
    const { session, view } = this.#desk;
    return this.#desk.form<PaperLines>('papers', {
      which: 'report',
      parentOrganisation: '',
      place: view.fund.place.name,
      number: '',
      symbol: '',
      date: formatDate(session.today),
    });
  }

  render(): TemplateResult {
    const { l } = this.#desk;
    const form = this.#form;
    const put = (change: Partial<PaperLines>): void => this.#desk.put('papers', change);
    const line = (name: Exclude<keyof PaperLines, 'which'>): TemplateResult =>
      textField({
        name: `paper-${name}`,
        label: l.t(`desk.paper.${name}`),
        value: form[name],
        fault: name === 'date' && this.#dateless ? l.t('desk.fault.date') : undefined,
        input: (value) => {
          if (name === 'date') this.#dateless = false;
          put({ [name]: value });
        },
      });
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const as = (event.submitter as HTMLButtonElement | null)?.value === 'docx' ? 'docx' : 'print';
      void this.#make(as);
    };
    const file = (as: 'xlsx' | 'csv' | 'beancount'): TemplateResult =>
      html`<button
        type="button"
        @click=${() => void this.#attempt(() => yearFile(this.#desk, this.#year, as))}
      >
        ${l.t(`desk.file.${as}`)}
      </button>`;
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t('desk.papers', { year: this.#year })}</h2>
      ${troubleView(this.#desk)}
      ${choiceField({
        name: 'paper-which',
        label: l.t('desk.paper.which'),
        value: form.which,
        choices: yearPapers.map((value) => ({ value, label: l.t(`desk.paper.${value}`) })),
        input: (which) => put({ which }),
      })}
      <div class="grid">
        ${line('parentOrganisation')} ${line('place')} ${line('number')} ${line('symbol')} ${line('date')}
      </div>
      <div class="actions end">
        <button type="submit" value="docx">${l.t('desk.paper.docx')}</button>
        <button type="submit" value="print" class="primary">${l.t('desk.paper.print')}</button>
      </div>
      <h3>${l.t('desk.files')}</h3>
      <div class="actions">${file('xlsx')} ${file('csv')} ${file('beancount')}</div>
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.close')}</button>
      </div>
    </form>`;
  }

  async #make(as: PaperForm): Promise<void> {
    const { which, date: typed, ...lines } = this.#form;
    const { session, host } = this.#desk;
    const date = readNearDate(typed, session.today);
    // Left out, the paper would bear another day, or none, and nobody would be told.
    if (date === undefined && typed.trim() !== '') {
      this.#dateless = true;
      host.changed();
      host.focus('#d-paper-date');
      return;
    }
    const given = Object.entries(lines).filter(([, text]) => text.trim() !== '');
    const settings = { ...Object.fromEntries(given), ...(date && { date }) };
    const paper = yearPapers.find((one) => one === which) ?? 'report';
    return this.#attempt(() => yearPaper(this.#desk, paper satisfies YearPaper, this.#year, settings, as));
  }

  #attempt(make: () => Promise<boolean | void>): Promise<void> {
    return attemptPaper(this.#desk, make);
  }
}
