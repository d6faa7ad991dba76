import type { Translation } from '../translate.js';
import type { fundVi } from '../vi/fund.js';

export const fundEn: Translation<typeof fundVi> = {
  'fund.loading': 'Loading the ledger…',
  'fund.retry': 'Try again',
  'fund.empty': 'No fund to show yet',
  'fund.empty.hint':
    'This page does not say which study-promotion fund to show. Please tell its administrator.',
  'fund.not-found': 'This fund was not found',
  'fund.not-found.hint':
    'There is no such fund, or it is not published. Look at the notice board of the commune, or ask the association that keeps the fund.',
  'fund.forbidden': 'You may not see this part',
  'fund.forbidden.hint':
    'This part is for the treasurer and the inspectors of the fund. Please sign in with the account you were given, or see the public part.',
  'fund.offline': 'No network yet',
  'fund.offline.hint': 'The ledger needs the network; the page loads it by itself once the network is back.',
  'fund.unsupported': 'No fund is kept here',
  'fund.unsupported.hint':
    'This page is not connected to a server that keeps study-promotion funds. Please tell whoever runs the page.',
  'fund.damaged': 'Part of the ledger cannot be read',
  'fund.damaged.hint':
    'The data of the ledger are no longer whole, so it cannot be shown. Nothing was deleted or overwritten; please tell the administrator, who can look at it and restore it from a backup.',
  'fund.damaged.at':
    'The data of the ledger are no longer whole in the part that begins with entry {no}, so it cannot be shown. Nothing was deleted or overwritten, and the entries before it are there; please note the number and tell the administrator, who can look at it and restore it from a backup.',
  'fund.error': 'The ledger could not be loaded',
  'fund.error.hint':
    'The server could not answer. Please try again in a few minutes, or tell the administrator.',
};
