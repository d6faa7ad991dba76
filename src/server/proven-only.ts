import { Achievement } from '../domain/achievement.schema.js';
import { canonicalJson } from '../domain/canonical-json.js';
import type { Receipt } from '../domain/receipt.schema.js';
import type { Identity } from './identity/identity.js';
import { idOf, refuseSome, type Execute } from './refuse-some.js';

export interface ProvenOptions {
  achieved: Identity['achieved'];
  /** JSON of an assessment as it is stored. */
  stored: (assessment: string) => Promise<string | undefined>;
  /** A command of this id was applied before. */
  wasApplied: (id: string) => Promise<boolean>;
}

/**
 * Applies commands, but refuses answers that say of a piece of evidence that it comes from the records of a platform, where
 * neither a proof says so nor the assessment did before: who reviews may take it as that platform's word. Errors: server,
 * where a proof cannot be looked at now.
 */
export async function provenOnly(
  commands: readonly unknown[],
  { achieved, stored, wasApplied }: ProvenOptions,
  execute: Execute,
): Promise<Receipt[]> {
  const refused = new Map<number, Receipt>();
  for (const [index, command] of commands.entries()) {
    const id = idOf(command);
    const claims = claimsOf(command);
    if (id === undefined || claims.length === 0) continue;
    const { record } = command as { record?: unknown };
    const before = typeof record === 'string' ? await stored(record) : undefined;
    const answers = before === undefined ? undefined : answersOf(before);
    // What is damaged is refused by who applies it, in his own words.
    if (answers === null) continue;
    const known = new Set(claimsIn(answers).map(textOf));
    const isTrue = async (claim: unknown): Promise<boolean> => {
      const read = Achievement.safeParse(claim);
      // What cannot be read is refused by who applies it, in his own words.
      return known.has(textOf(claim)) || !read.success || ((await achieved?.(read.data)) ?? false);
    };
    for (const claim of claims) {
      if ((await isTrue(claim)) || (await wasApplied(id))) continue;
      refused.set(index, { id, status: 'rejected', code: 'invalid', path: ['evidence'] });
      break;
    }
  }
  return refuseSome(commands, refused, execute);
}

/** What is answered in an assessment as it is stored; null for one that cannot be read any more. */
function answersOf(stored: string): unknown {
  try {
    return (JSON.parse(stored) as { answers?: unknown }).answers;
  } catch {
    return null;
  }
}

const textOf = (claim: unknown): string => canonicalJson(claim);

/** What a command claims, whatever else is wrong with it. */
function claimsOf(command: unknown): unknown[] {
  const { kind, payload } = (command ?? {}) as { kind?: unknown; payload?: { answers?: unknown } | null };
  return kind === 'assessment.answer' ? claimsIn(payload?.answers) : [];
}

/** What answers say was achieved, as the platform names its parts. */
function claimsIn(answers: unknown): unknown[] {
  return partsOf(answers)
    .flatMap((answer) => partsOf((answer as { evidence?: unknown } | null)?.evidence))
    .flatMap((piece) => {
      const { achievement, name, url } = (piece ?? {}) as Record<string, unknown>;
      return typeof achievement === 'object' && achievement !== null ? [{ ...achievement, name, url }] : [];
    });
}

const partsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];
