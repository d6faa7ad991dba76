import type { CommandOf } from '../../domain/command.schema.js';
import type { Category, Regime } from '../../domain/fund/fund.schema.js';
import type { Account } from '../../domain/fund/money.schema.js';
import { parseDong, type DongProblem } from '../../domain/money.js';
import { readComingDate, readDate } from './read-date.js';

/** A fund that is to be opened, as far as it is typed; amounts and days are texts, empty where there is none. */
export interface OpeningForm {
  name: string;
  place: string;
  regime: Regime | '';
  opened: string;
  /** What lay in the accounts when the books began. */
  cash: string;
  bank: string;
  kind: string;
  goal: string;
  goalBy: string;
  limit: string;
  published: boolean;
}

/** Why a fund cannot be opened, by the field where it is mended. */
export interface OpeningFault {
  readonly field: keyof OpeningForm;
  readonly code:
    | `amount-${DongProblem}`
    | 'name'
    | 'place'
    | 'regime'
    | 'opened'
    | 'opened-future'
    | 'opened-early'
    | 'goalBy'
    | 'goalBy-early';
}

type Payload = CommandOf<'fund.open'>['payload'];

/** Our own choice for what the form does not ask; the settings of the fund change both. */
const usual: Pick<Payload, 'plan' | 'smallestGroup' | 'lateAfterDays'> = {
  plan: {},
  smallestGroup: 5,
  lateAfterDays: 30,
};
/** Years of the books have no other centuries. */
const firstDay = '1900-01-01';

const accounts: readonly Account[] = ['cash', 'bank', 'kind'];

/** A fund of which nothing is typed yet; the regime is never chosen beforehand, because it stays for good. */
export function freshOpening(today: string): OpeningForm {
  const [year, month, day] = today.split('-');
  return {
    name: '',
    place: '',
    regime: '',
    opened: `${day}/${month}/${year}`,
    cash: '',
    bank: '',
    kind: '',
    goal: '',
    goalBy: '',
    limit: '',
    published: false,
  };
}

/** Whole đồng of a field that may be left empty; a fault where it says neither an amount nor nothing. */
export function readOptionalDong(text: string): { dong?: number; code?: `amount-${DongProblem}` } {
  const read = parseDong(text);
  if (read.ok) return { dong: read.value };
  if (read.code === 'missing') return {};
  return read.code === 'zero' ? { dong: 0 } : { code: `amount-${read.code}` };
}

const clean = (text: string): string => text.trim().normalize('NFC');

/** Checks a fund by the rules that can be known here, and makes the payload of its command. */
export function readOpening(
  form: OpeningForm,
  today: string,
  categoriesOf: (regime: Regime) => readonly Category[],
): { faults: readonly OpeningFault[]; payload?: Payload } {
  const faults: OpeningFault[] = [];
  const amounts: Partial<Record<keyof OpeningForm, number>> = {};
  const opened = readDate(form.opened, today);
  const by = readComingDate(form.goalBy, today);
  const amountIn = (field: Account | 'goal' | 'limit'): void => {
    const { dong, code } = readOptionalDong(form[field]);
    if (code) faults.push({ field, code });
    else if (dong !== undefined) amounts[field] = dong;
  };

  if (clean(form.name) === '') faults.push({ field: 'name', code: 'name' });
  if (clean(form.place) === '') faults.push({ field: 'place', code: 'place' });
  if (form.regime === '') faults.push({ field: 'regime', code: 'regime' });
  if (!opened) faults.push({ field: 'opened', code: 'opened' });
  else if (opened > today) faults.push({ field: 'opened', code: 'opened-future' });
  else if (opened < firstDay) faults.push({ field: 'opened', code: 'opened-early' });
  for (const account of accounts) amountIn(account);
  amountIn('goal');
  const { goal } = amounts;
  if (goal === 0) faults.push({ field: 'goal', code: 'amount-zero' });
  if (form.goalBy.trim() !== '' && form.goal.trim() === '')
    faults.push({ field: 'goal', code: 'amount-missing' });
  if (form.goal.trim() !== '' && !by) faults.push({ field: 'goalBy', code: 'goalBy' });
  if (by && opened && by < opened) faults.push({ field: 'goalBy', code: 'goalBy-early' });
  amountIn('limit');
  if (faults.length > 0 || form.regime === '' || !opened) return { faults };

  const { cash = 0, bank = 0, kind = 0, limit } = amounts;
  const payload: Payload = {
    ...usual,
    name: clean(form.name),
    place: { name: clean(form.place) },
    regime: form.regime,
    published: form.published,
    opened,
    opening: { cash, bank, kind },
    categories: [...categoriesOf(form.regime)],
    ...(goal !== undefined && by && { goal: { amount: goal, by } }),
    ...(limit !== undefined && { approvalLimit: limit }),
  };
  return { faults, payload };
}
