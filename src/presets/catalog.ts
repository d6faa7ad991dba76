import type { References } from '../domain/area/references.types.js';
import type { CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import type { Model } from '../domain/text.schema.js';
import { summariesOf } from './all-summaries.js';

/** Where the criteria sets that come with the library are had from, one at a time. */
export interface PresetCatalog {
  /**
   * Every set, or those of one model, in the order of the five models, current sets first; without their sections, the texts that
   * they are based on, and what is to be said about their source: a set's own `get` has them.
   */
  list(model?: Model): Promise<CriteriaSetSummary[]>;
  /** One version of a set; undefined where there is none. The object is shared: do not change it. */
  get(id: string, version: string): Promise<CriteriaSet | undefined>;
  /** Provinces, indicators and national targets. Shared, too. */
  references(): Promise<References>;
}

/** One chunk per set, by id and version: a published version stays beside its successor. */
const chunks: Readonly<Record<string, () => Promise<{ default: CriteriaSet }>>> = {
  'gia-dinh-hoc-tap-mau@1.0.0': () => import('./sets/gia-dinh-hoc-tap-mau.js'),
  'gia-dinh-hoc-tap-448@1.0.0': () => import('./sets/gia-dinh-hoc-tap-448.js'),
  'dong-ho-hoc-tap-mau@1.0.0': () => import('./sets/dong-ho-hoc-tap-mau.js'),
  'cong-dong-hoc-tap-thon-mau@1.0.0': () => import('./sets/cong-dong-hoc-tap-thon-mau.js'),
  'cong-dong-hoc-tap-xa-25-2023@1.0.0': () => import('./sets/cong-dong-hoc-tap-xa-25-2023.js'),
  'don-vi-hoc-tap-24-2023@1.0.0': () => import('./sets/don-vi-hoc-tap-24-2023.js'),
  'don-vi-hoc-tap-xa-mau@1.0.0': () => import('./sets/don-vi-hoc-tap-xa-mau.js'),
  'don-vi-hoc-tap-22-2020@1.0.0': () => import('./sets/don-vi-hoc-tap-22-2020.js'),
  'cong-dan-hoc-tap-nong-dan@1.0.0': () => import('./sets/cong-dan-hoc-tap-nong-dan.js'),
  'cong-dan-hoc-tap-cong-nhan@1.0.0': () => import('./sets/cong-dan-hoc-tap-cong-nhan.js'),
  'cong-dan-hoc-tap-can-bo@1.0.0': () => import('./sets/cong-dan-hoc-tap-can-bo.js'),
  'cong-dan-hoc-tap-nguoi-hoc@1.0.0': () => import('./sets/cong-dan-hoc-tap-nguoi-hoc.js'),
};

/** Those that were asked for. */
const known: Record<string, CriteriaSet> = {};

/** What there is, as `id@version`, in the order of the list. */
export const presetKeys: readonly string[] = Object.keys(chunks);

export const presets: PresetCatalog = {
  list: summariesOf,
  async get(id, version) {
    const key = `${id}@${version}`;
    if (!Object.hasOwn(chunks, key)) return undefined;
    return (known[key] ??= (await chunks[key]!()).default);
  },
  async references() {
    return (await import('./references.js')).references;
  },
};
