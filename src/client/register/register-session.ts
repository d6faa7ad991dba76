import type { Actor } from '../../domain/actor.schema.js';
import type { CriteriaSetSummary } from '../../domain/criteria-set.schema.js';
import { mayUse } from '../../domain/permissions.js';
import type { Client } from '../client.types.js';
import { openNotes, type Notes } from '../notes.js';
import type { ActKind } from './act.types.js';

/** Who works with the register, and what he may do there. */
export interface RegisterSession {
  readonly client: Client;
  readonly actor: Actor;
  readonly tenant: string;
  /** Kept on this device: acts that were not sent. */
  readonly notes: Notes;
  /** Criteria sets, each asked for once; none while they could not be had. */
  sets(): Promise<readonly CriteriaSetSummary[]>;
  readonly may: Readonly<Record<ActKind | 'import' | 'update' | 'places', boolean>>;
}

/** Opens the register for the person who is signed in; undefined for a visitor. Errors: those of the back end. */
export async function openRegister(
  client: Client,
  signal: AbortSignal,
): Promise<RegisterSession | undefined> {
  const { actor, tenant } = await client.session({ signal });
  if (!actor) return undefined;
  const notes = await openNotes(client, { tenant, actor: actor.id }, 'register');
  let sets: Promise<CriteriaSetSummary[]> | undefined;
  return {
    client,
    actor,
    tenant,
    notes,
    sets() {
      sets ??= client.queryAll('criteria.list', {}).catch((error: unknown) => {
        sets = undefined;
        throw error;
      });
      return sets;
    },
    may: {
      register: mayUse(actor, 'subject.register'),
      submit: mayUse(actor, 'assessment.submit'),
      verify: mayUse(actor, 'assessment.verify'),
      import: mayUse(actor, 'subject.import'),
      update: mayUse(actor, 'subject.update'),
      places: mayUse(actor, 'locality.import'),
    },
  };
}
