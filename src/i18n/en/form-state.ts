import type { Translation } from '../translate.js';
import type { formStateVi } from '../vi/form-state.js';

/** Sentences of a form that shows no assessment yet, and of how far a set was checked. */
export const formStateEn: Translation<typeof formStateVi> = {
  'form.loading': 'Loading…',
  'form.error.title': 'The self-assessment could not be loaded completely',
  'form.retry': 'Try again',
  'form.reload': 'Reload the page',
  'form.set.sample': 'Sample, not checked against the official text.',
  'form.set.partial': 'Wording incomplete.',
};
