import type { Dictionary } from '../translate.js';

/** Failures of reading, and of acts that no device keeps for later: nothing is promised here that is not done. */
export const problemWordsVi = {
  'unread.offline': 'Chưa có kết nối mạng nên chưa tải được.',
  'unread.timeout': 'Máy chủ không trả lời nên chưa tải được; xin thử lại sau.',
  'unread.unauthenticated': 'Phiên đăng nhập đã hết; xin đăng nhập lại.',
  'unread.server': 'Máy chủ gặp trục trặc nên chưa tải được; xin thử lại sau ít phút.',
  'unsent.offline':
    'Chưa có kết nối mạng nên chưa ghi được. Trang không tự gửi lại; xin làm lại khi có mạng.',
  'unsent.timeout':
    'Máy chủ không trả lời nên chưa rõ đã ghi hay chưa. Xin làm lại như vừa rồi: việc này chỉ được tính một lần.',
  'unsent.unauthenticated': 'Phiên đăng nhập đã hết nên chưa ghi được; xin đăng nhập lại rồi làm lại.',
  'unsent.server':
    'Máy chủ gặp trục trặc nên chưa rõ đã ghi hay chưa. Xin làm lại như vừa rồi: việc này chỉ được tính một lần.',
} satisfies Dictionary;
