/** One thing that a search asks for. An entry is found where every term fits it. */
export interface Term {
  /** As typed, to look for in names and headings. */
  readonly text: string;
  /** Đồng, or a number of an entry or a voucher. */
  readonly number?: number;
  /** Of a voucher only, `PT 12`. */
  readonly voucher?: { readonly kind: 'receipt' | 'payment'; readonly number: number };
  readonly date?: { readonly day?: number; readonly month?: number; readonly year?: number };
}

const vouchers = { pt: 'receipt', pc: 'payment' } as const;

function dateOf(text: string): Term['date'] {
  const whole = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(text);
  if (whole) {
    const [day, month] = [Number(whole[1]), Number(whole[2])];
    if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
    return { day, month, ...(whole[3] && { year: Number(whole[3]) }) };
  }
  const ofYear = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (ofYear && Number(ofYear[1]) >= 1 && Number(ofYear[1]) <= 12)
    return { month: Number(ofYear[1]), year: Number(ofYear[2]) };
  return /^(19|20|21)\d\d$/.test(text) ? { year: Number(text) } : undefined;
}

function termOf(text: string): Term {
  const voucher = /^(pt|pc)[\s-]*0*(\d{1,6})$/i.exec(text);
  if (voucher) {
    const kind = vouchers[voucher[1]!.toLowerCase() as keyof typeof vouchers];
    return { text, voucher: { kind, number: Number(voucher[2]) } };
  }
  const date = dateOf(text);
  const number = /^\d{1,15}$|^\d{1,3}([.,]\d{3})+$/.test(text)
    ? Number(text.replace(/[.,]/g, ''))
    : undefined;
  return { text, ...(date && { date }), ...(number !== undefined && { number }) };
}

/**
 * What a person searches for: words, amounts (`500.000`), numbers of entries and vouchers (`PT 12`), dates (`30/4`,
 * `4/2025`, `2025`). What stands in quotation marks is one term.
 */
export function readTerms(search: string): Term[] {
  const pieces = search.match(/"[^"]+"|“[^”]+”|(?:pt|pc)\s+\d+|\S+/giu) ?? [];
  return pieces
    .map((piece) => piece.replace(/["“”]/g, '').trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .slice(0, 12)
    .map(termOf);
}
