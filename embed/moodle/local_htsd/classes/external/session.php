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
 * Who is asking.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\external;

use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;
use local_htsd\local\actor;
use local_htsd\local\desk;

/**
 * Tells who is asking, also a visitor.
 */
class session extends external_api {
    /**
     * Takes nothing.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([]);
    }

    /**
     * The person of this session, with his roles.
     *
     * @return array
     */
    public static function execute(): array {
        self::validate_parameters(self::execute_parameters(), []);
        query::enter();
        $actor = actor::current();
        return [
            'actor' => $actor
                ? ['id' => $actor->id, 'name' => $actor->name, 'roles' => $actor->roles, 'scope' => $actor->scope]
                : null,
            'tenant' => desk::TENANT,
            'now' => query::now(),
            // A page that has lost its key gets the new one, if it is still the same person's; a program has none.
            'sesskey' => WS_SERVER ? '' : sesskey(),
        ];
    }

    /**
     * What comes back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        $texts = fn(string $about) => new external_multiple_structure(new external_value(PARAM_RAW, $about));
        return new external_single_structure([
            'actor' => new external_single_structure([
                'id' => new external_value(PARAM_RAW, 'As records name him'),
                'name' => new external_value(PARAM_RAW, 'Full name'),
                'roles' => $texts('A role of the domain'),
                'scope' => $texts('A subject that he is in charge of, or * for all'),
            ], 'The person, null for a visitor', VALUE_REQUIRED, null, NULL_ALLOWED),
            'tenant' => new external_value(PARAM_RAW, 'Whose records'),
            'now' => new external_value(PARAM_RAW, 'The time of the site'),
            'sesskey' => new external_value(PARAM_RAW, 'Key of the session'),
        ]);
    }
}
