import type { Translation } from '../translate.js';
import type { formLateVi } from '../vi/form-late.js';

/** Sentences that registering and what stands around the criteria have in common. */
export const formLateEn: Translation<typeof formLateVi> = {
  'form.due.before': '{what} before {date}',
  'form.due.by': '{what} by {date} at the latest',
  'form.due.passed': '{due} (passed)',
  'register.optional': '(optional)',
};
