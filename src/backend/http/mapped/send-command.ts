import type { Command } from '../../../domain/command.schema.js';
import type { QueryName } from '../../../domain/query.schema.js';
import type { Receipt, StoredRecord } from '../../../domain/receipt.schema.js';
import { HtsdError } from '../../errors.js';
import type { Backend } from '../../port.js';
import type { Ask } from './mapped-adapter.js';
import type { Mapping, Write } from './mapping.schema.js';
import { at } from './paths.js';
import type { Shaper } from './shapes.js';

interface SenderParts {
  mapping: Mapping;
  shaper: Shaper;
  ask: Ask;
  query: Backend['query'];
}

interface Written {
  type: string;
  id: string;
  version: number;
}

/** Sends one command and makes a receipt of the answer. */
export function createSender({ mapping, shaper, ask, query }: SenderParts) {
  return async (command: Command, signal: AbortSignal | undefined): Promise<Receipt> => {
    const { id, record, expected, kind } = command;
    const own = Object.hasOwn(mapping.commands, kind) ? mapping.commands[kind] : undefined;
    const write = own ?? mapping.commands['*'];
    if (!write) throw new HtsdError('unsupported', { params: { command: kind } });
    // What cannot even be said in their words is refused here, as they would.
    if (!Number.isInteger(expected) || expected < 0)
      return { id, status: 'rejected', code: 'invalid', path: ['expected'] };
    const verdict = await ask(write, command, { signal, command: true }).catch((error: unknown) => {
      if (error instanceof HtsdError && error.code === 'invalid') return error;
      throw error;
    });
    if (verdict instanceof HtsdError)
      return { id, status: 'rejected', code: 'invalid', path: [String(verdict.params['field'] ?? '')] };
    switch (verdict.is) {
      case 'failed':
        throw verdict.error;
      case 'rejected':
        return { id, status: 'rejected', code: verdict.code, ...(verdict.path && { path: verdict.path }) };
      case 'conflict':
        return { id, status: 'conflict', current: await currentOf(write, record, verdict.said, signal) };
      case 'duplicate':
        return { id, status: 'duplicate', records: writtenBy(write, command, verdict.said) };
      case 'ok':
        return { id, status: 'applied', records: writtenBy(write, command, verdict.said) };
    }
  };

  function writtenBy(write: Write, { record, expected }: Command, said: unknown): Written[] {
    const list = write.records && at(said, write.records.at);
    if (Array.isArray(list)) return list.map((one) => shaper.read(write.records!.shape, one) as Written);
    const version = write.version === undefined ? NaN : Number(at(said, write.version));
    return [{ type: write.about, id: record, version: Number.isInteger(version) ? version : expected + 1 }];
  }

  async function currentOf(
    write: Write,
    id: string,
    said: unknown,
    signal: AbortSignal | undefined,
  ): Promise<StoredRecord> {
    const there = write.current && at(said, write.current.at);
    const value =
      there !== undefined && there !== null
        ? shaper.read(write.current!.shape, there)
        : (await query(`${write.about}.get` as QueryName, { id }, { signal })).items[0];
    return { type: write.about, value } as StoredRecord;
  }
}
