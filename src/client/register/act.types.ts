import type { CriteriaRef } from '../../domain/criteria-set.schema.js';
import type { Rejection } from '../../domain/reader.types.js';
import type { Problem } from '../view.types.js';

/** What can be done to many subjects at once. */
export const actKinds = ['register', 'submit', 'verify'] as const;
export type ActKind = (typeof actKinds)[number];

/** One subject of an act, as the person saw it. */
export interface ActItem {
  subject: string;
  name: string;
  /** Version of what is changed: the subject's, or its assessment's. */
  expected: number;
  assessment?: string;
  /** The assessment has not been taken up for review yet. */
  fresh?: true;
  /** By which set it is registered. */
  criteria?: CriteriaRef;
  /** Ids of the commands, made once: to send them again is harmless. */
  ids: string[];
}

/** An act that a person has decided on. It waits a while, so that it can be undone, and is kept on the device until it is sent. */
export interface Act {
  id: string;
  kind: ActKind;
  cycle: string;
  items: ActItem[];
  at: string;
}

/** What became of a subject that could not be changed. `conflict`: somebody else was faster. */
export interface ActFailure {
  subject: string;
  name: string;
  reason: Rejection | 'conflict';
}

/** An act on its way. Frozen; a new object per change. */
export interface ActView {
  readonly act: Act;
  readonly status: 'waiting' | 'sending' | 'stuck' | 'done';
  /** Whole seconds until it is sent, while it waits. */
  readonly seconds: number;
  /** Subjects of which the outcome is known, and those of them that were changed. */
  readonly told: number;
  readonly applied: number;
  readonly failures: readonly ActFailure[];
  /** Why it could not be sent; it is tried again. */
  readonly problem?: Problem | undefined;
}
