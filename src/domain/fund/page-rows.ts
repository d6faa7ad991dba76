/** Entries of one page of a ledger. */
export const PAGE_ROWS = 512;
