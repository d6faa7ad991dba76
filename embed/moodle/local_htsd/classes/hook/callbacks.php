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
 * What the plugin adds to a page.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\hook;

use core\hook\output\before_standard_top_of_body_html_generation;
use html_writer;
use local_htsd\local\sign_in;
use moodle_url;

/**
 * Callbacks of hooks.
 */
class callbacks {
    /**
     * Adds the script that brings components to life, with where their data is kept. It fetches nothing for a page
     * without components.
     *
     * @param before_standard_top_of_body_html_generation $hook
     */
    public static function top_of_body(before_standard_top_of_body_html_generation $hook): void {
        if (during_initial_install() || !get_config('local_htsd', 'version') || !empty($GLOBALS['CFG']->upgraderunning)) {
            return;
        }
        $hook->add_html(self::script());
    }

    /**
     * The script tag.
     *
     * @return string
     */
    public static function script(): string {
        $version = get_config('local_htsd', 'version');
        $server = sign_in::server();
        $attributes = [
            'type' => 'module',
            // In a folder of its version, so that browsers may keep it; parts ask for the script by its plain address.
            'src' => new moodle_url("/local/htsd/dist/$version/htsd.js"),
        ];
        $attributes += $server === ''
            ? ['data-htsd-adapter' => 'moodle']
            : [
                'data-htsd-adapter' => 'http',
                'data-base-url' => $server,
                // Empty where nobody is signed in: the page is still one of a course.
                'data-moodle-person' => sign_in::person_id() ?? '',
            ];
        return html_writer::tag('script', '', $attributes);
    }
}
