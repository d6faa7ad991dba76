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
 * JSON that can be compared.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * Writes values so that what is the same is the same text.
 */
class canonical {
    /**
     * JSON that is the same for what is the same, whatever the order of its keys.
     *
     * @param mixed $value
     * @return string
     */
    public static function json($value): string {
        $sorted = function ($one) use (&$sorted) {
            if ($one instanceof stdClass) {
                $fields = (array) $one;
                ksort($fields, SORT_STRING);
                return (object) array_map($sorted, $fields);
            }
            return is_array($one) ? array_map($sorted, $one) : $one;
        };
        return json_encode($sorted(is_array($value) && !array_is_list($value) ? (object) $value : $value), store::JSON);
    }
}
