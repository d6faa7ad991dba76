/** Most commands of one request. */
export const mostCommands = 500;
/** Megabytes that the commands of one request may have: a year's ledger is imported by one. */
export const commandMegabytes = 16;
/** Megabytes of the parameters of a question that does not fit an address. */
export const paramMegabytes = 1;
