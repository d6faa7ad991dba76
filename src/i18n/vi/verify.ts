import type { Dictionary } from '../translate.js';

/** The page that checks a badge. Calm words: who cannot check has not found a forgery. */
export const verifyVi = {
  'verify.lead':
    'Chọn tệp huy hiệu (PNG, SVG, JSON), ảnh chụp mã QR, hoặc dán nội dung hay địa chỉ của huy hiệu. Tệp được kiểm tra ngay trên thiết bị này, không gửi đi nơi khác.',
  'verify.drop': 'Thả tệp vào đây, hoặc',
  'verify.choose': 'Chọn tệp hoặc ảnh',
  'verify.camera': 'Chụp mã QR',
  'verify.text': 'Nội dung hoặc địa chỉ của huy hiệu',
  'verify.check': 'Kiểm tra',
  'verify.empty': 'Chưa có nội dung để kiểm tra. Xin dán nội dung hoặc địa chỉ của huy hiệu vào ô này.',
  'verify.checking': 'Đang kiểm tra …',
  'verify.retry': 'Thử lại',
  'verify.open': 'Mở địa chỉ này',

  'verify.answer.valid': 'Huy hiệu thật, còn hiệu lực',
  'verify.answer.expired': 'Huy hiệu thật, đã hết hiệu lực',
  'verify.answer.revoked': 'Danh hiệu đã bị thu hồi',
  'verify.answer.not-genuine': 'Không phải huy hiệu thật',
  'verify.answer.could-not-check': 'Chưa kiểm tra được',
  'verify.answer.status-stale': 'Đúng đến ngày {date}, chưa kiểm tra lại',

  'verify.reason.valid': 'Chữ ký đúng, nội dung còn nguyên vẹn và danh hiệu chưa bị thu hồi.',
  'verify.reason.valid.no-status': 'Chữ ký đúng và nội dung còn nguyên vẹn.',
  'verify.reason.expired':
    'Chữ ký đúng và nội dung còn nguyên vẹn; danh hiệu có hiệu lực đến hết ngày {date}.',
  'verify.reason.revoked': 'Nơi công nhận đã thu hồi danh hiệu này; huy hiệu không còn giá trị.',
  'verify.reason.suspended': 'Nơi công nhận đang tạm đình chỉ danh hiệu này.',
  'verify.reason.altered': 'Nội dung huy hiệu đã bị sửa sau khi ký: chữ ký không còn khớp.',
  'verify.reason.wrong-key': 'Huy hiệu được ký bằng một khoá không phải của nơi phát hành ghi trên đó.',
  'verify.reason.key-revoked':
    'Khoá dùng để ký huy hiệu này đã bị nơi phát hành huỷ bỏ, nên không tin được chữ ký.',
  'verify.reason.malformed': 'Huy hiệu sai định dạng, nên chữ ký không có giá trị.',
  'verify.reason.unsigned': 'Huy hiệu không có chữ ký số: ai cũng có thể tạo ra nội dung này.',
  'verify.reason.untrusted-algorithm': 'Huy hiệu dùng cách ký không bảo đảm, nên ai cũng có thể giả mạo.',
  'verify.reason.unknown-context':
    'Huy hiệu tự đặt lại nghĩa của các từ trong đó, nên không thể biết chữ ký bảo đảm cho điều gì.',
  'verify.reason.wrong-audience': 'Huy hiệu này được cấp để dùng ở nơi khác, không phải ở đây.',
  'verify.reason.claims-differ': 'Phần ký và phần nội dung của huy hiệu nói khác nhau.',
  'verify.reason.wrong-purpose':
    'Chữ ký trên huy hiệu được lập cho mục đích khác, không phải để cấp danh hiệu.',
  'verify.reason.no-badge':
    'Không tìm thấy huy hiệu trong nội dung này. Ảnh đã chụp lại màn hình hoặc gửi qua ứng dụng nhắn tin thường mất phần huy hiệu; xin dùng tệp gốc.',
  'verify.reason.no-code':
    'Ảnh không mang theo huy hiệu, và trong ảnh cũng không đọc được mã QR. Xin dùng tệp gốc, hoặc chụp lại mã QR cho rõ, đủ sáng và gần hơn.',
  'verify.reason.text-no-badge':
    'Nội dung đã nhập không phải huy hiệu, cũng không phải địa chỉ của huy hiệu. Xin dán toàn bộ nội dung tệp huy hiệu, hoặc địa chỉ đọc từ mã QR (bắt đầu bằng https://).',
  'verify.reason.code-no-badge':
    'Mã QR trong ảnh không chứa huy hiệu, cũng không chứa địa chỉ của huy hiệu. Xin chụp mã QR trên huy hiệu.',
  'verify.reason.not-a-badge': 'Tệp có chữ ký nhưng không phải là huy hiệu.',
  'verify.reason.several-badges':
    'Trong ảnh có nhiều huy hiệu khác nhau, nên không biết ảnh này đại diện cho huy hiệu nào. Xin dùng tệp gốc.',
  'verify.reason.image-damaged': 'Tệp ảnh bị hỏng hoặc bị cắt mất một phần. Xin tải lại tệp gốc.',
  'verify.reason.too-large': 'Nội dung quá lớn nên không được đọc. Tệp huy hiệu tối đa 20 MB.',
  'verify.reason.offline.badge':
    'Thiết bị chưa có mạng nên chưa đọc được huy hiệu. Điều này không có nghĩa huy hiệu sai; xin thử lại khi có mạng.',
  'verify.reason.offline.key':
    'Chưa có mạng để lấy khoá của nơi phát hành, và trên thiết bị này chưa lưu khoá đó. Điều này không có nghĩa huy hiệu sai; xin thử lại khi có mạng.',
  'verify.reason.offline.status':
    'Chữ ký đúng, nhưng chưa có mạng để xem danh hiệu có bị thu hồi không. Xin thử lại khi có mạng.',
  'verify.reason.unknown-key':
    'Chưa lấy được khoá của nơi phát hành để đối chiếu chữ ký; có thể trang của họ không trả lời, hoặc không cho trang khác đọc. Điều này không có nghĩa huy hiệu sai.',
  'verify.reason.unsupported-algorithm': 'Huy hiệu dùng cách ký mà trang này chưa kiểm tra được.',
  'verify.reason.unsupported-method': 'Nơi phát hành công bố khoá theo cách mà trang này chưa đọc được.',
  'verify.reason.context-not-carried':
    'Huy hiệu dùng một bộ từ vựng mà trang này không có sẵn ({context}), nên chưa đối chiếu được chữ ký với nội dung. Không phát hiện nội dung bị sửa; điều này không có nghĩa huy hiệu sai.',
  'verify.reason.unsupported-status': 'Huy hiệu dùng cách công bố thu hồi mà trang này chưa đọc được.',
  'verify.reason.status-stale':
    'Chữ ký đúng. Danh sách thu hồi lưu trên thiết bị này được xem lần cuối ngày {date}; từ đó đến nay chưa kiểm tra lại. Xin thử lại khi có mạng.',
  'verify.reason.status-unreachable':
    'Chữ ký đúng, nhưng chưa đọc được danh sách thu hồi của nơi phát hành. Xin thử lại sau ít phút.',
  'verify.reason.status-damaged': 'Chữ ký đúng, nhưng danh sách thu hồi của nơi phát hành bị hỏng.',
  'verify.reason.status-of-another':
    'Chữ ký đúng, nhưng danh sách thu hồi không do nơi phát hành này ký, nên không dùng được.',
  'verify.reason.not-yet-valid':
    'Chữ ký đúng; huy hiệu ghi bắt đầu có hiệu lực từ ngày {date}. Có thể đồng hồ của thiết bị này chạy sai.',
  'verify.reason.hosted-badge':
    'Đây là huy hiệu kiểu cũ (Open Badges 2.0, như của Moodle): chỉ trang đã cấp mới xác nhận được. Ở đây chỉ đọc nội dung để xem; chưa kiểm tra huy hiệu có đúng do trang ấy cấp, có bị sửa, bị thu hồi hay không, và nơi cấp có thẩm quyền không. Xin đối chiếu tại trang đã cấp.',
  'verify.reason.link-unreachable':
    'Chưa đọc được địa chỉ này: máy chủ ở đó không trả lời, hoặc không cho trang khác đọc. Xin tự mở địa chỉ, tải tệp huy hiệu về rồi chọn tệp ở đây.',
  'verify.reason.not-issued':
    'Danh hiệu này có trong sổ của nơi công nhận, nhưng chưa có huy hiệu ký số, nên chưa có chữ ký để kiểm tra.',
  'verify.reason.recognition-unknown':
    'Không tìm thấy danh hiệu này ở đây. Có thể mã đã ghi sai, hoặc danh hiệu chưa được công bố.',
  'verify.reason.recognition-elsewhere':
    'Trang này chỉ lưu danh hiệu trên chính thiết bị đã cấp, nên ở thiết bị khác không tìm thấy. Điều này không có nghĩa huy hiệu sai; xin kiểm tra bằng tệp huy hiệu (PNG, SVG).',
  'verify.reason.register-unreachable': 'Chưa đọc được sổ danh hiệu của trang này. Xin thử lại sau ít phút.',
  'verify.reason.part':
    'Chưa tải được phần kiểm tra của trang này, có thể do mạng yếu. Xin thử lại, hoặc tải lại trang.',

  'verify.warning.demo-issuer':
    'Do tổ chức phát hành thử nghiệm tạo ra, không có giá trị công nhận. Huy hiệu này chỉ để dùng thử.',
  'verify.warning.issuer-unlisted':
    'Nơi phát hành “{issuer}” chưa có trong danh mục cơ quan, tổ chức có thẩm quyền. Chữ ký không cho biết ai có quyền công nhận; xin đối chiếu với quyết định công nhận.',
  'verify.warning.issuer-not-for-place-or-date':
    'Nơi phát hành “{issuer}” có trong danh mục, nhưng không phải cho địa bàn hoặc thời điểm này. Xin đối chiếu với quyết định công nhận.',
  'verify.warning.issuer-not-for-model':
    'Nơi phát hành “{issuer}” có trong danh mục, nhưng không phải cho danh hiệu này. Xin đối chiếu với quyết định công nhận.',
  'verify.warning.no-registry':
    'Trang này chưa có danh mục cơ quan, tổ chức có thẩm quyền để đối chiếu “{issuer}”. Xin đối chiếu với quyết định công nhận.',
  'verify.warning.no-status':
    'Huy hiệu không cho biết nơi công bố việc thu hồi, nên không kiểm tra được danh hiệu có bị thu hồi không.',
  'verify.warning.other-proof-not-checked': 'Huy hiệu còn có chữ ký khác mà trang này chưa kiểm tra được.',
  'verify.listed': '{name}: có trong danh mục cơ quan, tổ chức có thẩm quyền cho địa bàn và ngày này.',
  'verify.listed.sample': '{name}: có trong danh mục mẫu của trang thử nghiệm (mẫu, chưa đối chiếu văn bản).',

  'verify.facts': 'Huy hiệu ghi',
  'verify.facts.untrusted': 'Huy hiệu tự ghi như sau; không được bảo đảm',
  'verify.picture': 'Huy hiệu {name}',
  'verify.fact.holder': 'Người, tập thể được công nhận',
  'verify.fact.issuer': 'Nơi phát hành',
  'verify.fact.issued': 'Ngày cấp',
  'verify.fact.status': 'Tình trạng',
  'verify.fact.decision': 'Quyết định số',
  'verify.fact.validity': 'Thời hạn',
  'verify.fact.place': 'Địa bàn khi công nhận',
  'verify.fact.image': 'Ảnh của huy hiệu',
  'verify.until': 'đến hết ngày {date}',
  'verify.unnamed': 'Huy hiệu không ghi tên',
  'verify.unstated': 'không ghi',
  'verify.details': 'Chi tiết kỹ thuật',
  'verify.detail.code': 'Mã kết quả',
  'verify.detail.format': 'Dạng',
  'verify.detail.id': 'Số định danh',
  'verify.detail.issuer': 'Định danh nơi phát hành',
  'verify.detail.source': 'Nội dung gốc',
} satisfies Dictionary;
