import type { Command, CommandOf } from '../domain/command.schema.js';
import type { Rejection } from '../domain/reader.types.js';
import type { Client } from './client.types.js';
import { toProblem } from './problem.js';
import { rejectionOf } from './rejection-of.js';
import { sameJson } from './same-json.js';
import type { Problem } from './view.types.js';

export type DecisionKind = 'recognition.grant' | 'recognition.refuse' | 'recognition.revoke';

/** What became of a decision. `record`: the decision that was made, or what it was about. */
export type Decided =
  | { outcome: 'done' | 'conflict'; record: string }
  | { outcome: 'rejected'; rejection: Rejection }
  | { outcome: 'failed'; problem: Problem };

/** Sends decisions, one at a time. One that got no answer is repeated as it was, so that it counts once. */
export function createDecisionSender(client: Client) {
  let unanswered: Command | undefined;

  /** `seen`: what it is about as the signer saw it; absent for what is made anew. */
  return async function send<K extends DecisionKind>(
    kind: K,
    payload: CommandOf<K>['payload'],
    seen?: { id: string; version: number },
  ): Promise<Decided> {
    const before = unanswered;
    const repeats =
      before?.kind === kind &&
      sameJson(before.payload, payload) &&
      (!seen || (before.record === seen.id && before.expected === seen.version));
    const record = seen?.id ?? client.newId();
    const fresh = { id: client.newId(), kind, record, expected: seen?.version ?? 0, payload };
    const command = repeats ? before : (fresh as unknown as Command);
    unanswered = command;
    try {
      const [receipt] = await client.execute([command]);
      unanswered = undefined;
      if (receipt?.status === 'rejected') return { outcome: 'rejected', rejection: rejectionOf(receipt) };
      return { outcome: receipt?.status === 'conflict' ? 'conflict' : 'done', record: command.record };
    } catch (error) {
      return { outcome: 'failed', problem: toProblem(error) };
    }
  };
}
