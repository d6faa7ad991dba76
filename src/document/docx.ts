import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  NumberFormat,
  Packer,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  VerticalAlignSection,
  type FileChild,
  type IPageBordersOptions,
  type ISectionOptions,
} from 'docx';
import {
  docxAddressees,
  docxAppendixHead,
  docxBases,
  docxClosing,
  docxCut,
  docxHead,
  docxNotice,
  docxSlipHead,
  docxSubject,
} from './docx-frame.js';
import { docxBlocks } from './docx-blocks.js';
import { halfPoints, tight, twips } from './docx-units.js';
import {
  certificateColours,
  fonts,
  framePadding,
  headRight,
  pageNumberAt,
  sheet,
  sizes,
  slipSizes,
  textMargins,
  textWidth,
  type Margins,
} from './layout.js';
import { keptWithClosing, type OfficialDocument, type Slip } from './official-document.js';

/**
 * Writes a paper as DOCX, in the layout of the printed one. Errors: rejects only where the library itself fails; what
 * texts contain does not matter, characters that XML forbids were dropped when the paper was made.
 */
export async function toDocx(paper: OfficialDocument): Promise<Blob> {
  const { landscape = false, framed = false } = paper;
  const within = textMargins(paper);
  const width = twips(textWidth(landscape, within));
  const { slip } = paper;
  const parts = slip
    ? slips(paper, slip, width)
    : [
        ...docxNotice(paper),
        ...docxHead(paper.header, width, twips(headRight(landscape, within))),
        ...docxSubject(paper, width),
        ...docxAddressees(paper, width),
        ...docxBases(paper, width),
        ...docxBlocks(keptWithClosing(paper.body), width),
        ...(framed ? [new Paragraph({ keepNext: true, spacing: { ...tight, before: twips(6) } })] : []),
        ...docxClosing(paper, width),
      ];
  const main = section(within, landscape, parts, { framed, numbered: !framed && !slip });
  const appendices = paper.appendices.map((one) =>
    section(paper.margins, one.landscape, [
      ...docxAppendixHead(one, twips(textWidth(one.landscape, paper.margins))),
      ...docxBlocks(one.body, twips(textWidth(one.landscape, paper.margins))),
    ]),
  );
  const issuer = paper.header.organisation ?? '';
  return Packer.toBlob(
    new Document({
      title: paper.title,
      creator: issuer,
      lastModifiedBy: issuer,
      description: '',
      styles: {
        default: {
          document: {
            run: {
              font: fonts[0],
              size: halfPoints((slip ? slipSizes : sizes).body),
              color: '000000',
              language: { value: paper.lang === 'vi' ? 'vi-VN' : 'en-GB' },
            },
          },
        },
      },
      sections: [main, ...appendices],
    }),
  );
}

/** A voucher, once for each of its copies. */
function slips(paper: OfficialDocument, slip: Slip, width: number): FileChild[] {
  const copies = slip.copies.length > 0 ? slip.copies : [''];
  return copies.flatMap((copy, index) => [
    ...(index > 0 ? docxCut() : []),
    ...docxNotice(paper),
    ...docxSlipHead(paper.header, { ...slip, beside: [...slip.beside, ...(copy ? [copy] : [])] }, width),
    ...docxSubject(paper, width),
    ...docxBlocks(paper.body, width, true),
    ...docxClosing(paper, width),
  ]);
}

/** The frame of a certificate, from the edge of the sheet: Word takes 31 points at most. */
function frame({ top, right, bottom, left }: Margins): IPageBordersOptions {
  const line = (millimetres: number) => ({
    style: BorderStyle.DOUBLE,
    size: 12,
    color: certificateColours.frame,
    space: Math.min(31, Math.round(((millimetres - framePadding) * 72) / 25.4)),
  });
  return {
    pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
    pageBorderTop: line(top),
    pageBorderRight: line(right),
    pageBorderBottom: line(bottom),
    pageBorderLeft: line(left),
  };
}

/** Pages of one orientation, numbered from 1 with the first number hidden. */
function section(
  margins: Margins,
  landscape: boolean,
  children: FileChild[],
  { framed = false, numbered = true } = {},
): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      ...(framed && { verticalAlign: VerticalAlignSection.CENTER }),
      page: {
        size: {
          width: twips(sheet.width),
          height: twips(sheet.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          header: twips(pageNumberAt),
          footer: twips(pageNumberAt),
        },
        ...(framed && { borders: frame(margins) }),
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    ...(numbered && { headers: numbers() }),
    children,
  };
}

/** The page number in the top margin, but not on a first page. */
function numbers(): NonNullable<ISectionOptions['headers']> {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(sizes.pageNumber) });
  return {
    default: new Header({
      children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: tight, children: [number] })],
    }),
    first: new Header({ children: [new Paragraph({ spacing: tight })] }),
  };
}
