/** Sizes in points, after Annex I of Decree 30/2020/NĐ-CP; where it gives a range, the one of its own examples. */
export const sizes = {
  nation: 12,
  motto: 13,
  parent: 12,
  organisation: 12,
  number: 13,
  placeDate: 13,
  typeName: 14,
  abstract: 14,
  body: 14,
  signature: 14,
  recipientsLabel: 12,
  recipients: 11,
  appendix: 14,
  table: 12,
  note: 11,
  pageNumber: 14,
  /** Of a certificate. */
  certificate: 28,
  name: 22,
  longName: 14,
} as const;

/** Millimetres from the edges of the sheet. */
export interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The decree allows 20-25 above and below, 30-35 left, 15-20 right. */
export const margins: Margins = { top: 20, bottom: 20, left: 30, right: 15 };

/** Sheet in millimetres, upright. */
export const sheet = { width: 210, height: 297 } as const;

/** Where the page number stands, in millimetres from the upper edge. */
export const pageNumberAt = 10;

export const fonts = ['Times New Roman', 'Tinos', 'Liberation Serif'] as const;

/** First line of a paragraph, in millimetres. */
export const indent = 12.7;

/** Points between paragraphs. */
export const paragraphGap = 6;

/** Line spacing as a multiple of a single line; the decree asks for 1 to 1.5. */
export const lineSpacing = 1.15;

/** A single line of Times New Roman, as a multiple of its size. */
export const singleLine = 1.15;

/**
 * Width in millimetres of the right half of the head: the longest place with its date ("Thành phố Hồ Chí Minh, ngày 28
 * tháng 12 năm 2026") and the name of the nation stand on one line each. The organisation has the rest.
 */
export const headerRight = 101;

/** Length of the rule under the organisation and the abstract, as a share of the text above: a third to a half. */
export const ruleShare = 0.4;

/** Millimetres left free for signature and seal. */
export const signatureSpace = 26;

/** The same where a paper has one sheet, or half of one, to fit on: on a voucher and on a certificate. */
export const tightSignatureSpace = 20;

/** Sizes in points and millimetres of a voucher, two of which fit on a sheet. */
export const slipSizes = {
  body: 12,
  typeName: 14,
  signature: 11,
  paragraphGap: 3,
} as const;

/** Millimetres between the frame of a certificate and its text. */
export const framePadding = 9;

/** Colours of a certificate; everything else is black. */
export const certificateColours = { frame: '9A7B1F', title: 'A61B1B' } as const;

/** The margins of the text: inside the frame, where there is one. */
export function textMargins({ margins: given, framed }: { margins: Margins; framed?: boolean }): Margins {
  const more = framed ? framePadding : 0;
  return {
    top: given.top + more,
    bottom: given.bottom + more,
    left: given.left + more,
    right: given.right + more,
  };
}

/** Width in millimetres of the right half of the head on a sheet: the halves are alike where there is room. */
export function headRight(landscape: boolean, given: Margins): number {
  return landscape ? textWidth(true, given) / 2 : headerRight;
}

/** Millimetres between the margins of a page. */
export function textWidth(landscape: boolean, { left, right }: Margins): number {
  return (landscape ? sheet.height : sheet.width) - left - right;
}

/** Side of a QR code on paper in millimetres, with its quiet zone: read by a phone at arm's length. */
export const qrSide = 28;
