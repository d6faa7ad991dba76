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
 * The language of the site.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

/**
 * What goes into records is called alike wherever it is asked for: a page, a course and a session may each speak a language of
 * their own, and what a page was told in one is held against what is there in another.
 */
class site_language {
    /**
     * What a piece of work comes to in the language of the site.
     *
     * @param callable $work
     * @return mixed
     */
    public static function in(callable $work) {
        global $CFG;
        $before = force_current_language($CFG->lang);
        try {
            return $work();
        } finally {
            force_current_language($before);
        }
    }
}
