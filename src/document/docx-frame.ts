import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ITableCellOptions,
} from 'docx';
import { docxLine } from './docx-blocks.js';
import { bodySpacing, halfPoints, tight, twips, twipsOf } from './docx-units.js';
import {
  certificateColours,
  indent,
  qrSide,
  ruleShare,
  signatureSpace,
  sizes,
  slipSizes,
  tightSignatureSpace,
} from './layout.js';
import type {
  Appendix,
  Closing,
  OfficialDocument,
  PaperHeader,
  Signature,
  Slip,
} from './official-document.js';
import { qrPng } from './qr-code.js';
import { balancedLines, boldWidth, longestLine } from './text-width.js';

type Part = Paragraph | Table;
const center = AlignmentType.CENTER;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
/** Eighths of a point. */
const hairline = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;

interface Look {
  bold?: boolean;
  italics?: boolean;
  before?: number;
}

/** A centred line without space around it; `before` in points. */
function centred(
  text: string,
  size: number,
  { before = 0, ...look }: Look = {},
  keepNext = false,
): Paragraph {
  return docxLine(text, 0, {
    alignment: center,
    keepNext,
    spacing: { ...tight, before: twipsOf(before) },
    run: { size: halfPoints(size), ...look },
  });
}

/** A real rule of a given length in the middle of a column: the upper border of an empty line. All in twentieths of a point. */
function rule(length: number, column: number, after = 0): Paragraph {
  const side = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: twipsOf(2), after: twipsOf(after), line: twipsOf(2), lineRule: 'exact' },
    border: { top: { ...hairline, space: 0 } },
    children: [new TextRun({ text: '', size: 2 })],
  });
}

/** A table that only arranges, with columns in twentieths of a point. */
function grid(
  columns: readonly number[],
  rows: readonly (readonly Part[])[][],
  align?: ITableCellOptions['verticalAlign'],
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: columns,
    borders: noBorders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                borders: { top: none, bottom: none, left: none, right: none },
                margins: { left: 0, right: 0, top: 0, bottom: 0 },
                width: { size: columns[index] ?? 0, type: WidthType.DXA },
                ...(align && { verticalAlign: align }),
              }),
          ),
        }),
    ),
  });
}

/** Points for text in a column; a hair less than all, so that no rounding breaks a line once more. */
const roomFor = (column: number): number => column / 20 - 2;

/** Organisation and motto side by side, number and date on one line below; widths in twentieths of a point. */
export function docxHead(header: PaperHeader, width: number, rightHalf: number): Part[] {
  const { organisation } = header;
  const left = organisation === undefined ? 0 : width - rightHalf;
  const right = width - left;
  const nation = [
    centred(header.nation, sizes.nation, { bold: true }),
    centred(header.motto, sizes.motto, { bold: true }),
    rule(twipsOf(boldWidth(header.motto, sizes.motto)), right),
  ];
  const date = centred(header.placeDate, sizes.placeDate, { italics: true, before: 8 });
  if (organisation === undefined) return [...nation, date];
  const lines = balancedLines(organisation, sizes.organisation, roomFor(left));
  const names = [
    ...balancedLines(header.parentOrganisation ?? '', sizes.parent, roomFor(left)).map((line) =>
      centred(line, sizes.parent),
    ),
    ...lines.map((line) => centred(line, sizes.organisation, { bold: true })),
    rule(twipsOf(longestLine(lines, sizes.organisation) * ruleShare), left),
  ];
  const number = centred(header.number ?? '', sizes.number, { before: 8 });
  return [
    grid(
      [left, right],
      [
        [names, nation],
        [[number], [date]],
      ],
    ),
  ];
}

/** Head of a voucher: who makes it out, and its number. */
export function docxSlipHead(header: PaperHeader, { address, beside }: Slip, width: number): Part[] {
  const right = Math.round(width * 0.4);
  const left = width - right;
  const size = slipSizes.body - 1;
  const broken = (text: string): string[] => balancedLines(text, size, roomFor(left));
  return [
    grid(
      [left, right],
      [
        [
          [
            ...broken(header.parentOrganisation ?? '').map((line) => centred(line, size, {}, true)),
            ...broken(header.organisation ?? '').map((line) => centred(line, size, { bold: true }, true)),
            ...(address ? [centred(address, size, { italics: true }, true)] : []),
          ],
          beside.map((line, index) =>
            centred(line, size, index === 0 ? { bold: true } : { italics: true }, true),
          ),
        ],
      ],
    ),
  ];
}

/** The line to cut along between two copies of a voucher. */
export function docxCut(): Part[] {
  return [
    new Paragraph({
      keepNext: true,
      spacing: { ...tight, before: twipsOf(12), after: twipsOf(12) },
      border: { bottom: { style: BorderStyle.DASHED, size: 6, color: '000000', space: 0 } },
      children: [new TextRun({ text: '', size: 2 })],
    }),
  ];
}

/** The frame that says that a paper is a sample. */
export function docxNotice({ notice }: OfficialDocument): Part[] {
  if (!notice) return [];
  const line = { ...hairline, space: 4 };
  const border = { top: line, bottom: line, left: line, right: line };
  const size = halfPoints(sizes.note + 1);
  // Neighbours with the same borders and indents share one frame.
  const shared = {
    alignment: center,
    border,
    indent: { left: twipsOf(5), right: twipsOf(5) },
    keepNext: true,
  } as const;
  return [
    docxLine(notice.title, 0, { ...shared, spacing: tight, run: { size, bold: true } }),
    docxLine(notice.text, 0, { ...shared, spacing: tight, run: { size } }),
    centred('', 8, {}, true),
  ];
}

/** Name of the type, what it is about and the rule below. */
export function docxSubject(paper: OfficialDocument, width: number): Part[] {
  const { typeName, abstract, issuedBy, framed, slip } = paper;
  const lines = balancedLines(abstract, sizes.abstract, roomFor(width));
  return [
    framed
      ? docxLine(typeName, 0, {
          alignment: center,
          spacing: { ...tight, before: twipsOf(20), after: twipsOf(6) },
          run: { size: halfPoints(sizes.certificate), bold: true, color: certificateColours.title },
        })
      : centred(typeName, sizes.typeName, { bold: true, before: slip ? 6 : 18 }, true),
    ...lines.map((line) => centred(line, sizes.abstract, { bold: true }, true)),
    ...(lines.length > 0 ? [rule(twipsOf(longestLine(lines, sizes.abstract) * ruleShare), width, 12)] : []),
    ...(issuedBy ? [centred(issuedBy, sizes.body, { bold: true }, true), centred('', 6, {}, true)] : []),
  ];
}

/** "Kính gửi": one name on the same line, several below with their dashes under the colon. */
export function docxAddressees({ addressees }: OfficialDocument, width: number): Part[] {
  if (!addressees) return [];
  const { label, names } = addressees;
  const side = Math.round(width * 0.15);
  const after = { ...bodySpacing, after: twipsOf(12) };
  if (names.length === 0)
    return [
      docxLine([{ text: `${label} ` }, { dots: true }], width - side, {
        indent: { left: side },
        spacing: after,
      }),
    ];
  if (names.length === 1)
    return [docxLine(`${label} ${names[0] ?? ''}`, width, { alignment: center, spacing: after })];
  const under = side + twipsOf(boldWidth(label, sizes.body));
  return [
    docxLine(label, width, { indent: { left: side }, spacing: { ...bodySpacing, after: 0 }, keepNext: true }),
    ...names.map((name, index) =>
      docxLine(`- ${name}`, width, {
        indent: { left: under },
        spacing: index === names.length - 1 ? after : { ...bodySpacing, after: 0 },
      }),
    ),
  ];
}

/** "Căn cứ" lines. */
export function docxBases({ bases }: OfficialDocument, width: number): Part[] {
  return bases.map((line) =>
    docxLine(line, width, {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: twips(indent) },
      spacing: bodySpacing,
      run: { italics: true },
    }),
  );
}

/** "Nơi nhận" beside one signature, or below several. */
export function docxClosing({ closing, framed, slip: voucher }: OfficialDocument, width: number): Part[] {
  const { recipients, code, signatures } = closing;
  const slip = voucher !== undefined;
  const space = slip || framed ? tightSignatureSpace : signatureSpace;
  const drawn = code ? [qrCode(code)] : [];
  const list = recipients
    ? [
        ...drawn,
        ...(recipients.label
          ? [
              docxLine(recipients.label, 0, {
                spacing: tight,
                run: { bold: true, italics: true, size: halfPoints(sizes.recipientsLabel) },
              }),
            ]
          : []),
        ...recipients.lines.map((line) =>
          docxLine(recipients.label ? `- ${line}` : line, 0, {
            spacing: tight,
            run: { size: halfPoints(sizes.recipients) },
          }),
        ),
      ]
    : drawn;
  // The body's last lines stay with the signatures.
  const gap = centred('', 8, {}, true);
  if (signatures.length === 1) {
    const left = Math.round(width * 0.45);
    const cells = [
      list.length > 0 ? list : [centred('', 8)],
      signatures.flatMap((one) => [...signer(one, slip), ...signerName(one, slip, space)]),
    ];
    return [gap, grid([left, width - left], [cells])];
  }
  const column = Math.floor(width / signatures.length);
  return [
    gap,
    grid(
      signatures.map(() => column),
      [signatures.map((one) => signer(one, slip)), signatures.map((one) => signerName(one, slip, space))],
    ),
    slip ? centred('', 4, {}, true) : centred('', 8),
    ...list,
  ];
}

function qrCode({ dots, label }: NonNullable<Closing['code']>): Paragraph {
  const side = Math.round((qrSide * 96) / 25.4);
  return new Paragraph({
    spacing: tight,
    children: [
      new ImageRun({
        type: 'png',
        data: qrPng(dots),
        transformation: { width: side, height: side },
        altText: { name: 'QR', title: label, description: label },
      }),
    ],
  });
}

/** What stands above the free room for signature and seal. */
function signer({ authority, title, hint }: Signature, slip: boolean): Paragraph[] {
  const { signature: size } = slip ? slipSizes : sizes;
  return [
    ...(authority ? [centred(authority, size, { bold: true }, true)] : []),
    centred(title, size, { bold: true }, true),
    ...(hint ? [centred(hint, size - 1, { italics: true }, true)] : []),
  ];
}

function signerName({ name }: Signature, slip: boolean, space: number): Paragraph[] {
  return [
    docxLine(name ?? '', 0, {
      alignment: center,
      keepNext: slip,
      spacing: { ...tight, before: twips(space) },
      run: { size: halfPoints((slip ? slipSizes : sizes).signature), bold: true },
    }),
  ];
}

/** Label, title and where it belongs to. */
export function docxAppendixHead({ label, title, attached }: Appendix, width: number): Part[] {
  return [
    centred(label, sizes.appendix, { bold: true }, true),
    ...balancedLines(title, sizes.appendix, roomFor(width)).map((line) =>
      centred(line, sizes.appendix, { bold: true }, true),
    ),
    centred(attached, sizes.body, { italics: true }, true),
    centred('', 8, {}, true),
  ];
}
