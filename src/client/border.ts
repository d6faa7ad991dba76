import { HtsdError } from '../backend/errors.js';
import type { Session } from '../backend/port.js';
import { Actor } from '../domain/actor.schema.js';
import type { Command } from '../domain/command.schema.js';
import { pageOf, schemasOf, type Page, type QueryItem, type QueryName } from '../domain/query.schema.js';
import { readCriteriaSet } from '../domain/read-criteria-set.js';
import { AreaType, FundType, Receipt } from '../domain/receipt.schema.js';
import { z } from '../domain/zod.js';

// The customs house: loaded beside the first call, because the schemas weigh more than everything else here.

const SessionAnswer = z.object({ actor: z.nullable(Actor), tenant: z.string().check(z.minLength(1)) });
const Receipts = z.array(Receipt);

const pages = new Map<QueryName, z.ZodMiniType>();

export function checkSession(answer: unknown): Session {
  return parse(SessionAnswer, answer, 'session');
}

export async function checkPage<Q extends QueryName>(name: Q, answer: unknown): Promise<Page<QueryItem<Q>>> {
  let schema = pages.get(name);
  if (!schema) {
    const schemas = await loaded(() => schemasOf(name));
    if (!schemas) throw new HtsdError('unsupported', { params: { query: name } });
    pages.set(name, (schema = pageOf(schemas)));
  }
  const page = parse(schema, answer, name) as Page<QueryItem<Q>>;
  if (name.endsWith('.get') && page.items.length !== 1) throw malformed(name);
  if (name === 'criteria.get') checkCriteria(page.items[0]);
  return page;
}

/** A set by which nobody could be scored rightly is refused whole: a wrong class would look like a right one. */
function checkCriteria(set: unknown): void {
  const read = readCriteriaSet(set);
  if (read.ok) return;
  const params = { reason: 'criteria', n: read.issues.length, issue: read.issues[0]?.code ?? '' };
  throw new HtsdError('invalid', { params });
}

/** One receipt per command, same ids, same order: anything else could be taken for somebody else's success. */
export async function checkReceipts(commands: readonly Command[], answer: unknown): Promise<Receipt[]> {
  const receipts = parse(Receipts, answer, 'execute');
  for (const receipt of receipts) if (receipt.status === 'conflict') await checkCurrent(receipt.current);
  const fits =
    receipts.length === commands.length && receipts.every((receipt, i) => receipt.id === commands[i]?.id);
  if (!fits) throw malformed('execute');
  return receipts as Receipt[];
}

/** The schema of receipts leaves open what belongs to a fund or an area, because its schemas are loaded only then. */
async function checkCurrent(current: { type: string }): Promise<void> {
  if (AreaType.safeParse(current.type).success) {
    const { AreaRecord } = await loaded(() => import('../domain/area/area-record.schema.js'));
    parse(AreaRecord, current, 'execute');
  }
  if (!FundType.safeParse(current.type).success) return;
  const { FundRecord } = await loaded(() => import('../domain/fund/fund-record.schema.js'));
  parse(FundRecord, current, 'execute');
}

function loaded<T>(load: () => Promise<T>): Promise<T> {
  return load().catch((cause: unknown) => {
    throw new HtsdError('offline', { cause });
  });
}

function parse<S extends z.ZodMiniType>(schema: S, answer: unknown, call: string): z.infer<S> {
  const parsed = z.safeParse(schema, answer);
  if (!parsed.success) throw malformed(call, parsed.error);
  return parsed.data;
}

function malformed(call: string, cause?: unknown): HtsdError {
  return new HtsdError('server', { params: { reason: 'malformed', call }, cause });
}
