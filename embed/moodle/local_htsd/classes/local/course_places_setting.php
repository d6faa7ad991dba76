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
 * The setting of places that courses serve.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

/**
 * Lines of addresses and codes, taken only where each names something that is there.
 */
class course_places_setting extends \admin_setting_configtextarea {
    /**
     * Checks what was typed.
     *
     * @param string $data
     * @return true|string true, or what is wrong
     */
    public function validate($data) {
        $wrong = course_places::wrong_line((string) $data);
        return $wrong === null ? parent::validate($data) : get_string('courseplaceswrong', 'local_htsd', s($wrong));
    }
}
