import type { Candidate } from '../../src/client/candidates.js';
import type { Competence } from '../../src/domain/competence.js';
import type { DecisionFacts, Issuer } from '../../src/domain/recognition.schema.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import { RegistrySource } from '../base/registry-source.js';
import { factsOf, issuerOf, missingIn } from './decision-facts.js';
import { IssuerCheck } from './issuer-check.js';
import type { DecisionDraft } from './recognition-context.js';
import type { RecognitionDesk } from './recognition-desk.js';

/** What the host says of a decision beforehand, and the desk that it is typed at. */
interface DecisionHost {
  readonly issuerId: string | undefined;
  readonly issuerName: string;
  readonly signer: string;
  readonly signerPosition: string;
  readonly place: string;
  readonly registrySrc: string | undefined;
  readonly registry: Registry | undefined;
  readonly desk: RecognitionDesk | undefined;
}

/** The decision while it is typed: the host's start, what was typed over it, and what the registry says of its issuer. */
export class DecisionForm {
  /** Fields that were left out, once it was tried. */
  missing: readonly string[] = [];
  readonly #host: DecisionHost;
  readonly #check = new IssuerCheck();
  readonly #source = new RegistrySource();

  constructor(host: DecisionHost) {
    this.#host = host;
  }

  /** As typed; what was not touched follows the host and the criteria set. */
  get draft(): DecisionDraft {
    const { signer, signerPosition, issuerName, place, desk } = this.#host;
    const [first] = desk?.picked ?? [];
    return {
      number: '',
      date: desk?.today ?? '',
      signer,
      signerTitle: signerPosition,
      issuer: issuerName,
      place,
      bases: (first?.set.bases ?? []).map(({ vi }) => vi).join('\n'),
      ...desk?.typed,
    };
  }

  type(field: keyof DecisionDraft, value: string): void {
    this.#host.desk?.type(field, value);
    this.missing = this.missing.filter((one) => one !== field);
  }

  /** The decision to be sent; undefined where something is missing. */
  take(): DecisionFacts | undefined {
    const { draft } = this;
    this.missing = missingIn(draft, this.#host.desk?.picked.length ?? 0);
    return this.missing.length > 0 ? undefined : factsOf(draft, this.#issuer(draft));
  }

  get registry(): Registry | 'failed' | undefined {
    return this.#check.registry;
  }

  /** What the registry says of each title, were it granted as typed now. */
  competences(): (one: Candidate) => Competence | undefined {
    const { draft } = this;
    const decision = { issuer: this.#issuer(draft), date: draft.date };
    return (one) => this.#check.of(decision, one);
  }

  /** Finds the registry; without one the work goes on, and the signer is told. Errors: those of `readRegistry`. */
  async vouch(): Promise<void> {
    const { registry, registrySrc: src } = this.#host;
    try {
      this.#check.registry = registry ?? (src ? await this.#source.get(src) : undefined);
    } catch (error) {
      this.#check.registry = 'failed';
      throw error;
    } finally {
      const { desk } = this.#host;
      if (desk) desk.list.wantsPlaces = typeof this.registry === 'object';
    }
  }

  #issuer({ issuer }: DecisionDraft): Issuer {
    const { issuerId: id, issuerName: name } = this.#host;
    return issuerOf(issuer, { id, name }, this.registry === 'failed' ? undefined : this.registry);
  }
}
