import type { Pending } from '../../../../../src/domain/fund/posting.schema.js';
import type { Desk } from '../desk.js';

/** What would be paid, in a few words. */
export function draftTexts({ draft }: Pending, { l, view }: Desk): string[] {
  if (!draft) return [];
  switch (draft.kind) {
    case 'fund.record': {
      const { category: id, party, details } = draft.payload;
      const label = view.fund.categories.find((one) => one.id === id)?.label;
      return [l.text(label), party?.name ?? '', details.purpose ?? ''].filter(Boolean);
    }
    case 'fund.import':
      return [l.t('desk.pending.import', { n: draft.payload.rows.length })];
    case 'fund.transfer':
      return [l.t('desk.kind.transfer'), draft.payload.from.party?.name ?? ''].filter(Boolean);
    default: {
      const round = view.rounds.find(({ id }) => id === draft.payload.round);
      return [round?.title ?? '', l.t('desk.pending.awards', { n: draft.payload.awards.length })].filter(
        Boolean,
      );
    }
  }
}
