import { html, nothing, type TemplateResult } from 'lit';
import type { Letters, SheetEncoding } from '../../../src/document/index.js';
import { choiceField, type Choice } from '../fields.js';
import type { LanguageController } from '../language.js';
import { fileChooser, progressView, sheetEndings, whyView } from './dialog-views.js';
import type { SheetRun } from './sheet-run.js';

const encodings: readonly SheetEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'windows-1252'];
const letters: readonly Letters[] = ['unicode', 'tcvn3', 'vni'];
/** Columns that are asked about one by one at first. */
const asked = 40;
/** Rows in which an example is looked for. */
const sampled = 60;

/** An import of whatever list. */
type AnyRun = SheetRun<unknown, object>;

/** Choosing the file, with what is told of it. */
export function sheetChooser(work: AnyRun, l: LanguageController, hint: string): TemplateResult {
  const { name, file } = work;
  return html`${file ? nothing : html`<p class="hint">${hint}</p>`}
  ${fileChooser({
    l,
    name: 'import-file',
    names: name === '' ? [] : [name],
    accept: sheetEndings,
    chosen: ([first]) => void (first && work.choose(first)),
  })}
  ${file?.notes.map(({ code, params }) => html`<p class="notice warn">${l.t(`sheet.note.${code}`, params)}</p>`) ?? nothing}`;
}

/** What goes on with a file. `words`: of what only this list says, by phase. */
export function sheetProgress(
  work: AnyRun,
  l: LanguageController,
  words: Partial<Record<string, string>>,
): TemplateResult {
  const { phase, share, stoppable: can } = work;
  const last = phase === 'writing' && share >= 1;
  const text = (last ? undefined : words[phase]) ?? l.t(`sheet.doing.${last ? 'last' : phase}`);
  return progressView(l, text, share, { can, go: () => work.stop() });
}

/** Why nothing goes on, or what was done. */
export function sheetEnd({ trouble, note }: AnyRun, l: LanguageController): TemplateResult {
  return html`${whyView(trouble, l)}
  ${note === undefined ? nothing : html`<p class="notice warn" role="alert" data-note>${l.t(note)}</p>`}`;
}

/** What the reader of a file found out about its columns. */
interface Understood {
  /** Number of the line of titles; 0 where there is none. */
  readonly headLine: number;
  readonly titles: readonly string[];
  readonly roles: readonly (string | undefined)[];
}

/** What the columns of a list can mean. */
export interface ColumnsLook {
  readonly roles: readonly string[];
  readonly label: (role: string) => string;
  /** Said where no line of titles was found. */
  readonly none: string;
  /** The person says what a column means. */
  readonly put: (column: number, role: string) => void;
}

/** How the file is understood: its sheet and encoding, what `fields` asks, and the meaning of each column. */
export function readingView(
  work: AnyRun,
  l: LanguageController,
  plan: Understood,
  fields: TemplateResult,
  columns: ColumnsLook,
): TemplateResult {
  const { file } = work;
  const field = (
    name: string,
    label: string,
    value: string,
    choices: readonly Choice[],
    input: (value: string) => void,
  ): TemplateResult => choiceField({ name, label, value, choices, input });
  return html`<fieldset class="group">
      <legend>${l.t('sheet.settings')}</legend>
      <div class="grid">
        ${
          file && file.sheets.length > 1
            ? field(
                'import-sheet',
                l.t('sheet.name'),
                String(work.sheet),
                file.sheets.map(({ name, hidden }, index) => ({
                  value: String(index),
                  label: hidden ? l.t('sheet.name.hidden', { name }) : name,
                })),
                (value) => void work.read({ sheets: [Number(value)] }),
              )
            : nothing
        }
        ${
          file?.encoding === undefined
            ? nothing
            : field(
                'import-encoding',
                l.t('sheet.encoding'),
                file.encoding,
                encodings.map((value) => ({ value, label: l.t(`sheet.encoding.${value}`) })),
                (value) => {
                  const encoding = encodings.find((one) => one === value);
                  void work.read(encoding ? { encoding } : {});
                },
              )
        }
        ${
          file?.letters === undefined
            ? nothing
            : field(
                'import-letters',
                l.t('sheet.letters'),
                file.letters,
                letters.map((value) => ({ value, label: l.t(`sheet.letters.${value}`) })),
                (value) =>
                  void work.read({
                    ...{ sheets: [work.sheet], encoding: file.encoding },
                    letters: letters.find((one) => one === value),
                  }),
              )
        }
        ${fields}
      </div>
    </fieldset>
    ${columnsView(work, l, plan, columns)}`;
}

/** What each column means, with the first thing that stands in it. */
function columnsView(
  work: AnyRun,
  l: LanguageController,
  { headLine, titles, roles }: Understood,
  look: ColumnsLook,
): TemplateResult {
  const choices = look.roles.map((value) => ({ value, label: look.label(value) }));
  const rows = work.table?.rows.filter(({ line }) => line > headLine).slice(0, sampled) ?? [];
  const fieldOf = (column: number): TemplateResult => {
    const letter = letterOf(column);
    const title = (titles[column] ?? '').slice(0, 80);
    const sample = rows.map(({ cells }) => cells[column]?.text ?? '').find((text) => text !== '');
    return choiceField({
      name: `column-${letter}`,
      label: title === '' ? l.t('sheet.column', { letter }) : l.t('sheet.column.titled', { letter, title }),
      value: roles[column] ?? 'ignored',
      choices,
      hint: sample === undefined ? undefined : l.t('sheet.column.sample', { text: sample.slice(0, 60) }),
      input: (role) => look.put(column, role),
    });
  };
  // Of many columns those that are used come first; the others are there, too.
  const all = roles.map((_role, column) => column);
  const used = all.length <= asked ? all : all.filter((column) => roles[column] !== undefined);
  const others = all.filter((column) => !used.includes(column));
  return html`<details ?open=${headLine === 0}>
    <summary>${l.t('sheet.columns')}</summary>
    <p class="hint">${headLine === 0 ? look.none : l.t('sheet.columns.hint', { line: String(headLine) })}</p>
    <div class="grid">${used.map(fieldOf)}</div>
    ${
      others.length > 0
        ? html`<details>
            <summary>${l.t('sheet.columns.others', { n: others.length })}</summary>
            <div class="grid">${others.map(fieldOf)}</div>
          </details>`
        : nothing
    }
  </details>`;
}

/** As spreadsheets name their columns: A, B … Z, AA. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
