/** Bytes of Windows-1258: letters with their shape as one byte, the tone behind them as another. */
export function windows1258(text: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder('windows-1258');
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/;
  const letters = [...text.normalize('NFC')].flatMap((letter) => {
    if (byteOf.has(letter)) return [letter];
    const parts = [...letter.normalize('NFD')];
    const tone = parts.filter((part) => tones.test(part));
    return [
      parts
        .filter((part) => !tones.test(part))
        .join('')
        .normalize('NFC'),
      ...tone,
    ];
  });
  return Uint8Array.from(letters, (letter) => {
    const byte = byteOf.get(letter);
    if (byte === undefined) throw new Error(`no byte for ${letter}`);
    return byte;
  });
}
