import type { CSSResult } from 'lit';
import { lazily } from '../../../src/client/lazily.js';
import type { Texts } from '../../base/language.js';
import type { HtsdAssessmentForm } from '../assessment-form.js';

type Whole = typeof import('./drawn-whole.js');

// Stands in the place of `drawn-here` where bytes are few.

let whole: Whole | undefined;
const fetchWhole = lazily(async () => (whole = await import('./drawn-whole.js')));

/** What stands around the criteria, once it is there. */
export const around = (): Whole | undefined => whole;

export const looks: CSSResult[] = [];
export const sentences: readonly Texts[] = [];

export const drawable = (): boolean => !!whole;

/** Forms that wear what came. */
const dressed = new WeakSet<HtsdAssessmentForm>();

/** Fetches what draws, once; a failure is told by the form, and its retry asks again. */
export function bringDrawn(form: HtsdAssessmentForm): void {
  const { assessment, phase } = form.view ?? {};
  if (!assessment || phase === 'error' || dressed.has(form)) return;
  void form.attempt(async () => {
    const [late, part] = await Promise.all([form.loadMore(), fetchWhole()]);
    if (dressed.has(form)) return;
    dressed.add(form);
    late.wear([...part.sentences, ...part.moreTexts], [...part.looks, ...part.aroundLooks], true);
  });
}

export const criterionView: Whole['criterionView'] = (...of) => whole!.criterionView(...of);
export const provenanceView: Whole['provenanceView'] = (...of) => whole!.provenanceView(...of);
export const saveLine: Whole['saveLine'] = (...of) => whole!.saveLine(...of);
export const summaryView: Whole['summaryView'] = (...of) => whole!.summaryView(...of);
