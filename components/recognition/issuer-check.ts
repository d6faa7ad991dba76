import type { Candidate } from '../../src/client/candidates.js';
import { mayGrant, type Competence } from '../../src/domain/competence.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import type { DecisionFacts } from '../../src/domain/recognition.schema.js';

type Decision = Pick<DecisionFacts, 'issuer' | 'date'>;

/**
 * What the registry of competent bodies says of the issuer, title by title. Every drawing asks it of every title, so an
 * answer is kept as long as registry and decision are the same.
 */
export class IssuerCheck {
  /** `failed`: there is an address, but nothing could be read there. */
  registry: Registry | 'failed' | undefined;
  #of = '';
  #by: Registry | undefined;
  readonly #known = new Map<string, Competence>();

  /** Undefined where there is no registry, no issuer yet, or the place is not known yet. */
  of({ issuer, date }: Decision, { assessment, place }: Candidate): Competence | undefined {
    const { registry } = this;
    if (!registry || registry === 'failed' || !place || issuer.name === '') return undefined;
    const decision = `${issuer.id} ${date}`;
    if (this.#by !== registry || this.#of !== decision) {
      [this.#by, this.#of] = [registry, decision];
      this.#known.clear();
    }
    const key = [assessment.model, place.code, place.name].join(' ');
    const known =
      this.#known.get(key) ?? mayGrant(registry, { issuer, date }, { place, model: assessment.model });
    if (known) this.#known.set(key, known);
    return known;
  }
}
