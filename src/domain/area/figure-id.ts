/** The id of a reported figure: one for each indicator, place and day, so that nothing is told twice. */
export const figureId = (indicator: string, place: string, asOf: string): string =>
  `${indicator}:${place}:${asOf}`;
