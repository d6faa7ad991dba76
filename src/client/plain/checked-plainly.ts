import { fitsShape } from '../../backend/shape.js';
import type { Backend, CallOptions, Session } from '../../backend/port.js';
import type { Command } from '../../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import { lazily } from '../lazily.js';
import { answerShapes, shapes } from './answer-shapes.js';

/**
 * A back end whose answers are checked as a client checks them (`checked`): what plainly fits its shape goes through, for the
 * rest the schemas are fetched, which say more, forgive more, and weigh more than all else that a page takes to read.
 * Errors: as of the back end; server (`reason: 'malformed'`), offline where the schemas cannot be fetched.
 */
export function checkedPlainly(backend: Backend): Backend {
  const border = lazily(() => import('../border.js'));
  return {
    ...backend,
    checked: true,
    async session(call: CallOptions = {}) {
      const answer = await backend.session(call);
      return isPlainSession(answer) ? answer : (await border()).checkSession(answer);
    },
    async query<Q extends QueryName>(
      name: Q,
      params: QueryParams<Q>,
      call: CallOptions = {},
    ): Promise<Page<QueryItem<Q>>> {
      const answer = await backend.query(name, params, call);
      return isPlainPage(name, answer) ? answer : (await border()).checkPage(name, answer);
    },
    async execute(commands: readonly Command[], call: CallOptions = {}) {
      const receipts = await backend.execute(commands, call);
      return (await border()).checkReceipts(commands, receipts);
    },
  };
}

/** No more keys than these: the schemas leave out what they do not know. */
const hasOnly = (value: unknown, ...keys: string[]): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => keys.includes(key));

const isPlainSession = (answer: unknown): answer is Session =>
  hasOnly(answer, 'actor', 'tenant') &&
  typeof answer['tenant'] === 'string' &&
  answer['tenant'] !== '' &&
  (answer['actor'] === null || fits('session', answer['actor']));

function isPlainPage(name: QueryName, answer: unknown): boolean {
  if (!hasOnly(answer, 'items', 'next', 'total')) return false;
  const { items, next, total } = answer;
  return (
    Array.isArray(items) &&
    (!name.endsWith('.get') || items.length === 1) &&
    items.every((item) => fits(name, item)) &&
    (!('next' in answer) || typeof next === 'string') &&
    (!('total' in answer) || Number.isFinite(total))
  );
}

function fits(name: string, value: unknown): boolean {
  const shape = Object.hasOwn(answerShapes, name) ? answerShapes[name] : undefined;
  return shape !== undefined && fitsShape(shape, value, shapes);
}
