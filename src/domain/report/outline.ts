import { countedBy } from '../area/figure-id.js';
import type { Indicator } from '../target/target.schema.js';
import type { Model } from '../text.schema.js';
import type { MeasureId, SectionId } from './report.types.js';

/** A line that is counted by an indicator. */
export interface LineSpec {
  readonly id: string;
  readonly section: SectionId;
  readonly depth: 0 | 1;
  readonly indicator: Indicator;
  /** Tells who registered, too. */
  readonly registers: boolean;
  /** Left out where nobody has told anything: a level of the association that exists no more, a group that is not in use. */
  readonly ifTold: boolean;
}

/** A group of the register, as it is counted. */
export interface CountedGroup {
  readonly model: Model;
  /** Empty where a subject belongs to none. */
  readonly subjectGroup: string;
}

/** The indicators by which models and groups are counted, told and aimed at. */
const ofModel: Readonly<Record<Model, string>> = {
  family: 'gia-dinh',
  clan: 'dong-ho',
  community: 'cong-dong',
  unit: 'don-vi',
  citizen: 'cong-dan',
};
const ofCitizens: Readonly<Record<string, string>> = {
  farmers: 'cong-dan-nong-dan',
  workers: 'cong-dan-cong-nhan',
  officials: 'cong-dan-can-bo',
  learners: 'cong-dan-nguoi-hoc',
};
const organisation = ['hoi-cap-huyen', 'hoi-cap-xa', 'chi-hoi', 'ban-khuyen-hoc', 'hoi-vien'];
const centres = ['trung-tam', 'trung-tam-luot-hoc', 'lanh-dao-trung-tam', 'can-bo-trung-tam'];
const former = new Set(['hoi-cap-huyen']);

/** The columns of each section, in order. */
export const sectionMeasures: Readonly<Record<SectionId, readonly MeasureId[]>> = {
  models: ['total', 'registered', 'achieved'],
  organisation: ['number', 'total'],
  centres: ['number', 'total'],
  activities: ['number', 'participants'],
  funds: ['amount'],
  awards: ['number'],
  indicators: ['achieved', 'total'],
};

/** The measure that a section's lines are about. */
export const leading = (section: SectionId): MeasureId =>
  section === 'models' || section === 'indicators' ? 'achieved' : section === 'funds' ? 'amount' : 'number';

/**
 * The lines that are counted by indicators: the five models with their groups, the association, the centres, and whatever
 * else the back end counts. `groups`: those that the register has; what is in none of the usual ones gets a line of its own,
 * so that the groups of a model come to the whole.
 */
export function outline(indicators: readonly Indicator[], groups: readonly CountedGroup[]): LineSpec[] {
  const known = new Map(indicators.map((one) => [one.id, one]));
  const counted = (id: string, model: Model, subjectGroup?: string): Indicator => ({
    ...(known.get(id) ?? { id, label: { vi: id }, unit: { vi: '' }, kind: 'share', origin: 'records' }),
    model,
    subjectGroup,
  });
  const models = Object.entries(ofModel).flatMap(([name, id]): LineSpec[] => {
    const model = name as Model;
    const shared = { section: 'models', registers: true } as const;
    const usual = model === 'citizen' ? Object.keys(ofCitizens) : [];
    const used = groups.filter((one) => one.model === model).map(({ subjectGroup }) => subjectGroup);
    const others = [...new Set(used)].filter((group) => !usual.includes(group)).sort();
    // A model of which nobody is in a group has none.
    const names = [...usual, ...(usual.length > 0 || others.some((one) => one !== '') ? others : [])];
    // Those of no group come last.
    const sorted = [...names.filter((one) => one !== ''), ...names.filter((one) => one === '')];
    return [
      { ...shared, id: model, depth: 0, indicator: counted(id, model), ifTold: false },
      ...sorted.map((group): LineSpec => ({
        ...shared,
        id: `${model}.${group}`,
        depth: 1,
        indicator: counted((model === 'citizen' && ofCitizens[group]) || `${id}.${group}`, model, group),
        ifTold: !usual.includes(group),
      })),
    ];
  });

  const taken = new Set([
    ...Object.values(ofModel),
    ...Object.values(ofCitizens),
    ...organisation,
    ...centres,
  ]);
  const listed = (section: SectionId, ids: readonly string[], ifTold = false): LineSpec[] =>
    ids.flatMap((id) => {
      const indicator = known.get(id);
      const line = { id, section, depth: 0, registers: false, ifTold: ifTold || former.has(id) } as const;
      return indicator ? [{ ...line, indicator }] : [];
    });
  const rest = indicators.map(({ id }) => id).filter((id) => !taken.has(id) && countedBy(id) === id);
  return [
    ...models,
    ...listed('organisation', organisation),
    ...listed('centres', centres),
    ...listed('indicators', rest, true),
  ];
}
