import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Section } from '../../../src/domain/criteria-set.schema.js';
import type { ReviewContext } from '../review-context.js';
import { guessed } from '../review.styles.js';
import { criterionView } from './criterion-view.js';

/** Everything that a section shows is made of: only where something of it changed it is drawn again. */
function seen({ id: _id, criteria }: Section, index: number, context: ReviewContext): unknown[] {
  const { view, open, tried, thumbnails, l } = context;
  const { self, result, drafts, faults, clashes, comments, assessment } = view;
  const marks = assessment.review?.marks;
  return [
    self.sections[index],
    result.sections[index],
    assessment.state,
    open,
    tried,
    thumbnails,
    l.stamp,
    ...criteria.flatMap(({ id }) => [
      drafts.get(id),
      faults.get(id),
      clashes.has(id),
      comments.get(id),
      marks?.[id],
    ]),
  ];
}

/** The criteria by sections, as many as are to be drawn by now. */
export function sectionsView(context: ReviewContext, drawn: number): unknown[] {
  let left = drawn;
  return context.view.set.sections.map((section, index) => {
    const criteria = section.criteria.slice(0, Math.max(left, 0));
    left -= section.criteria.length;
    return guard([section, criteria.length, ...seen(section, index, context)], () =>
      sectionView(section, criteria, context),
    );
  });
}

function sectionView(
  { number, title, criteria: all }: Section,
  criteria: Section['criteria'],
  context: ReviewContext,
): TemplateResult {
  return html`<section class="section ${guessed(all.length)}" part="section">
    <h3>${number ? `${number}. ` : ''}${context.l.text(title)}</h3>
    ${criteria.map((one) => criterionView(one, context))}
  </section>`;
}
