import { Actor } from '../../domain/actor.schema.js';
import { pageOf, schemasOf } from '../../domain/query.schema.js';
import { Receipt } from '../../domain/receipt.schema.js';
import { z } from '../../domain/zod.js';
import { faultWords } from '../fault-words.js';
import type { Backend } from '../port.js';
import type { Harness } from './harness.js';

const SessionAnswer = z.object({ actor: z.nullable(Actor), tenant: z.string().check(z.minLength(1)) });
const Receipts = z.array(Receipt);

/**
 * The same back ends, of which every answer has to be whole: a client refuses a page with one record that does not fit its
 * schema, so that whoever is content with less would show nothing in the end.
 */
export function checkedHarness(harness: Harness): Harness {
  const bare = new WeakMap<Backend, Backend>();
  const bareOf = (backend: Backend): Backend => bare.get(backend) ?? backend;
  return {
    ...harness,
    async open(person) {
      const backend = await harness.open(person);
      const wrapped = checked(backend);
      bare.set(wrapped, backend);
      return wrapped;
    },
    ...(harness.stall && { stall: (backend) => harness.stall?.(bareOf(backend)) }),
    ...(harness.loseAnswer && { loseAnswer: (backend) => harness.loseAnswer?.(bareOf(backend)) }),
  };
}

function checked(backend: Backend): Backend {
  const answers: Pick<Backend, 'session' | 'query' | 'execute'> = {
    session: async (...call) => fitting(SessionAnswer, await backend.session(...call), 'session'),
    async query(name, ...call) {
      const page = await backend.query(name, ...call);
      const schemas = await schemasOf(name);
      return schemas ? fitting(pageOf(schemas), page, name) : page;
    },
    execute: async (commands, ...call) =>
      fitting(
        Receipts,
        await backend.execute(commands, ...call),
        `execute of ${commands[0]?.kind ?? 'nothing'}`,
      ),
  };
  // A back end may be an object of a class of its own: what it has besides is asked of itself.
  return new Proxy(backend, {
    get(target, name) {
      if (Object.hasOwn(answers, name)) return answers[name as keyof typeof answers];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}

/** The answer as it is. Rejects with a sentence that names the first thing which does not fit. */
function fitting<T>(schema: z.ZodMiniType, answer: T, call: string): T {
  const parsed = z.safeParse(schema, answer);
  if (parsed.success) return answer;
  const [first, ...more] = faultWords(parsed.error, answer);
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw new Error(`${call}: ${first!.path}: ${first!.says}${rest}`);
}
