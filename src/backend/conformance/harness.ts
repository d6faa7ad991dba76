import type { Achievement } from '../../domain/achievement.schema.js';
import type { Actor } from '../../domain/actor.schema.js';
import type { Registry } from '../../domain/registry.schema.js';
import type { Backend } from '../port.js';

/**
 * What a back end may offer. `core`: subjects, criteria sets, assessments, consents, and the border; `scopes`: people in
 * charge of some places only, not of all or of none.
 */
export const conformanceParts = [
  'core',
  'review',
  'recognition',
  'funds',
  'places',
  'scopes',
  'register',
  'files',
  'achievements',
] as const;
export type Part = (typeof conformanceParts)[number];

/** How the suite gets at the adapter under test. */
export interface Harness {
  /**
   * A back end on which this actor is signed in (null: a visitor). Back ends of one tenant name see the same
   * records, those of different names nothing of each other. A tenant that was never named before is empty.
   */
  open(options: { tenant: string; actor: Actor | null }): Promise<Backend>;
  /** What it offers. Default: everything. Cases of other parts are left out. */
  parts?: readonly Part[];
  /** Makes the next query of this back end never answer. Absent: the case is left out. */
  stall?(backend: Backend): void;
  /** Makes the next `execute` of this back end do its work and then fail. Absent: the case is left out. */
  loseAnswer?(backend: Backend): void;
  /** Spoils a stored assessment, so that it no longer fits its schema. Absent: the case is left out. */
  damage?(tenant: string, assessmentId: string): Promise<void>;
  /**
   * From now on the operator of this tenant keeps this registry of competent bodies. Absent, for a back end that asks for
   * none: the case is left out.
   */
  vouch?(tenant: string, registry: Registry): void;
  /**
   * From now on the platform's own records say this of this person. Absent, for a back end that has none: the cases are left
   * out.
   */
  award?(tenant: string, actor: Actor, achievements: readonly Achievement[]): Promise<void>;
}

/** One thing that an adapter must do. */
export interface ConformanceCase {
  name: string;
  /** Rejects with a sentence that says what is wrong. */
  run: () => Promise<void>;
}
