import type { Translation } from '../translate.js';
import type { fundRefusalVi } from '../vi/fund-refusal.js';

export const fundRefusalEn: Translation<typeof fundRefusalVi> = {
  'rejection.invalid.future': 'The date cannot lie ahead.',
  'rejection.invalid.opened': 'It is before the books were opened.',
  'rejection.invalid.original': 'A reversal cannot be dated before its entry.',
  'rejection.invalid.category': 'There is no such category for this kind of entry.',
  'rejection.invalid.amount': 'The amount is not valid, or too large to be exact.',
  'rejection.invalid.transfer': 'Money cannot be transferred to the same fund.',
  'rejection.invalid.running': 'The year is not over and cannot be closed.',
  'rejection.invalid.ledger':
    'The stored ledger does not match its hash, so nothing is added to it. Please tell the administrator; what you typed is kept.',
  'rejection.closed.date': 'The year of the voucher is closed. Please record it in an open year.',
  'rejection.closed.round': 'This round is closed.',
  'rejection.already-exists.voucher': 'This voucher number is taken.',
  'rejection.already-exists.reversal': 'This entry was reversed already.',
  'rejection.already-exists.year': 'This year is closed already.',
  'rejection.insufficient.cash': 'There is not enough cash; it was not recorded.',
  'rejection.insufficient.bank': 'There is not enough in the bank; it was not recorded.',
  'rejection.insufficient.kind': 'There are not enough goods; it was not recorded.',
  'rejection.wrong-state.reversal': 'A reversal is not reversed. Please record the entry anew.',
  'rejection.wrong-state.waiting': 'Something still waits for approval. Please decide on it first.',
  'rejection.wrong-state.year': 'Years are closed one after the other.',
  'rejection.wrong-state.pending': 'This was decided already.',
  'rejection.wrong-state.paid': 'This recipient is paid already, or waits for approval.',
  'rejection.wrong-state.awards': 'Some recipients are paid already, or wait. Please load the list again.',
};
