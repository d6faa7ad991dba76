import type { Dictionary } from '../translate.js';

/** Sentences of a form that shows no assessment yet, and of how far a set was checked. */
export const formStateVi = {
  'form.loading': 'Đang tải…',
  'form.error.title': 'Chưa tải được bản tự đánh giá',
  'form.retry': 'Thử lại',
  'form.reload': 'Tải lại trang',
  'form.set.sample': 'Mẫu, chưa đối chiếu văn bản.',
  'form.set.partial': 'Chưa đủ nguyên văn.',
} satisfies Dictionary;
