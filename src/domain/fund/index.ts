/** The fund's pure functions, for programs that want them all. */
export { addDong } from './dong.js';
export { adminShare, type AdminShare } from './admin-cap.js';
export { detailsCommitment, partyCommitment, type Committed } from './commitment.js';
export { addBalances, addToTotals, effectOf, overdrawn, signOf, yearOf, type Counting } from './effect.js';
export {
  entryHash,
  entryId,
  entryText,
  openingHash,
  readEntryId,
  type HashText,
  type Opening,
} from './entry-hash.js';
export { daysLate, isLate } from './late-entry.js';
export { PAGE_ROWS } from './page-rows.js';
export { entryAt, extendPage, isWholePage, packEntries, readBits, unpackEntries } from './pack-entries.js';
export { publicAwards } from './public-awards.js';
export { openedParty, publicFund, publicRound } from './public-fund.js';
export { initialsOf } from './recipient-label.js';
export { missingAwardConsents } from './award-consent.js';
export { rollUp, type InTransit, type Ledger, type RollUp, type Unlinked } from './roll-up.js';
export { bookYears, rollUpYear, type FundBook, type FundLine, type YearRollUp } from './roll-up-year.js';
export { rowFaults, type RowFault } from './row-faults.js';
export { isSealedKind, sealCommand, type SealedCommand } from './sealed-command.js';
export { loosensLimit, settingChanges } from './setting-changes.js';
export { isBalanced, openingOf, yearStatement, type Statement } from './statement.js';
export { createSums, type Sums } from './sums.js';
export {
  checkChain,
  mostFaults,
  type ChainCheck,
  type ChainFault,
  type ChainHead,
  type EntryFault,
  type LedgerFault,
} from './verify-chain.js';
export { isUsed, LAST_VOUCHER, nextVoucher, voucherGaps, voucherSeries, withVoucher } from './vouchers.js';
