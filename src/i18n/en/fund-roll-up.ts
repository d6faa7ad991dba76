import type { Translation } from '../translate.js';
import type { fundRollUpVi } from '../vi/fund-roll-up.js';

export const fundRollUpEn: Translation<typeof fundRollUpVi> = {
  'roll-up.title': 'Funds added up',
  'roll-up.of': '{name} and the funds below it',
  'roll-up.of.below': 'The funds below it',
  'roll-up.lead':
    'Money that goes from one fund of the table to another only changes its place: it is neither received from outside nor paid to outside.',
  'roll-up.year': 'Year',
  'roll-up.reading': 'Reading ledgers: {n} of {all} funds…',
  'roll-up.old': 'No newer figures can be had at the moment. These were read at {time}.',
  'roll-up.figures': 'Common figures',
  'roll-up.figure.closing': 'Balance at the end of {year}',
  'roll-up.figure.in': 'Received from outside',
  'roll-up.figure.out': 'Paid to outside',
  'roll-up.caption': {
    one: 'Received and paid in {year} by the ledger of {n} fund, in đồng',
    other: 'Received and paid in {year} by the ledgers of {n} funds, in đồng',
  },
  'roll-up.fund': 'Fund',
  'roll-up.opening': 'Opening',
  'roll-up.in': 'Received',
  'roll-up.out': 'Paid',
  'roll-up.closing': 'Closing',
  'roll-up.plain': 'The ledgers added up',
  'roll-up.between': 'Less: between funds of the table',
  'roll-up.loose': 'Less: transfers that do not name the other fund',
  'roll-up.outside': 'From and to outside',
  'roll-up.mark.open': '{year} is not closed yet',
  'roll-up.mark.differs': 'not what the fund publishes',
  'roll-up.line': 'Added up before you',
  'roll-up.line.opening': 'opening',
  'roll-up.line.in': 'from outside',
  'roll-up.line.out': 'to outside',
  'roll-up.line.transit': 'transfers whose sides differ',
  'roll-up.line.loose': 'transfers that do not name the other fund',
  'roll-up.line.closing': 'closing',
  'roll-up.holds':
    'Ledgers that this page read just now: {funds}. Entries of {year} that it added up: {n}. The sums are what each fund publishes.',
  'roll-up.differs':
    'The sum differs from what is published at the fund that bears a note in the table. Please open its ledger and press “Check the ledger”.',
  'roll-up.goods':
    'Goods at estimated values, not added to the money: opening {opening}, received from outside {in}, handed out {out}, closing {closing}.',
  'roll-up.notes': 'To know when reading',
  'roll-up.transit.sent': '{from} recorded a payment, {to} no receipt of it in the year: {amount}.',
  'roll-up.transit.came': '{to} recorded a receipt, {from} no payment of it in the year: {amount}.',
  'roll-up.loose.in': '{fund}, entry {no}: received {amount} without saying from which fund.',
  'roll-up.loose.out': '{fund}, entry {no}: paid {amount} without saying to which fund.',
  'roll-up.loose.hint':
    'Whether the other fund is in the table nobody can tell, so these entries count neither as from outside nor as to outside.',
  'roll-up.absent': 'Not in the table',
  'roll-up.absent.later': '{fund}: no books of {year}, they begin on {date}.',
  'roll-up.absent.failed': '{fund}: its ledger could not be loaded.',
  'roll-up.absent.top': 'The ledger of the fund above them is not published.',
  'roll-up.absent.hint':
    'A fund that does not publish its ledger is not in the table. Money that goes to or comes from a fund that is not in the table counts as to or from outside.',
  'roll-up.again': 'Load the missing ledgers again',
  'roll-up.none': 'No ledger of {year} was read yet.',
};
