import { criteriaKey } from '../../src/domain/criteria-key.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import type { HtsdAssessmentForm } from './assessment-form.js';

/** The sets of answers that were kept apart when another set was chosen, so that these can be read in their words. */
export class AsideDesk {
  /** Those read so far, by `id@version`. */
  readonly known = new Map<string, CriteriaSet>();
  readonly #form: HtsdAssessmentForm;
  /** What `known` was asked for. */
  #asked = '';

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
  }

  onView(): void {
    const { client, view } = this.#form;
    const aside = view?.assessment?.setAside ?? [];
    const key = aside.map(({ criteria }) => criteriaKey(criteria)).join();
    if (!client || key === this.#asked) return;
    this.#asked = key;
    for (const { criteria } of aside) {
      void this.#form.attempt(async () => {
        const { items } = await client.query('criteria.get', criteria);
        this.known.set(criteriaKey(criteria), items[0]!);
        this.#form.requestUpdate();
      }, false);
    }
  }
}
