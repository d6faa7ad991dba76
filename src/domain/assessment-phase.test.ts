import { expect, it } from 'vitest';
import { isEditable } from './assessment-phase.js';
import { AssessmentState } from './assessment.schema.js';
import { commandsFrom } from './workflow.js';

it('calls editable exactly the states in which the state machine takes answers', () => {
  for (const state of AssessmentState.options) {
    expect(isEditable(state), state).toBe(commandsFrom(state).includes('assessment.answer'));
  }
});
