import type { Dictionary } from '../translate.js';

/** Sentences that registering and what stands around the criteria have in common. */
export const formLateVi = {
  'form.due.before': '{what} trước ngày {date}',
  'form.due.by': '{what} chậm nhất ngày {date}',
  'form.due.passed': '{due} (đã qua)',
  'register.optional': '(không bắt buộc)',
  'error.conflict.registration':
    'Người khác vừa sửa cùng chỗ này trong đăng ký thành {now}, nên chưa lưu. Phần đang nhập vẫn còn: bấm lưu lần nữa để thay, hoặc đóng lại để giữ bản của người đó.',
} satisfies Dictionary;
