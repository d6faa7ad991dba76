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
 * Changing records.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\external;

use context;
use context_course;
use context_system;
use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;
use local_htsd\local\actor;
use local_htsd\local\desk;

/**
 * Applies one command with the records that it comes to. The page decides by the domain's rules; here is checked what
 * protects one person from another.
 */
class execute_command extends external_api {
    /**
     * Takes a change and where it is made.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'change' => new external_value(PARAM_RAW, 'JSON: entry, writes, rests'),
            'contextid' => new external_value(PARAM_INT, 'Where the person works', VALUE_DEFAULT, 0),
        ]);
    }

    /**
     * Checks where the person works, and that he may write at all: nobody who looks on as somebody else may, since what is
     * written bears the other's name, and who wrote it could judge it in his own.
     *
     * @param int $contextid
     * @return array the person, and the context of the course, or 0
     */
    public static function enter(int $contextid): array {
        $site = context_system::instance();
        $context = $contextid ? context::instance_by_id($contextid, IGNORE_MISSING) : $site;
        if (!$context) {
            throw new \moodle_exception('errorinvalid', 'local_htsd');
        }
        $course = $context->get_course_context(false);
        $front = $course && (int) $course->instanceid === SITEID;
        $place = $course && !$front ? $course : $site;
        try {
            self::validate_context($place);
        } catch (\require_login_exception) {
            // He may not enter the course, or no more: what is his own is kept all the same, for nobody there. Whoever is not
            // signed in at all is stopped here.
            $place = $site;
            self::validate_context($place);
        }
        require_capability('local/htsd:member', $place);
        $actor = actor::current();
        if (!$actor) {
            throw new \moodle_exception('requireloginerror', 'error');
        }
        if (\core\session\manager::is_loggedinas()) {
            throw new \moodle_exception('nopermissions', 'error', '', get_string('htsd:member', 'local_htsd'));
        }
        return [$actor, $place instanceof context_course ? (int) $place->id : 0];
    }

    /**
     * Applies it.
     *
     * @param string $change
     * @param int $contextid
     * @return array
     */
    public static function execute(string $change, int $contextid = 0): array {
        ['change' => $change, 'contextid' => $contextid] = self::validate_parameters(
            self::execute_parameters(),
            ['change' => $change, 'contextid' => $contextid]
        );
        [$actor, $course] = self::enter($contextid);
        $outcome = (new desk($actor))->execute($change, $course);
        if (!debugging('', DEBUG_DEVELOPER)) {
            $outcome['detail'] = '';
        }
        return $outcome + ['now' => query::now()];
    }

    /**
     * What comes back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'outcome' => new external_value(PARAM_ALPHA, 'applied, stale, known or refused'),
            'code' => new external_value(PARAM_RAW, 'Why it was refused'),
            'detail' => new external_value(PARAM_RAW, 'For developers'),
            'now' => new external_value(PARAM_RAW, 'The time of the site'),
        ]);
    }
}
