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
 * What the person achieved here.
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
use local_htsd\local\sign_in;

/**
 * Tells a person which courses he completed and which badges he was issued in this Moodle: of nobody else, whoever asks.
 */
class achievements extends external_api {
    /**
     * Takes nothing.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([]);
    }

    /**
     * Tells.
     *
     * @return array
     */
    public static function execute(): array {
        self::validate_parameters(self::execute_parameters(), []);
        $site = context_system::instance();
        self::validate_context($site);
        require_capability('local/htsd:member', $site);
        $actor = actor::current();
        if (!$actor) {
            throw new \moodle_exception('requireloginerror', 'error');
        }
        $all = (new \local_htsd\local\achievements($actor->userid))->all();
        return [
            'achievements' => array_map(fn($one) => $one + ['proof' => sign_in::proof($one)], $all),
            'person' => $actor->id,
            'now' => query::now(),
        ];
    }

    /**
     * What comes back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        $none = fn(string $about) => new external_value(PARAM_RAW, $about, VALUE_REQUIRED, null, NULL_ALLOWED);
        return new external_single_structure([
            'achievements' => new external_multiple_structure(new external_single_structure([
                'kind' => new external_value(PARAM_ALPHA, 'course or badge'),
                'name' => new external_value(PARAM_RAW, 'Plain text'),
                'on' => new external_value(PARAM_RAW, 'Day, in Vietnam'),
                'issuer' => $none('Whose course or badge'),
                'expires' => $none('Last day on which a badge holds'),
                'url' => new external_value(PARAM_RAW, 'Page that tells of it'),
                'proof' => $none('What proves it to the server, where one keeps the data'),
            ])),
            'person' => new external_value(PARAM_RAW, 'Of whom'),
            'now' => new external_value(PARAM_RAW, 'The time of the site'),
        ]);
    }
}
