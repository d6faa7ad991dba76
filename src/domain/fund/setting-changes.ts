import type { Category, Fund, FundSettings, SettingChange } from './fund.schema.js';

type Change = Omit<SettingChange, 'at' | 'by'>;

/** What differs between two states of a fund's settings, each with what it was and what it is now. */
export function settingChanges(before: FundSettings, after: FundSettings): Change[] {
  return [...plainChanges(before, after), ...planChanges(before, after), ...categoryChanges(before, after)];
}

/** A payment may now be larger before a second person is asked, or nobody is asked any more. */
export function loosensLimit({ what, from, to }: Pick<SettingChange, 'what' | 'from' | 'to'>): boolean {
  return what === 'approvalLimit' && from !== undefined && (to === undefined || Number(to) > Number(from));
}

function changed(what: Change['what'], from: Change['from'], to: Change['to'], of?: string): Change[] {
  if (from === to) return [];
  return [
    {
      what,
      ...(of !== undefined && { of }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
  ];
}

function plainChanges(before: FundSettings, after: FundSettings): Change[] {
  const same = ['name', 'parent', 'published', 'approvalLimit', 'smallestGroup', 'lateAfterDays'] as const;
  return [
    ...same.flatMap((what) => changed(what, before[what], after[what])),
    ...changed('place', before.place.name, after.place.name),
    ...changed('goal', before.goal?.amount, after.goal?.amount),
    ...changed('goalBy', before.goal?.by, after.goal?.by),
    ...changed('adminCap', before.adminCap?.percent, after.adminCap?.percent),
  ];
}

/** By year and kind, as sums; a plan that was only shared out otherwise is told with the same sum twice. */
function planChanges(before: FundSettings, after: FundSettings): Change[] {
  const years = new Set([...Object.keys(before.plan), ...Object.keys(after.plan)]);
  return [...years].sort().flatMap((year) =>
    (['receipt', 'payment'] as const).flatMap((kind): Change[] => {
      const ids = after.categories.filter((one) => one.kind === kind).map(({ id }) => id);
      const amounts = ({ plan }: Pick<Fund, 'plan'>): number[] => ids.map((id) => plan[year]?.[id] ?? 0);
      const [was, is] = [amounts(before), amounts(after)];
      const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0);
      return was.every((amount, at) => amount === is[at])
        ? []
        : [{ what: 'plan', of: `${year}-${kind}`, from: sum(was), to: sum(is) }];
    }),
  );
}

/** New ones, other names, and what says how a category counts. */
function categoryChanges(before: FundSettings, after: FundSettings): Change[] {
  const known = new Map(before.categories.map((one) => [one.id, one]));
  return after.categories.flatMap((one) => {
    const was = known.get(one.id);
    const label = changed('category', was?.label.vi, one.label.vi, one.id);
    if (!was) return label;
    const marks = [...new Set([...Object.keys(was), ...Object.keys(one)])] as (keyof typeof one)[];
    const flags = marks.filter((key) => typeof (one[key] ?? was[key]) === 'boolean');
    return [
      ...label,
      ...flags.flatMap((flag) =>
        changed('category', marked(was, flag), marked(one, flag), `${one.id}#${flag}`),
      ),
    ];
  });
}

/** What is not said is no, except that a receipt is a gift. */
function marked(category: Category, flag: keyof Category): boolean {
  return flag === 'gift' ? category.gift !== false : category[flag] === true;
}
