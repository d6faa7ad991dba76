/** Id of the part that holds the nation and its provinces; the other parts bear the code of their province. */
export const NATION = 'nation';
