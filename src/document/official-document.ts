import type { Lang } from '../i18n/translate.js';
import type { Margins } from './layout.js';
import type { QrDots } from './qr-code.js';

/**
 * An official paper as its parts, free of any format: HTML for printing and DOCX are drawn from the same structure.
 * Layout: Decree 30/2020/NĐ-CP, Annex I.
 */
export interface OfficialDocument {
  lang: Lang;
  /** Title in the properties of the file. */
  title: string;
  margins: Margins;
  /** The first part lies on its side. */
  landscape?: boolean;
  /** A certificate: one sheet with a frame, a larger title and no page number. */
  framed?: boolean;
  /** A voucher: part of a sheet in small type, with a head of its own in place of the nation's name. */
  slip?: Slip;
  header: PaperHeader;
  /** Printed in a frame above everything else, e.g. that the paper is a sample. */
  notice?: Notice;
  /** "BÁO CÁO". */
  typeName: string;
  /** What it is about, with a rule below; empty where the title says it all. */
  abstract: string;
  /** Who issues it, on a line of its own above the bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …". */
  issuedBy?: string;
  addressees?: Addressees;
  /** "Căn cứ" lines with their closing marks. */
  bases: readonly string[];
  body: readonly Block[];
  closing: Closing;
  appendices: readonly Appendix[];
}

/** Left and right half of the head. Without an organisation the motto stands in the middle. */
export interface PaperHeader {
  parentOrganisation?: string;
  organisation?: string;
  /** "Số: 05/BC-THPT". */
  number?: string;
  nation: string;
  motto: string;
  placeDate: string;
}

/** What makes a paper a voucher. */
export interface Slip {
  /** Below the organisation. */
  address: string;
  /** Right half of the head: number, form, copy. */
  beside: readonly string[];
  /** "Liên 1: Lưu": drawn once for each, with a line to cut along between them; none draws it once. */
  copies: readonly string[];
}

export interface Notice {
  title: string;
  text: string;
}

/** "Kính gửi": one name stands on the same line, several below each other with closing marks. */
export interface Addressees {
  label: string;
  names: readonly string[];
}

export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** Raised, for marks of notes. */
  raised?: boolean;
}
/** An empty box to tick by hand. */
export interface Box {
  box: true;
}
/** Dots up to the end of the line, to be written on. */
export interface Dots {
  dots: true;
}
export type Inline = Run | Box | Dots;

export type Align = 'left' | 'center' | 'right' | 'justify';

/** Level 1 is a chapter ("I."), level 2 a section ("1."). Never the last line of a page. */
export interface Heading {
  kind: 'heading';
  level: 1 | 2;
  content: readonly Inline[];
}
export interface Paragraph {
  kind: 'paragraph';
  content: readonly Inline[];
  /** `body`: justified with a first-line indent; `plain`: without it; `note`: small; `centre`; `name`, `long-name`: centred and large. */
  style: 'body' | 'plain' | 'note' | 'centre' | 'name' | 'long-name';
  keepWithNext?: boolean;
}
/** Lines that start with a dash. */
export interface DashList {
  kind: 'list';
  items: readonly (readonly Inline[])[];
}

export interface Column {
  /** Share of the width; the sum of all columns is the whole. */
  width: number;
  align: Align;
}
export interface Cell {
  /** Paragraphs of the cell. */
  lines: readonly (readonly Inline[])[];
  align?: Align;
  bold?: boolean;
  colSpan?: number;
  rowSpan?: number;
}
export interface Row {
  cells: readonly Cell[];
  /** Least height in millimetres, where somebody is to write. */
  minHeight?: number;
  /** Stays on the page of the row after it. */
  keepWithNext?: boolean;
}
export interface Table {
  kind: 'table';
  columns: readonly Column[];
  /** Repeated on every page. */
  head: readonly Row[];
  rows: readonly Row[];
}
export type Block = Heading | Paragraph | DashList | Table;

export interface Signature {
  /** "KT. HIỆU TRƯỞNG", above the position. */
  authority?: string;
  title: string;
  /** Printed small where nobody's name is known yet. */
  hint?: string;
  name?: string;
}
export interface Closing {
  /** Without a label these are remarks, and no list. */
  recipients?: { label: string; lines: readonly string[] };
  /** A QR code above them: its dots, and what it is called where it cannot be seen. */
  code?: { dots: QrDots; label: string };
  /** One to three, side by side. */
  signatures: readonly Signature[];
}

/** Counts its own pages. */
export interface Appendix {
  /** "Phụ lục", with a Roman number where there are several. */
  label: string;
  title: string;
  /** "(Kèm theo …)". */
  attached: string;
  landscape: boolean;
  body: readonly Block[];
}

/** A text as content; an empty one gives none. */
export function text(value: string, style: Omit<Run, 'text'> = {}): Run[] {
  return value === '' ? [] : [{ text: value, ...style }];
}

export function heading(level: Heading['level'], content: string | readonly Inline[]): Heading {
  return { kind: 'heading', level, content: typeof content === 'string' ? text(content) : content };
}

export function paragraph(
  content: string | readonly Inline[],
  style: Paragraph['style'] = 'body',
  keepWithNext = false,
): Paragraph {
  return {
    kind: 'paragraph',
    style,
    content: typeof content === 'string' ? text(content) : content,
    ...(keepWithNext && { keepWithNext }),
  };
}

export function dashList(items: readonly (string | readonly Inline[])[]): DashList {
  return { kind: 'list', items: items.map((item) => (typeof item === 'string' ? text(item) : item)) };
}

/** A cell; several lines become several paragraphs. */
export function cell(
  lines: string | readonly (string | readonly Inline[])[],
  options: Omit<Cell, 'lines'> = {},
): Cell {
  const list = typeof lines === 'string' ? [lines] : lines;
  return { lines: list.map((line) => (typeof line === 'string' ? text(line) : line)), ...options };
}

/** The last paragraphs stay with what follows them: signatures never stand alone on a sheet. */
export function keptWithClosing(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) =>
    index >= blocks.length - 2 && block.kind === 'paragraph' ? { ...block, keepWithNext: true } : block,
  );
}
