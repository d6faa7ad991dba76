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
    'The stored ledger does not match its seal, so nothing is added to it. Please tell the administrator; what you typed is kept.',
  'rejection.closed.date': 'The year of the voucher is closed. Please record it in an open year.',
  'rejection.closed.plan': 'The plan of a year that is closed can no longer be changed.',
  'rejection.closed.round':
    'This round is closed: nothing more can be entered, changed or paid in it. What you were typing is still here; it can be copied into a round that is open.',
  'rejection.already-exists.voucher': 'This voucher number is taken.',
  'rejection.already-exists.reversal': 'This entry was reversed already.',
  'rejection.already-exists.year': 'This year is closed already.',
  'rejection.insufficient.cash':
    'There is not enough cash, so it was not recorded. If a receipt or a withdrawal from the bank is not in the ledger yet, record that first and send this again.',
  'rejection.insufficient.bank':
    'There is not enough in the bank, so it was not recorded. If a receipt or a deposit of cash is not in the ledger yet, record that first and send this again.',
  'rejection.insufficient.kind':
    'There are not enough goods, so it was not recorded. If goods that came in are not in the ledger yet, record them first and send this again.',
  'rejection.wrong-state.reversal': 'A reversal is not reversed. Please record the entry anew.',
  'rejection.wrong-state.waiting': 'Something still waits for approval. Please decide on it first.',
  'rejection.wrong-state.year': 'Years are closed one after the other.',
  'rejection.wrong-state.pending':
    'Somebody else has decided this already. The outcome is under “For approval”, below “Decided”.',
  'rejection.wrong-state.paid': 'This recipient is paid already, or waits for approval.',
  'rejection.wrong-state.awards':
    'Some recipients are paid already, or wait for approval, so nothing was paid. The list is up to date now; please look at it, then pay the others.',
  'rejection.wrong-state.sum':
    'The amount of a recipient has just been changed, so the sum is another one and nothing was paid. Please look at the new sum, then pay.',
  'rejection.invalid.date': 'There is no such day in the calendar.',
  'rejection.invalid.to': 'Money can only be moved between cash and the bank.',
  'rejection.invalid.voucher': 'The voucher number is not valid, or the numbers of the year are used up.',
  'rejection.invalid.level': 'The round has no such level, or it must not be shown in public.',
  'rejection.invalid.levels': 'Levels that a round has cannot be taken away.',
  'rejection.invalid.awards': 'Somebody is in the list twice.',
  'rejection.invalid.consent': 'Choose whether the consent is recorded or withdrawn.',
  'rejection.invalid.categories':
    'Categories that a fund has cannot be taken away or turned; they can be retired.',
  'rejection.invalid.twice': 'An identifier is used twice.',
  'rejection.invalid.plan': 'The plan has a category that the fund does not have.',
  'rejection.invalid.goal': 'There is no such day for the goal.',
  'rejection.invalid.parent': 'A fund cannot be rolled up into itself, not even by way of others.',
  'rejection.invalid.record': 'The identifier of the fund is too long or not valid.',
  'rejection.invalid.expected':
    'This was not sent as something new. Please reload the page and enter it again.',
  'rejection.not-found.fund': 'This fund was not found. Please reload the page.',
  'rejection.not-found.entry': 'This entry was not found. Please reload the ledger.',
  'rejection.not-found.pending': 'What waits was not found. Please reload the list.',
  'rejection.not-found.round': 'The fund has no such round.',
  'rejection.not-found.award': 'This recipient was not found. Please reload the list.',
  'rejection.not-found.to': 'The fund that receives was not found.',
  'rejection.already-exists.fund': 'This identifier of a fund is in use.',
  'rejection.already-exists.record': 'This was sent before and waits to be approved.',
  'rejection.already-exists.round': 'This round is there already.',
  'rejection.already-exists.awards': 'Somebody in the list was entered before.',
  'rejection.wrong-state.erased': 'This part was erased before.',
  'rejection.wrong-state.party': 'The entry names nobody, or does so no more.',
  'rejection.wrong-state.removed': 'This recipient was taken out of the records.',
  'rejection.wrong-state.consent': 'There is no consent of this person to withdraw.',
};
