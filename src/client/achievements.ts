import { HtsdError } from '../backend/errors.js';
import { Achievement, type AchievementNote } from '../domain/achievement.schema.js';
import type { Answer, Evidence } from '../domain/answer.schema.js';
import type { Criterion, CriteriaSet } from '../domain/criteria-set.schema.js';
import { suggestPoints, type Suggestion } from '../domain/suggest-points.js';
import type { Client } from './client.types.js';
import { withDeadline } from './deadline.js';
import type { AssessmentSession } from './view.types.js';

/** Milliseconds that the platform may take to answer. */
const patience = 30_000;
/** Pieces of evidence that one answer holds at most, as its schema says. */
const maxPieces = 50;

/**
 * What the platform records of the person, newest first, one entry a page. What does not fit its schema is left out.
 * Errors: `unsupported` where the back end has no such records, `unauthenticated`, `offline`, `timeout`, `server`.
 */
export async function readAchievements(
  { backend }: Pick<Client, 'backend'>,
  signal?: AbortSignal,
): Promise<Achievement[]> {
  if (!backend.capabilities.achievements || !backend.achievements) throw new HtsdError('unsupported');
  const told: unknown = await withDeadline(patience, signal, (inner) =>
    backend.achievements!({ signal: inner }),
  );
  if (!Array.isArray(told))
    throw new HtsdError('server', { params: { reason: 'malformed', call: 'achievements' } });
  const byPage = new Map<string, Achievement>();
  for (const one of told as unknown[]) {
    const read = Achievement.safeParse(one);
    if (read.success) byPage.set(read.data.url, read.data);
  }
  return [...byPage.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** What of the answer's evidence was chosen from such records. */
const notesOf = (answer: Answer | undefined): AchievementNote[] =>
  (answer?.evidence ?? []).flatMap((one) =>
    one.kind === 'link' && one.achievement ? [one.achievement] : [],
  );

/** Pages that the answer names as evidence already. */
export const pagesIn = (answer: Answer | undefined): ReadonlySet<string> =>
  new Set((answer?.evidence ?? []).flatMap((one) => (one.kind === 'link' ? [one.url] : [])));

/**
 * What is chosen, with what the answer names already, comes to by the criterion's own rule; `typed` where the person has
 * written something, which is never replaced. Undefined where the criterion has no such rule.
 */
export function suggestionFor(
  criterion: Criterion,
  { period }: Pick<CriteriaSet, 'period'>,
  cycle: string,
  answer: Answer | undefined,
  chosen: readonly Achievement[],
): (Suggestion & { typed: boolean }) | undefined {
  const suggestion = suggestPoints(criterion, [...notesOf(answer), ...chosen], cycle, period);
  return suggestion && { ...suggestion, typed: !!answer?.points?.trim() || !!answer?.notApplicable };
}

/**
 * Adds what was chosen to the criterion's evidence, and the points where the person wants them and has written none. Error:
 * `invalid` (reason `too-many`), with nothing added.
 */
export function attachAchievements(
  session: AssessmentSession,
  client: Pick<Client, 'newId' | 'now'>,
  criterion: string,
  chosen: readonly Achievement[],
  points?: string,
): void {
  const before = session.getState().answers[criterion];
  const named = pagesIn(before);
  const more = chosen
    .filter(({ url }) => !named.has(url))
    .map(({ name, url, ...achievement }): Evidence => {
      const addedAt = client.now().toISOString();
      return { id: client.newId(), kind: 'link', name, url, addedAt, achievement };
    });
  const evidence = [...(before?.evidence ?? []), ...more];
  if (evidence.length > maxPieces)
    throw new HtsdError('invalid', { params: { reason: 'too-many', limit: maxPieces } });
  const fill = points !== undefined && !before?.points?.trim() && !before?.notApplicable;
  if (more.length > 0 || fill) session.answer(criterion, { evidence, ...(fill && { points }) });
}
