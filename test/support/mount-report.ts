/** Reports as the tests of `htsd-report` put them into a page. */
import '../../components/report/report.define.js';
import type { Report } from '../../src/domain/report/report.types.js';
import { restoreLooks } from './looks.js';
import { until } from './mount-form.js';

export type ReportElement = HTMLElementTagNameMap['htsd-report'];
type Root = ReportElement | Element;

const rootOf = (root: Root): ParentNode => root.shadowRoot ?? root;

export const clean = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
export const find = <E extends Element = HTMLElement>(root: Root, selector: string): E | null =>
  rootOf(root).querySelector<E>(selector);
export const texts = (root: Root, selector: string): string[] =>
  [...rootOf(root).querySelectorAll(selector)].map((one) => clean(one.textContent));
export const words = (report: ReportElement): string => clean(report.shadowRoot!.textContent);

/** A report that the page has itself. */
export async function shown(value: Report, more: Partial<ReportElement> = {}): Promise<ReportElement> {
  const report = document.createElement('htsd-report');
  Object.assign(report, { value, ...more });
  document.body.append(report);
  await report.updateComplete;
  return report;
}

export const phase = async (report: ReportElement, wanted: ReportElement['phase']): Promise<void> => {
  await until(() => report.phase === wanted, `${wanted}, not ${report.phase}`);
  await report.updateComplete;
};

export const section = (report: ReportElement, id: string): Element => find(report, `.section.${id}`)!;
export const press = (report: ReportElement, what: string): void =>
  find(report, `[data-do=${what}]`)!.click();

/** What a line's row says, column by column; nothing where there is no such line. */
export function cells(report: ReportElement, id: string, line: string): string[] {
  const row = [...section(report, id).querySelectorAll('tr.line')].find(
    (one) => clean(one.querySelector('.name')!.textContent) === line,
  );
  return [...(row?.querySelectorAll('td .cell') ?? [])].map((one) => {
    const copy = one.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
    return clean(copy.textContent);
  });
}

/** Each test of a file begins with an empty Vietnamese page. */
export function useCleanPage(): void {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await restoreLooks();
  });
}
