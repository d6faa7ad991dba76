import type { Dictionary } from '../translate.js';

/** Sentences that registering and what stands around the criteria have in common. */
export const formLateVi = {
  'form.due.before': '{what} trước ngày {date}',
  'form.due.by': '{what} chậm nhất ngày {date}',
  'form.due.passed': '{due} (đã qua)',
  'register.optional': '(không bắt buộc)',
} satisfies Dictionary;
