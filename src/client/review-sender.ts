import type { Assessment } from '../domain/assessment.schema.js';
import type { Command } from '../domain/command.schema.js';
import type { Rejection } from '../domain/reader.types.js';
import type { Client } from './client.types.js';
import { rejectionOf } from './rejection-of.js';
import { sameJson } from './same-json.js';

export type Change = Omit<Command, 'id' | 'record' | 'expected'>;
export type Sent =
  | { status: 'done' }
  | { status: 'rejected'; rejection: Rejection }
  /** With the assessment as it stands now, where the back end said it. */
  | { status: 'conflict'; current?: Assessment | undefined };

/** Sends one change at a time to one assessment, as it was seen last. One that got no answer is repeated as it was. */
export function createReviewSender(
  client: Client,
  signal: AbortSignal,
): (change: Change, seen: Assessment) => Promise<Sent> {
  let unanswered: Command | undefined;
  return async (change, { id: record, version: expected }) => {
    const repeats =
      unanswered?.expected === expected &&
      unanswered.kind === change.kind &&
      sameJson(unanswered.payload, change.payload);
    const command = repeats ? unanswered! : ({ id: client.newId(), record, expected, ...change } as Command);
    unanswered = command;
    const [receipt] = await client.execute([command], { signal });
    unanswered = undefined;
    if (receipt?.status === 'rejected') return { status: 'rejected', rejection: rejectionOf(receipt) };
    if (receipt?.status === 'conflict') {
      const { current } = receipt;
      return { status: 'conflict', current: current.type === 'assessment' ? current.value : undefined };
    }
    return { status: 'done' };
  };
}
