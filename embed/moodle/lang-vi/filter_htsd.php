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
 * @package    filter_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['fallback'] = 'Phần này cần trình duyệt có JavaScript. Nếu đang đọc thư điện tử hoặc dùng ứng dụng Moodle, hãy mở trang bằng trình duyệt.';
$string['faultattribute'] = '{htsd …}: “{$a->of}” không có tùy chọn “{$a->what}”.';
$string['faultcomponent'] = '{htsd …}: không có thành phần “{$a->what}”.';
$string['faultform'] = '{htsd …}: không đọc được “{$a->what}”. Ví dụ cách viết: htsd target-gauge indicator="gia-dinh", đặt trong dấu ngoặc nhọn.';
$string['faulttrusted'] = '{htsd …}: tùy chọn “{$a->what}” chỉ được dùng trong nội dung khóa học, không dùng trong văn bản mà ai cũng viết được.';
$string['faultvalue'] = '{htsd …}: tùy chọn “{$a->what}” của “{$a->of}” không nhận giá trị này.';
$string['filtername'] = 'Thành phần HTSD';
$string['privacy:metadata'] = 'Bộ lọc không lưu dữ liệu nào.';
