/**
 * The initials of a name: "Nguyễn Văn An" is "N.V.A.". Composed letters, so that one name gives one label however it
 * was typed; of a letter with marks the whole letter, because Đ, Â and Ê are letters of their own.
 */
export function initialsOf(name: string): string {
  return name
    .normalize('NFC')
    .split(/[\s.,;_'’()-]+/u)
    .flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? [])
    .map((letter) => `${letter.toLocaleUpperCase('vi')}.`)
    .join('');
}
