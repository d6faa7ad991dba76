/**
 * What nobody sees: controls, marks without width, halves of letters. The soft hyphen stays for whoever knows the letters: in
 * texts of before Unicode it is one.
 */
const unseen = /(?:(?!\u00ad)[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff])+/gu;

/** A text of a sheet as it is taken on: composed letters, nothing unseen, single spaces, none around. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, '').trim();
}

/** The same for texts of workbooks, which write characters that XML has no place for as `_x000D_`. */
export function textOf(text: string): string {
  const letters = text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return tidy(letters);
}
