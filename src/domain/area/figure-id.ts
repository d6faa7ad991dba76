const registered = '.dang-ky';

/** Under which id it is told by hand how many registered, of those that an indicator counts. */
export const registeredId = (indicator: string): string => `${indicator}${registered}`;

/** The indicator behind such an id; any other as it is. */
export const countedBy = (id: string): string =>
  id.endsWith(registered) ? id.slice(0, -registered.length) : id;

/** The id of a reported figure: one for each indicator, place and day, so that nothing is told twice. */
export const figureId = (indicator: string, place: string, asOf: string): string =>
  `${indicator}:${place}:${asOf}`;
