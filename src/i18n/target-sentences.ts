import type { Figure } from '../domain/target/target.schema.js';
import type { Milestone, TargetView } from '../domain/target/target-view.types.js';
import { aim, measure, percent, yearOf, type Standing } from './target-words.js';
import { formatDate, formatNumber, type Wordings } from './translate.js';

/** Names of parts that are told in one line. */
const namesAtOnce = 3;

/** How a gauge stands: as its target says, or without one. */
export const statusOf = ({ now }: TargetView): Standing => now?.standing.status ?? 'none';

/** The figure alone: "150.000 / 200.000 gia đình = 75,0 %". */
export function figureText(view: TargetView, l: Wordings): string {
  const { indicator } = view;
  const figure = figureOf(view);
  if (!figure) return l.t('target.no-figure');
  const { count, of } = figure;
  const unit = l.text(indicator.unit);
  if (indicator.kind === 'number') return `${formatNumber(count, l.lang)} ${unit}`;
  const value = valueOf(view);
  if (value === undefined) return l.t('target.no-total', { count, unit });
  return l.t('target.share', { count, of: of ?? 0, unit, value: percent(value, l.lang) });
}

/** The figure that is looked at: the judged one, or the latest. */
export const figureOf = ({ now, years }: Pick<TargetView, 'now' | 'years'>): Figure | undefined =>
  now ? now.standing.figure : years.at(-1)?.figure;

/** Hundredths of one per cent or a number; nothing where it cannot be told. */
export const valueOf = ({ now, years }: Pick<TargetView, 'now' | 'years'>): number | undefined =>
  now ? now.standing.value : years.at(-1)?.value;

/** What leads: the value, or the bare count where no total was told to make a share of. Nothing where nothing was counted. */
export function leadText(view: TargetView, l: Wordings): string | undefined {
  const value = valueOf(view);
  const lead = value ?? figureOf(view)?.count;
  return lead === undefined
    ? undefined
    : measure(value === undefined ? 'number' : view.indicator.kind, lead, l.lang);
}

/** The one sentence: figure and target. */
export function sentence(view: TargetView, l: Wordings): string {
  const figure = figureText(view, l);
  const { now } = view;
  return now ? l.t('target.aim', { figure, year: yearOf(now.target), target: aim(now.target, l) }) : figure;
}

/** How many more each quarter, towards a target that is not reached. */
function paceText({ target, standing }: Milestone, unit: string, l: Wordings): string | undefined {
  const { pace, missing } = standing;
  const words = { unit, target: aim(target, l), year: yearOf(target) };
  const falling = target.falling ? '.falling' : '';
  if (pace) return l.t(`target.pace${falling}`, { n: pace.perQuarter, ...words });
  return missing ? l.t(`target.left${falling}`, { n: missing, ...words }) : undefined;
}

/** A few names, and how many more there are. */
function some(list: readonly string[], l: Wordings): string {
  const names = list.slice(0, namesAtOnce).join(', ');
  const n = list.length - namesAtOnce;
  return n > 0 ? l.t('target.coverage.more', { names, n }) : names;
}

function coverageText(view: TargetView, l: Wordings): string | undefined {
  const { years, parts } = view;
  const figure = figureOf(view);
  const { coverage } = figure ?? {};
  if (!coverage || !figure) return undefined;
  const { missing = [] } = years.find((one) => one.figure?.asOf === figure.asOf) ?? {};
  // Parts of parts are counted too, and are no longer of one level.
  const level = parts?.count === coverage.expected ? parts.level : 'mixed';
  const words = { ...coverage, parts: l.t(`target.parts.${level}`) };
  return missing.length > 0
    ? l.t('target.coverage.missing', { ...words, names: some(missing.map(l.text), l) })
    : l.t('target.coverage', words);
}

/** What else is to be said, the most important first. */
export function notes(view: TargetView, l: Wordings): string[] {
  const { now, next, indicator, years, unplaced } = view;
  const unit = l.text(indicator.unit);
  const list: (string | undefined)[] = [];
  // What was told last, if it cannot be compared.
  const last = years.filter(({ figure, lack }) => figure ?? lack).at(-1);
  if (last?.lack) {
    const { code, places } = last.lack;
    list.push(`${last.year}: ${l.t(`target.lack.${code}`, { places: some(places.map(l.text), l) })}`);
  }
  if (now) {
    const { standing, target, ownBase } = now;
    // Of no figure the sentence tells already.
    for (const reason of standing.reasons)
      if (reason !== 'no-figure') list.push(l.t(`target.reason.${reason}`));
    const open = standing.status !== 'reached';
    if (open) list.push(paceText(now, unit, l));
    else if (next) list.push(nextText(next, unit, l));
    if (open && standing.expected !== undefined && standing.figure)
      list.push(
        l.t('target.expected', {
          date: formatDate(standing.figure.asOf),
          value: measure(target.kind, standing.expected, l.lang),
        }),
      );
    if (open && ownBase && standing.expected !== undefined)
      list.push(l.t('target.own-base', { date: formatDate(ownBase.asOf) }));
  }
  list.push(coverageText(view, l), registeredText(view, l));
  for (const value of othersOf(view))
    list.push(l.t('target.disputed', { value: measure(indicator.kind, value, l.lang, true) }));
  if (unplaced) list.push(l.t('target.unplaced', { n: unplaced }));
  return list.filter((one) => one !== undefined);
}

function nextText(next: Milestone, unit: string, l: Wordings): string | undefined {
  const { target, standing } = next;
  return standing.status === 'reached'
    ? l.t('target.next.reached', { target: aim(target, l), year: yearOf(target) })
    : paceText(next, unit, l);
}

function registeredText({ years }: TargetView, l: Wordings): string | undefined {
  const { registered, figure, how } = years.at(-1) ?? {};
  if (registered === undefined) return undefined;
  const count = formatNumber(registered, l.lang);
  // Of a sum it is not known whether all of its parts keep a register.
  const share =
    figure?.of && how === 'records'
      ? ` (${percent(Math.floor((registered * 10_000) / figure.of), l.lang)})`
      : '';
  return l.t('target.registered', { value: count + share });
}

/** Other values that are told of the same target. */
function othersOf({ now }: TargetView): number[] {
  if (!now) return [];
  const { target, others = [] } = now;
  const values = [...(target.disputed ?? []), ...others].map(({ value }) => value);
  return [...new Set(values)].filter((value) => value !== target.value);
}

/** Everything that a gauge says, for those who do not see it. */
export function valueText(view: TargetView, l: Wordings): string {
  return l.t('target.value', {
    indicator: l.text(view.indicator.label),
    place: l.text(view.place.name),
    sentence: sentence(view, l),
    status: l.t(`target.status.${statusOf(view)}`),
  });
}

/** As of which day, by which text, and whether that text was compared: each a line of its own. */
export function footNotes(view: TargetView, l: Wordings): { words: string; doubt?: true }[] {
  const figure = figureOf(view);
  const { source, provenance } = view.now?.target ?? {};
  const named =
    source && (source.number ? l.t('target.basis.number', { number: source.number }) : l.text(source.name));
  return [
    ...(figure ? [{ words: l.t('target.as-of', { date: formatDate(figure.asOf) }) }] : []),
    ...(named ? [{ words: l.t('target.basis', { source: named }) }] : []),
    ...(provenance && provenance !== 'sourced'
      ? [{ words: l.t(`target.${provenance}`), doubt: true as const }]
      : []),
  ];
}
