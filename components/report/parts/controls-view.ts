import { html, nothing, type TemplateResult } from 'lit';
import type { Report, ReportAsk, ReportKind } from '../../../src/domain/report/report.types.js';
import type { LanguageController } from '../../base/language.js';

export const kinds: readonly ReportKind[] = ['year', 'midterm', 'final'];

export interface ControlActs {
  /** The person asks for something else; false where the page keeps to what is shown. */
  readonly ask: (change: Partial<ReportAsk>) => boolean;
  readonly look: (look: 'table' | 'chart') => void;
  readonly papers: () => void;
}

interface Shown {
  readonly ask: ReportAsk;
  readonly years: readonly number[];
  readonly report: Report | undefined;
  readonly look: 'table' | 'chart';
  /** The page handed over the report: there is no other to choose. */
  readonly fixed: boolean;
}

interface Choice<T extends string | number> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly of: readonly T[];
  readonly words: (value: T) => string;
  readonly choose: (value: T) => boolean;
}

const field = <T extends string | number>(choice: Choice<T>): TemplateResult =>
  html`<label class="field"
    ><span>${choice.label}</span
    ><select
      data-do=${choice.name}
      @change=${({ target }: Event) => {
        const select = target as HTMLSelectElement;
        const kept = !choice.choose(choice.of.find((one) => String(one) === select.value)!);
        if (kept) select.value = String(choice.value);
      }}
    >
      ${choice.of.map(
        (one) => html`<option value=${one} .selected=${one === choice.value}>${choice.words(one)}</option>`,
      )}
    </select></label
  >`;

/** Years to choose from, with the one that is shown among them. */
const withYear = (years: readonly number[], year: number): number[] =>
  [...new Set([...years, year])].sort((a, b) => b - a);

/** The way down: a part is chosen, and then shown. */
function partsView(
  { parts }: Report,
  l: LanguageController,
  acts: ControlActs,
): TemplateResult | typeof nothing {
  if (parts.length === 0) return nothing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { value } = (event.target as HTMLFormElement).querySelector('select')!;
    (event.target as HTMLFormElement).reset();
    if (value) acts.ask({ locality: value });
  };
  return html`<form class="parts" @submit=${submit}>
    <label class="field"
      ><span>${l.t('report-page.place')}</span
      ><select data-do="part">
        <option value="">${l.t('report-page.place.choose')}</option>
        ${parts.map(({ key, name }) => html`<option value=${key}>${l.text(name)}</option>`)}
      </select></label
    >
    <button type="submit" data-do="go">${l.t('report-page.place.go')}</button>
  </form>`;
}

function lookView({ look }: Shown, l: LanguageController, acts: ControlActs): TemplateResult {
  return html`<div class="looks" role="group" aria-label=${l.t('report-page.look')}>
    ${(['table', 'chart'] as const).map(
      (one) =>
        html`<button
          type="button"
          data-do=${one}
          aria-pressed=${one === look ? 'true' : 'false'}
          @click=${() => acts.look(one)}
        >
          ${l.t(`report-page.look.${one}`)}
        </button>`,
    )}
  </div>`;
}

/** Kind and years. */
function chosenView({ ask, years, report }: Shown, l: LanguageController, acts: ControlActs): TemplateResult {
  const { kind, year } = ask;
  const from = report && kind !== 'year' ? report.from : ask.from;
  const all = withYear(years, year);
  return html`<div class="chosen">
    ${field({
      name: 'kind',
      label: l.t('report-page.kind'),
      value: kind,
      of: kinds,
      words: (one) => l.t(`report.kind.${one}`),
      choose: (one) => acts.ask({ kind: one }),
    })}
    ${
      kind === 'year' || from === undefined
        ? nothing
        : field({
            name: 'from',
            label: l.t('report-page.from'),
            value: from,
            of: withYear(years, from).filter((one) => one < year),
            words: String,
            choose: (one) => acts.ask({ from: one }),
          })
    }
    ${field({
      name: 'year',
      label: l.t(kind === 'year' ? 'report-page.year' : 'report-page.until'),
      value: year,
      of: kind === 'year' || from === undefined ? all : all.filter((one) => one > from),
      words: String,
      choose: (one) => acts.ask({ year: one }),
    })}
  </div>`;
}

/** Kind, years, parts, and what can be done with the report. */
export function controlsView(shown: Shown, l: LanguageController, acts: ControlActs): TemplateResult {
  const { report } = shown;
  return html`<div class="controls" part="controls" role="group" aria-label=${l.t('report-page.controls')}>
    ${shown.fixed ? nothing : chosenView(shown, l, acts)} ${report ? partsView(report, l, acts) : nothing}
    ${
      report
        ? html`<div class="acts">
            ${lookView(shown, l, acts)}
            <button type="button" data-do="papers" aria-haspopup="dialog" @click=${acts.papers}>
              ${l.t('report-page.papers')}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
