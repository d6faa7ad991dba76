/** Reads a number as people type it; NaN where it is none. */
const read = (text) => (text ? Number(text.replace(',', '.')) : NaN);

/** Points for one criterion, the short way: what does not parse or fit gives none. */
export function pointsOf(criterion, answer) {
  if (!answer) return 0;
  if (criterion.input === 'points') {
    const points = read(answer.points);
    return points >= 0 && points <= criterion.max ? points : 0;
  }
  if (criterion.input === 'options')
    return criterion.options.find((o) => o.id === answer.option)?.points ?? 0;
  if (criterion.input === 'yesno') return answer.yes ? criterion.max : 0;
  const percent = (100 * read(answer.numerator)) / read(answer.denominator);
  return criterion.bands.reduce(
    (best, band) => (percent >= band.atLeast && percent <= 100 ? band.points : best),
    0,
  );
}
