const marks = /\p{M}/gu;

/** Vietnamese without accents, for names of files and for searching: "Đơn vị học tập" becomes "Don vi hoc tap". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}
