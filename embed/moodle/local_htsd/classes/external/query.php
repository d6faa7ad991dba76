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
 * Reading records.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\external;

use context_system;
use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;
use local_htsd\local\actor;
use local_htsd\local\desk;

/**
 * Answers several questions about records at once, each as far as the person may know.
 */
class query extends external_api {
    /** @var int most questions of one call */
    private const MOST = 200;

    /**
     * Before anything that visitors may ask: the place, and whether the site is open to them.
     */
    public static function enter(): void {
        global $CFG, $PAGE;
        $site = context_system::instance();
        if (isloggedin() || !empty($CFG->forcelogin)) {
            self::validate_context($site);
        } else {
            $PAGE->set_context($site);
        }
    }

    /**
     * The time, as pages write it.
     *
     * @return string
     */
    public static function now(): string {
        return gmdate('Y-m-d\TH:i:s.v\Z');
    }

    /**
     * Takes questions.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        $text = fn(string $about) => new external_value(PARAM_RAW, $about, VALUE_DEFAULT, '');
        return new external_function_parameters([
            'questions' => new external_multiple_structure(new external_single_structure([
                'ask' => new external_value(PARAM_ALPHA, 'read, scan, open, around, entry or title'),
                'type' => new external_value(PARAM_ALPHANUMEXT, 'Type of record', VALUE_DEFAULT, ''),
                'id' => $text('Record or command'),
                'subject' => $text('What a list is narrowed to'),
                'cycle' => $text('Year'),
                'state' => $text('State of the assessments or titles of a list'),
                'mine' => new external_value(PARAM_BOOL, 'Of a list only what is the own of who asks', VALUE_DEFAULT, false),
                'after' => new external_value(PARAM_RAW, 'Only ids after this one', VALUE_DEFAULT, null, NULL_ALLOWED),
            ])),
        ]);
    }

    /**
     * Answers.
     *
     * @param array $questions
     * @return array
     */
    public static function execute(array $questions): array {
        ['questions' => $questions] = self::validate_parameters(self::execute_parameters(), ['questions' => $questions]);
        self::enter();
        if (count($questions) > self::MOST) {
            throw new \moodle_exception('errorinvalid', 'local_htsd');
        }
        $actor = actor::current();
        return ['answers' => desk::answer($actor, $questions), 'person' => $actor->id ?? '', 'now' => self::now()];
    }

    /**
     * What comes back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        $text = fn(string $about) => new external_value(PARAM_RAW, $about, VALUE_REQUIRED, null, NULL_ALLOWED);
        return new external_single_structure([
            'answers' => new external_multiple_structure(new external_single_structure([
                'records' => new external_multiple_structure(new external_single_structure([
                    'type' => new external_value(PARAM_RAW, 'Type of record'),
                    'id' => new external_value(PARAM_RAW, 'Its id'),
                    'version' => new external_value(PARAM_INT, 'Its version', VALUE_OPTIONAL),
                    'body' => new external_value(PARAM_RAW, 'JSON', VALUE_OPTIONAL),
                    'hidden' => new external_value(PARAM_BOOL, 'It is there, and not for this person', VALUE_OPTIONAL),
                ])),
                'last' => $text('The id after which to go on; null at the end'),
                'text' => $text('JSON of what is no record'),
            ])),
            'person' => new external_value(PARAM_RAW, 'For whom it was answered; empty for a visitor'),
            'now' => new external_value(PARAM_RAW, 'The time of the site'),
        ]);
    }
}
