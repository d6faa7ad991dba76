import type { ImportedSubject } from '../area/area-command.schema.js';
import { MOST_PAST, type Subject } from '../subject.schema.js';
import type { Decision, ImportOptions, ImportPlan, KnownSubject, RowDraft } from './import.types.js';

/** What is entered: a row, with what later rows told of the same subject, and the subject of the register that it is about. */
export interface Taken {
  /** The row's number, and those of the rows that were put together with it. */
  lines: number[];
  draft: RowDraft;
  known?: KnownSubject;
}

export interface Settled {
  taken: Taken[];
  /** Rows of which nobody has said yet which subject they are about. */
  open: number;
  /** Rows that are left out: as the person said, because they cannot be taken, because nothing is new. */
  left: { said: number; stopped: number; same: number };
}

/** What becomes of a plan with what a person decided, by line. */
export function settleImport(plan: ImportPlan, decisions: ReadonlyMap<number, Decision>): Settled {
  const taken: Taken[] = [];
  const byLine = new Map<number, Taken>();
  const left = { said: 0, stopped: 0, same: 0 };
  let open = 0;
  for (const { line, state, draft, match } of plan.rows) {
    if (state === 'stop') left.stopped += 1;
    else if (state === 'same') left.same += 1;
    else {
      const decision = state === 'ask' ? decisions.get(line) : match ? 'same' : 'another';
      if (decision === undefined) open += 1;
      else if (decision === 'skip') left.said += 1;
      else {
        const earlier = decision === 'same' && match?.line !== undefined ? byLine.get(match.line) : undefined;
        if (earlier) {
          earlier.draft = completed(earlier.draft, draft);
          earlier.lines.push(line);
          byLine.set(line, earlier);
          continue;
        }
        const known =
          decision === 'same' ? match?.known?.[0] : match?.known?.find(({ id }) => decision === `same:${id}`);
        const one: Taken = { lines: [line], draft, ...(known && { known }) };
        taken.push(one);
        byLine.set(line, one);
      }
    }
  }
  return { taken: apart(taken), open, left };
}

/** Two rows that were both said to be the same subject of the register are one row. */
function apart(taken: readonly Taken[]): Taken[] {
  const byId = new Map<string, Taken>();
  return taken.filter((one) => {
    const before = one.known && byId.get(one.known.id);
    if (before) {
      before.draft = completed(before.draft, one.draft);
      before.lines.push(...one.lines);
      return false;
    }
    if (one.known) byId.set(one.known.id, one);
    return true;
  });
}

/** The earlier row with what only the later one tells; of two years the later year. */
function completed(first: RowDraft, second: RowDraft): RowDraft {
  const year = [first.year, second.year]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1);
  const earlier = first.past ?? [];
  const more = (second.past ?? []).filter(({ cycle }) => !earlier.some((one) => one.cycle === cycle));
  const past = [...earlier, ...more];
  return {
    ...second,
    ...first,
    ...(past.length > 0 && { past }),
    place: { ...second.place, ...first.place },
    ...(year !== undefined && { year }),
  };
}

/**
 * The subject as it is entered. `whole` is the known one as it stands now: what the file says nothing of stays. A year for
 * which it is registered already is registered no second time.
 */
export function toImported(
  { draft, known }: Taken,
  {
    id,
    whole,
    setFor,
    source = '',
  }: {
    id: string;
    whole?: Subject | undefined;
    setFor: ImportOptions['setFor'];
    /** Where past results were read. */
    source?: string | undefined;
  },
): ImportedSubject {
  const { name, model = 'family', subjectGroup, head, parent, place, members, citizens, year } = draft;
  const told = draft.past?.filter(({ cycle }) => cycle !== known?.judged);
  const past = pastWith(whole?.past, told, source);
  const counts = {
    ...whole?.members,
    ...(members !== undefined && { total: members }),
    ...(citizens !== undefined && { recognised: citizens }),
  };
  const group = subjectGroup ?? whole?.subjectGroup;
  const above = parent ?? whole?.parent;
  const code = place.code ?? (whole && whole.place.name === place.name ? whole.place.code : undefined);
  const leads = head === undefined || head === whole?.head?.name ? whole?.head : { name: head };
  const set =
    year === undefined || whole?.registrations.some(({ cycle }) => cycle === year)
      ? undefined
      : setFor({ model, subjectGroup: group }, year);
  return {
    id: whole?.id ?? id,
    model,
    ...(group !== undefined && { subjectGroup: group }),
    name,
    ...(above !== undefined && { parent: above }),
    place: { name: place.name, ...(code !== undefined && { code }) },
    ...(leads && { head: leads }),
    ...(Object.keys(counts).length > 0 && { members: counts }),
    facts: whole?.facts ?? {},
    ...(past && { past }),
    ...(known && { expected: known.version }),
    ...(year !== undefined && set && { cycle: year, criteria: set }),
  };
}

/** What was told of past years, with what is told now in the place of what was told of that year before. */
function pastWith(before: Subject['past'], told: RowDraft['past'] = [], source: string): Subject['past'] {
  if (told.length === 0) return before;
  const others = (before ?? []).filter(({ cycle }) => !told.some((one) => one.cycle === cycle));
  const now = told.map((one) => ({ ...one, source: source.slice(0, 255) || '?' }));
  return [...others, ...now].sort((a, b) => b.cycle.localeCompare(a.cycle)).slice(0, MOST_PAST);
}
