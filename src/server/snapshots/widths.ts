/** Words are measured by a reader's font, which is not here: as wide as letters of the widest of them are, on average. */
export const wide = (text: string, size: number, weight: number): number =>
  text.normalize('NFC').length * size * (weight >= 600 ? 0.62 : 0.57);
