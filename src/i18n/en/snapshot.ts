import type { Translation } from '../translate.js';
import type { snapshotVi } from '../vi/snapshot.js';

export const snapshotEn: Translation<typeof snapshotVi> = {
  'snapshot.problem': 'This cannot be shown',
  'snapshot.not-found':
    'This was not found: the address may be wrong, or there is no such thing, or it is not published.',
  'snapshot.rate-limited': 'Too many requests from one place. Please try again in {seconds} seconds.',
  'snapshot.error': 'The server could not answer. Please try again in a few minutes.',
  'snapshot.fund.title': '{fund} – receipts and payments',
  'snapshot.fund.periods': 'Choose a time',
  'snapshot.fund.other-language': 'Tiếng Việt',
  'snapshot.fund.differs':
    'What was added up differs from the balance that the fund publishes ({said}). Please ask whoever keeps the fund.',
  'snapshot.fund.by-year': 'Receipts and payments by year',
  'snapshot.fund.year': 'Year',
  'snapshot.fund.unit': 'In đồng.',
  'snapshot.fund.donors.more': {
    one: 'And {n} other who agreed to be named.',
    other: 'And {n} others who agreed to be named.',
  },
  'snapshot.fund.unnamed': {
    one: 'Donors who are not named ({n} gift)',
    other: 'Donors who are not named ({n} gifts)',
  },
  'snapshot.fund.last': 'Newest entries',
  'snapshot.fund.hash.opening': 'Seal of the opening',
  'snapshot.fund.hash.hint':
    'It is made from the content of all entries: where one is changed, left out or put in, it becomes another. Write it down to compare later.',
  'snapshot.fund.updated':
    'Figures of the ledger up to {time}. This page does not change while it is open; load it again for new figures.',
};
