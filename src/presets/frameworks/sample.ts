import type { CriteriaSet, Criterion, Section } from '../../domain/criteria-set.schema.js';
import type { LocalText } from '../../domain/text.schema.js';
import { bases } from '../bases.js';

/** What differs between the sample sets; the rest says for all of them that they are samples. */
export interface Sample extends Pick<CriteriaSet, 'id' | 'model' | 'subjectGroup'> {
  title: LocalText;
  /** What the official text is that this sample stands in for. */
  stands: { vi: string; en: string };
  /** Title as granted, for the one class. */
  award: LocalText;
  sections: (Omit<Section, 'criteria'> & { criteria: Omit<Criterion, 'provenance'>[] })[];
}

/**
 * A made-up points set: out of 100, title at 70, not-applicable items re-weighted. Every item is marked as a sample, so
 * that nobody takes it for the association's own table.
 */
export function sampleSet({ id, model, subjectGroup, title, stands, award, sections }: Sample): CriteriaSet {
  return {
    format: 1,
    id,
    version: '1.0.0',
    model,
    ...(subjectGroup && { subjectGroup }),
    title,
    status: 'sample',
    source: {
      name: { vi: 'Mẫu, chưa đối chiếu văn bản', en: 'Sample, not checked against an official text' },
      note: {
        vi: `${stands.vi} Các mục, điểm, ngưỡng 70 điểm và thời hạn 12 tháng ở đây là mẫu để địa phương sửa theo văn bản của mình; thẩm quyền công nhận theo quy định của địa phương.`,
        en: `${stands.en} Items, points, the pass mark of 70 and the 12 months are samples that each locality replaces by its own text; who recognises follows local rules.`,
      },
    },
    cycles: { from: '2021' },
    recognition: { months: 12 },
    bases: [bases.conclusion49, bases.decision1373, bases.decision387],
    scoring: {
      mode: 'points',
      max: 100,
      passMark: 70,
      classes: [{ id: 'dat', label: award, min: 70 }],
      notApplicable: 'reweight',
    },
    sections: sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({ ...criterion, provenance: 'sample' })),
    })),
  };
}
