import type { Criterion, CriteriaSet } from '../domain/criteria-set.schema.js';
import { text, paragraph, type Block, type Inline, type Notice } from './official-document.js';
import type { Wording } from './wording.js';

const kinds = ['sample', 'inferred', 'missing'] as const;
type Kind = (typeof kinds)[number];

/** Marks of criteria that were not checked against an official text, and the notes they refer to. */
export interface ProvenanceMarks {
  /** The frame at the head of the paper; undefined where the whole set is sourced. */
  notice: Notice | undefined;
  /** The raised "(1)" of a criterion; empty where it is sourced. */
  markOf: (criterion: Criterion) => Inline[];
  /** The notes, in the order of their numbers; empty where there are none. */
  notes: Block[];
}

/** Finds what has to be marked among the criteria that are printed. */
export function provenanceMarks(
  set: CriteriaSet,
  printed: readonly Criterion[],
  { t }: Wording,
): ProvenanceMarks {
  const used = kinds.filter((kind) => printed.some((criterion) => kindOf(criterion, set) === kind));
  const number = (kind: Kind): string => `(${used.indexOf(kind) + 1})`;
  return {
    notice:
      set.status === 'sourced' && used.length === 0
        ? undefined
        : {
            title: t('document.sample'),
            text: t(set.status === 'sample' ? 'document.sample.sample' : 'document.sample.partial'),
          },
    markOf: (criterion) => {
      const kind = kindOf(criterion, set);
      return kind ? text(number(kind), { raised: true }) : [];
    },
    notes: used.map((kind) =>
      paragraph([...text(`${number(kind)} `), ...text(t(`document.mark.${kind}`))], 'note'),
    ),
  };
}

/** What a local association added is its own text; the rest of a sample is a sample unless it says otherwise. */
function kindOf({ provenance, local }: Criterion, { status }: CriteriaSet): Kind | undefined {
  const known = provenance ?? (status === 'sample' && !local ? 'sample' : 'sourced');
  return known === 'sourced' ? undefined : known;
}
