import type { Translation } from '../translate.js';
import type { formLateVi } from '../vi/form-late.js';

/** Sentences that registering and what stands around the criteria have in common. */
export const formLateEn: Translation<typeof formLateVi> = {
  'form.due.before': '{what} before {date}',
  'form.due.by': '{what} by {date} at the latest',
  'form.due.passed': '{due} (passed)',
  'register.optional': '(optional)',
  'error.conflict.registration':
    'Somebody else has just changed the same in the registration to {now}, so it was not saved. What you typed is still here: save once more to replace it, or close to keep the other version.',
};
