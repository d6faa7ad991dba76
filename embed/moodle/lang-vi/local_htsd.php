<?php
// This file is part of HTSD for Moodle - https://moodle.org/
//
// This program is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// This program is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with this program.  If not, see <https://www.gnu.org/licenses/>.

/**
 * Vietnamese texts.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['allows'] = 'Được làm gì';
$string['audience'] = 'Đối tượng nhận mã xác nhận';
$string['audience_desc'] = 'Giá trị <code>aud</code> mà máy chủ chờ nhận. Giữ nguyên <code>htsd</code>, trừ khi người vận hành máy chủ yêu cầu khác.';
$string['backend'] = 'Nơi lưu dữ liệu';
$string['backend_desc'] = 'Trong chính Moodle này, hoặc trên một máy chủ HTSD. Quỹ khuyến học cần máy chủ: sổ quỹ phải được kiểm tra ở nơi người giữ quỹ không sửa được quy tắc. Sau khi lưu địa chỉ máy chủ, trang này cho biết người vận hành máy chủ cần nhập gì.';
$string['backendmoodle'] = 'Cơ sở dữ liệu của Moodle này';
$string['backendserver'] = 'Máy chủ, theo địa chỉ';
$string['capability'] = 'Quyền trong Moodle';
$string['charge'] = 'Phạm vi của người phụ trách';
$string['charge_desc'] = 'Người thẩm định, người ký, người giữ quỹ, người kiểm tra quỹ và người quản trị. Nếu máy chủ còn phục vụ trang khác, hãy chọn địa bàn. Phạm vi này gồm những gì mang mã địa bàn: hồ sơ người dân chỉ ghi tên nơi ở thì chỉ người phụ trách toàn bộ mới xử lý được.';
$string['chargeall'] = 'mọi dữ liệu trên máy chủ';
$string['chargeplace'] = 'địa bàn của trang này';
$string['courseplaces'] = 'Địa bàn của khóa học';
$string['courseplaces_desc'] = 'Mỗi dòng ghi địa chỉ của một khóa học hoặc một danh mục khóa học, dấu cách, rồi mã địa bàn, ví dụ <code>https://moodle.example.vn/course/view.php?id=12 07210</code>. Người thẩm định hoặc người ký ở đó mà không phụ trách gì trên toàn trang thì trên máy chủ phụ trách địa bàn ấy: mọi hồ sơ mang mã đó, bất kể ai đã đưa lên. Người đăng ký ở đó được ghi kèm mã nếu giữ nguyên địa bàn ghi sẵn trên trang. Sau khi sửa, gửi lại đoạn cấu hình bên dưới cho người vận hành máy chủ.';
$string['courseplaceswrong'] = 'Không có khóa học hoặc danh mục này, hoặc phía sau không có mã địa bàn: {$a}';
$string['errorbusy'] = 'Quá nhiều người đang ghi cùng lúc. Vui lòng thử lại.';
$string['errorinvalid'] = 'Không hiểu được yêu cầu này.';
$string['errornotfound'] = 'Không có hồ sơ này, hoặc hồ sơ không dành cho bạn.';
$string['errortoolarge'] = 'Tệp minh chứng không được lớn hơn {$a} MB.';
$string['eventcommandapplied'] = 'Đã ghi một thay đổi';
$string['htsd:administer'] = 'Ban hành bộ tiêu chí, danh mục địa bàn và chỉ tiêu';
$string['htsd:inspect'] = 'Kiểm tra quỹ khuyến học';
$string['htsd:member'] = 'Tự đánh giá hồ sơ của mình';
$string['htsd:officer'] = 'Ghi hoạt động của địa bàn và làm thay cho đối tượng được giao phụ trách';
$string['htsd:review'] = 'Thẩm định và xác nhận bản tự đánh giá';
$string['htsd:sign'] = 'Công nhận, không công nhận và thu hồi danh hiệu';
$string['htsd:treasury'] = 'Giữ quỹ khuyến học';
$string['key'] = 'Khóa';
$string['keymade'] = 'Ngày tạo';
$string['keymake'] = 'Tạo khóa';
$string['keypromote'] = 'Ký bằng khóa này';
$string['keyremove'] = 'Xóa';
$string['keys'] = 'HTSD: khóa để báo với máy chủ';
$string['keys_desc'] = 'Trang này dùng khóa để báo với máy chủ ai đang đăng nhập. Muốn đổi khóa: tạo khóa mới, chờ đến khi máy chủ biết khóa đó (mười phút nếu máy chủ tự lấy khóa; nếu không thì chờ người vận hành nhập), chuyển sang ký bằng khóa mới, rồi mười phút sau xóa khóa cũ. Nếu nghi người khác đã có được khóa, hãy làm tất cả các bước đó ngay, không chờ: khi đó trong khoảng nửa phút, người dùng có thể bị yêu cầu đăng nhập. Nửa bí mật của khóa được lưu ở dạng mã hóa và không bao giờ hiển thị.';
$string['keystate'] = 'Tình trạng';
$string['keystate_current'] = 'đang ký';
$string['keystate_next'] = 'chờ máy chủ biết';
$string['keystate_old'] = 'không ký nữa';
$string['language'] = 'Ngôn ngữ của các thành phần';
$string['language_desc'] = 'Các thành phần có tiếng Việt và tiếng Anh.';
$string['languagepage'] = 'Theo ngôn ngữ của trang';
$string['locality'] = 'Địa bàn của trang này';
$string['locality_desc'] = 'Mã tỉnh hoặc mã xã, ví dụ 24. Biểu đồ chỉ tiêu và báo cáo không ghi địa bàn sẽ hiển thị địa bàn này.';
$string['pluginname'] = 'HTSD: thành phần học tập suốt đời';
$string['privacy:metadata:filepurpose'] = 'Minh chứng mà người dùng đính kèm bản tự đánh giá.';
$string['privacy:metadata:local_htsd_file'] = 'Ai đã nộp tệp minh chứng nào.';
$string['privacy:metadata:local_htsd_file:filesize'] = 'Dung lượng tệp.';
$string['privacy:metadata:local_htsd_file:filetype'] = 'Loại tệp.';
$string['privacy:metadata:local_htsd_file:timecreated'] = 'Thời điểm nộp.';
$string['privacy:metadata:local_htsd_file:userid'] = 'Người nộp.';
$string['privacy:metadata:local_htsd_log'] = 'Mọi thay đổi: ai thực hiện, khi nào.';
$string['privacy:metadata:local_htsd_log:entry'] = 'Nội dung thay đổi: yêu cầu và những gì đã ghi.';
$string['privacy:metadata:local_htsd_log:timecreated'] = 'Thời điểm thực hiện.';
$string['privacy:metadata:local_htsd_log:userid'] = 'Người thực hiện.';
$string['privacy:metadata:local_htsd_place'] = 'Đối tượng nào đăng ký và được đánh giá trong khóa học nào: người thẩm định ở khóa học đó được xem.';
$string['privacy:metadata:local_htsd_place:contextid'] = 'Khóa học.';
$string['privacy:metadata:local_htsd_place:subject'] = 'Đối tượng đã đăng ký.';
$string['privacy:metadata:local_htsd_record'] = 'Đăng ký, bản tự đánh giá, sự đồng ý và danh hiệu.';
$string['privacy:metadata:local_htsd_record:body'] = 'Nội dung hồ sơ: câu trả lời, kết quả, nhận xét, tên người thực hiện.';
$string['privacy:metadata:local_htsd_record:owner'] = 'Chủ hồ sơ.';
$string['privacy:metadata:local_htsd_record:timecreated'] = 'Thời điểm lập.';
$string['privacy:metadata:server'] = 'Máy chủ lưu dữ liệu, nếu phần thiết lập có ghi.';
$string['privacy:metadata:server:name'] = 'Họ và tên người đang đăng nhập.';
$string['privacy:metadata:server:person'] = 'Mã của người đang đăng nhập, ghép từ số tài khoản tại đây và một từ riêng của trang này.';
$string['privacy:metadata:server:records'] = 'Những gì người đó nhập vào các thành phần và minh chứng đính kèm: gửi từ trình duyệt của người đó đến máy chủ.';
$string['privacy:metadata:server:roles'] = 'Các vai trò và địa bàn phụ trách.';
$string['privacy:path:changes'] = 'Thay đổi';
$string['privacy:path:evidence'] = 'Minh chứng';
$string['privacy:path:records'] = 'Hồ sơ';
$string['privacy:removed'] = '(đã xóa)';
$string['rights'] = 'Ai được làm gì';
$string['rights_desc'] = 'Mỗi vai trò của các thành phần ứng với một quyền trong Moodle. Vào <a href="{$a}">Định nghĩa vai trò</a> để giao quyền: trên toàn trang, hoặc riêng việc thẩm định và ký thì có thể giao trong một khóa học, đối với những người làm hồ sơ tại đó.';
$string['role'] = 'Vai trò';
$string['role_admin'] = 'Quản trị';
$string['role_admin_desc'] = 'Ban hành bộ tiêu chí, danh mục địa bàn và chỉ tiêu.';
$string['role_inspector'] = 'Ban kiểm tra';
$string['role_inspector_desc'] = 'Xem toàn bộ quỹ (khi dùng máy chủ).';
$string['role_member'] = 'Người dân';
$string['role_member_desc'] = 'Đăng ký, tự chấm điểm và giữ hồ sơ của mình.';
$string['role_officer'] = 'Cán bộ';
$string['role_officer_desc'] = 'Ghi hoạt động của địa bàn; làm thay cho đối tượng được giao phụ trách.';
$string['role_reviewer'] = 'Người thẩm định';
$string['role_reviewer_desc'] = 'Tiếp nhận, trả lại và xác nhận hồ sơ của người khác; không bao giờ là hồ sơ của mình.';
$string['role_signer'] = 'Người ký';
$string['role_signer_desc'] = 'Công nhận, không công nhận và thu hồi danh hiệu; không bao giờ là của mình.';
$string['role_treasurer'] = 'Thủ quỹ';
$string['role_treasurer_desc'] = 'Giữ quỹ (khi dùng máy chủ).';
$string['serverurl'] = 'Địa chỉ máy chủ';
$string['serverurl_desc'] = 'Không ghi đường dẫn phía sau, ví dụ https://htsd.example.vn.';
$string['signin'] = 'Đăng nhập vào máy chủ';
$string['signin_desc'] = 'Ai đăng nhập tại đây thì máy chủ cũng biết: trang này báo với máy chủ người đó là ai, giữ vai trò nào trong bảng bên dưới và phụ trách địa bàn nào, bằng một mã có chữ ký, có hiệu lực năm phút. Vai trò giao trong một khóa học có giá trị khi khóa học đó đã được ghi địa bàn, hoặc khi dữ liệu nằm trong Moodle. Người chưa đăng nhập, tài khoản khách và quản trị viên đang đăng nhập thay người khác đều là người lạ đối với máy chủ.';
$string['signinall'] = 'Người thẩm định, người ký, thủ quỹ, ban kiểm tra và người quản trị phụ trách mọi dữ liệu trên máy chủ, bất kể ai đã đưa lên.';
$string['signinaway'] = 'Máy chủ không truy cập được trang này';
$string['signinaway_desc'] = 'Khi đó, nhập thẳng các khóa cho máy chủ. Ghi đoạn này thay cho <code>jwksUri</code>, và nhập lại mỗi khi tạo hoặc xóa khóa:';
$string['signincourses'] = 'Người chỉ thẩm định hoặc ký ở một trong các nơi sau thì phụ trách địa bàn của nơi đó: {$a}.';
$string['signinenter'] = 'Người vận hành máy chủ thêm đoạn này vào danh sách <code>HTSD_ISSUERS</code>, ghi {$a} vào <code>HTSD_ORIGINS</code>, rồi khởi động lại máy chủ:';
$string['signinkeys'] = '<a href="{$a}">Quản lý khóa</a>';
$string['signinlimits'] = '<code>people</code>, <code>within</code> và <code>roles</code> là giới hạn do máy chủ giữ: trang này chỉ nói thay cho người của mình, không phụ trách địa bàn nào ngoài các địa bàn đã ghi, không có vai trò nào ngoài các vai trò đã ghi. Vai trò quản trị không nằm trong danh sách, vì những gì người đó ban hành có hiệu lực với tất cả mọi người trên máy chủ; nếu thực sự muốn vậy, thêm <code>"admin": "admin"</code>.';
$string['signinnokey'] = 'Chưa có khóa, nên đối với máy chủ ai cũng là người lạ. <a href="{$a}">Tạo khóa</a>.';
$string['signinnoplace'] = 'Chưa ghi địa bàn của trang này ở phần trên: người thẩm định, người ký, thủ quỹ và ban kiểm tra chỉ phụ trách hồ sơ của chính mình.';
$string['signinplace'] = 'Người thẩm định, người ký, thủ quỹ, ban kiểm tra và người quản trị phụ trách địa bàn của trang này, {$a}, và mọi nơi thuộc địa bàn đó.';
