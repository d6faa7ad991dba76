import { expect } from '@open-wc/testing';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import points from '../presets/sets/don-vi-hoc-tap-22-2020.js';
import {
  blankForm,
  openPreview,
  printDocument,
  recognitionCertificate,
  recognitionDecision,
  renderOfficialDocument,
  selfAssessmentReport,
} from './index.js';
import type { PaperSettings } from './document-input.js';
import { fillWithPaper } from './print.js';
import { proposalList } from './register/proposal-list.js';
import { decisionInput, sampleTitles } from './test-helpers/sample-decision.js';
import { sampleInput } from './test-helpers/sample-input.js';

const longName =
  'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên và Bồi dưỡng cán bộ quản lý khu vực Đông Nam Bộ';
const report = (paper: Partial<PaperSettings> = {}) =>
  selfAssessmentReport(sampleInput(points, {}, { paper }));

/** A preview in the page: every sheet as wide as on paper. */
function show(paper = report()): ShadowRoot {
  const host = document.createElement('div');
  document.body.append(host);
  openPreview(paper, host);
  return host.shadowRoot!;
}

const mm = (millimetres: number): number => (millimetres * 96) / 25.4;
const box = (root: ParentNode, selector: string): DOMRect =>
  root.querySelector(selector)!.getBoundingClientRect();

/** Width of the text of an element, without the element's own. */
function textWidth(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return Math.max(...[...range.getClientRects()].map(({ width }) => width));
}

describe('a paper as HTML', () => {
  afterEach(() => document.body.replaceChildren());

  it('keeps the name of the nation, the motto and the longest date on one line each', () => {
    const root = show(report({ place: 'Thành phố Hồ Chí Minh', date: '2026-12-28', organisation: longName }));
    expect(box(root, '.main').width).to.be.closeTo(mm(210), 0.5);
    for (const [name, size] of [
      ['.nation', 12],
      ['.motto', 13],
      ['.place-date', 13],
    ] as const) {
      const range = document.createRange();
      range.selectNodeContents(root.querySelector(name)!);
      const tops = new Set(
        [...range.getClientRects()].filter(({ height }) => height > 6).map(({ top }) => top),
      );
      expect(tops.size, name).to.equal(1);
      const { fontSize } = getComputedStyle(root.querySelector(name)!);
      expect(parseFloat(fontSize)).to.be.closeTo((size * 96) / 72, 0.01);
    }
  });

  it('draws rules: one as long as the motto, one a third to a half of the organisation and the abstract', () => {
    for (const organisation of ['Trường Nguyễn Du', longName]) {
      const root = show(report({ organisation }));
      const whole = box(root, '.motto .rule').width;
      expect(whole).to.be.closeTo(box(root, '.motto .ruled').width, 0.5);
      expect(whole).to.be.lessThan(box(root, '.motto').width);
      for (const name of ['.organisation', '.abstract']) {
        const share = box(root, `${name} .rule`).width / textWidth(root.querySelector(`${name} .ruled`)!);
        expect(share, name).to.be.within(1 / 3, 1 / 2);
        expect(getComputedStyle(root.querySelector(`${name} .rule`)!).borderTopStyle).to.equal('solid');
      }
    }
  });

  it('puts number and date on one line, however long the organisation is', () => {
    const root = show(report({ organisation: longName }));
    expect(box(root, '.organisation').height).to.be.greaterThan(box(root, '.nation').height * 2.5);
    expect(box(root, '.number').top).to.be.closeTo(box(root, '.place-date').top, 1);
  });

  it('sets names of signers side by side, whatever stands above them', () => {
    const signatures = [
      { authority: 'KT.', title: 'Phó Hiệu trưởng', name: 'Trần Văn Bình' },
      { title: 'Chủ tịch Công đoàn', name: 'Lê Thị Ánh' },
    ];
    const root = show(report({ signatures }));
    const [first, second] = [...root.querySelectorAll('.signature .name')].map((one) =>
      one.getBoundingClientRect(),
    );
    expect(first!.top).to.be.closeTo(second!.top, 0.5);
  });

  it('keeps tables within the margins', () => {
    const root = show(blankForm(sampleInput(points, {}, { result: null, answers: {} })));
    const sheet = box(root, '.main');
    const table = box(root, 'table');
    expect(table.left).to.be.at.least(sheet.left + mm(30));
    expect(table.right).to.be.at.most(sheet.right - mm(15));
  });

  it('keeps the signatures with the last lines of the text, and the last row of a table with the one before', () => {
    const root = show(recognitionDecision(decisionInput(sampleTitles(30))));
    const after = (one: Element | undefined): string => getComputedStyle(one!).breakAfter;
    const ending = root.querySelector('.ending')!;
    const text = [...root.querySelectorAll('.main > .body-text')].slice(-2);
    expect([text[1]!.nextElementSibling, ...text.map(after)]).to.deep.equal([ending, 'avoid', 'avoid']);
    expect(getComputedStyle(ending).breakInside).to.equal('avoid');
    const rows = [...root.querySelectorAll('.appendix tbody tr')].slice(-3);
    expect(rows.map(after)).to.deep.equal(['auto', 'avoid', 'auto']);
  });

  it('lets the marks of capitals rise within their sheet where signatures stand at its head', () => {
    const root = show();
    // A margin is dropped there: what is above the first line must be padding.
    const { paddingTop } = getComputedStyle(root.querySelector('.ending')!);
    expect(parseFloat(paddingTop)).to.be.at.least(0.15 * 14);
  });

  it('has the name of the nation in the middle of a sheet on its side where nobody is named beside it', () => {
    const settings = { organisation: '', parentOrganisation: '', place: '', signer: '' };
    const root = show(proposalList({ cycle: '2026', lang: 'vi', settings, rows: [] }));
    const { left, right } = box(root, '.nation');
    const sheet = box(root, '.main');
    expect((left + right) / 2).to.be.closeTo((sheet.left + sheet.right + mm(20) - mm(15)) / 2, 1);
  });

  it('shows hostile texts as texts', () => {
    const title = { vi: '<img src=x onerror=alert(1)>' };
    const set = {
      ...points,
      sections: points.sections.map((section) => ({
        ...section,
        criteria: section.criteria.map((one) => ({ ...one, title })),
      })),
    } as CriteriaSet;
    const element = renderOfficialDocument(selfAssessmentReport(sampleInput(set, {})), document);
    expect(element.querySelector('img')).to.equal(null);
    expect(element.textContent).to.contain(title.vi);
    expect(element.querySelector('[style]:not(col)')).to.equal(null);
  });

  it('takes nothing from the page around it', () => {
    const hostile = new CSSStyleSheet();
    hostile.replaceSync('* { font-size: 40px !important; color: red !important; }');
    document.adoptedStyleSheets = [hostile];
    try {
      const root = show();
      expect(getComputedStyle(root.querySelector('.nation')!).fontSize).to.equal('16px');
    } finally {
      document.adoptedStyleSheets = [];
    }
  });
});

describe('a certificate as HTML', () => {
  afterEach(() => document.body.replaceChildren());

  it('is a sheet on its side, with everything inside its frame and the halves of its head alike', () => {
    const [title] = sampleTitles(1);
    const { settings } = decisionInput([]);
    // As long as a name may be, with all that may stand around it.
    const subjectName = `Gia đình ông ${longName} và bà ${longName}`.padEnd(255, ' Hoàng Ngân');
    const long = { ...title!, subjectName, place: { name: longName }, criteriaStatus: 'sample' as const };
    const around = { ...settings, organisation: longName, checkAt: 'https://khuyenhoc.example.vn/kiem-tra' };
    const root = show(recognitionCertificate({ title: long, settings: around, lang: 'vi' }));
    const sheet = box(root, '.main');
    expect(sheet.width).to.be.closeTo(mm(297), 0.5);
    expect(sheet.height).to.be.closeTo(mm(210), 0.5);
    const frame = box(root, '.framed');
    expect(frame.left).to.be.closeTo(sheet.left + mm(12), 1);
    expect(frame.bottom).to.be.closeTo(sheet.bottom - mm(12), 2);
    for (const one of root.querySelectorAll('.framed *')) {
      const { left, right, bottom } = one.getBoundingClientRect();
      expect(left, one.className).to.be.at.least(frame.left);
      expect(right, one.className).to.be.at.most(frame.right);
      expect(bottom, one.className).to.be.at.most(frame.bottom);
    }
    const [names, nation] = [...root.querySelectorAll('.head > div')].map((one) =>
      one.getBoundingClientRect(),
    );
    expect(names!.width).to.be.closeTo(nation!.width, 0.5);
  });

  it('prints its sheet without a number', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as Window & typeof globalThis;
    const [title] = sampleTitles(1);
    const paper = recognitionCertificate({ title: title!, settings: decisionInput([]).settings, lang: 'vi' });
    fillWithPaper(inner, paper, 'giay-cong-nhan');
    const rules = [...(inner.document.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText);
    const pages = rules.filter((rule) => rule.startsWith('@page'));
    expect(pages).to.have.length(1);
    expect(pages[0]).to.match(/a4 landscape/i);
    expect(pages[0]).not.to.contain('counter');
  });
});

describe('printing', () => {
  /** Stands in for the print dialog, which a browser under test has not: every new frame prints by this. */
  async function printedBy(print: (inner: Window) => void): Promise<{ answer: boolean; frames: number }> {
    document.body.append = (...nodes) => {
      HTMLElement.prototype.append.apply(document.body, nodes);
      for (const one of nodes)
        if (one instanceof HTMLIFrameElement) one.contentWindow!.print = () => print(one.contentWindow!);
    };
    try {
      const answer = await printDocument(report(), { window, title: 'bao-cao' });
      return { answer, frames: document.querySelectorAll('iframe').length };
    } finally {
      Reflect.deleteProperty(document.body, 'append');
    }
  }

  it('prints a frame of its own, named after the file, and takes it away', async () => {
    let title = '';
    let text = '';
    const { answer, frames } = await printedBy((inner) => {
      ({ title } = inner.document);
      text = inner.document.body.textContent ?? '';
      inner.dispatchEvent(new Event('beforeprint'));
      inner.dispatchEvent(new Event('afterprint'));
    });
    expect(answer).to.equal(true);
    expect(title).to.equal('bao-cao');
    expect(text).to.contain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(frames).to.equal(0);
  });

  it('says so where the browser ignores the call', async () => {
    const { answer, frames } = await printedBy(() => undefined);
    expect(answer).to.equal(false);
    expect(frames).to.equal(0);
  });

  it('gives the frame A4 sheets, a page number and a sheet on its side for the appendix', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as Window & typeof globalThis;
    fillWithPaper(inner, report(), 'bao-cao');
    const rules = [...(inner.document.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText);
    expect(rules.filter((rule) => rule.startsWith('@page'))).to.have.length(3);
    expect(rules.some((rule) => /@page .*-wide \{.*a4 landscape/is.test(rule))).to.equal(true);
    expect(inner.document.documentElement.lang).to.equal('vi');
    frame.remove();
  });
});
