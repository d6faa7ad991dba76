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
 * Says who is signed in, for the server that keeps the data.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\external;

use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;
use local_htsd\local\sign_in;

/**
 * A signed token about the person of this session, and about nobody else.
 */
class token extends external_api {
    /**
     * Takes nothing: nobody is asked for.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([]);
    }

    /**
     * Signs.
     *
     * @return array
     */
    public static function execute(): array {
        self::validate_parameters(self::execute_parameters(), []);
        query::enter();
        $token = sign_in::token();
        if ($token === null) {
            throw new \moodle_exception('servicerequireslogin', 'webservice');
        }
        return ['token' => $token, 'person' => sign_in::person_id(), 'expiresin' => sign_in::LIFETIME];
    }

    /**
     * What comes back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'token' => new external_value(PARAM_RAW, 'For the server'),
            'person' => new external_value(PARAM_RAW, 'Whom it is about'),
            'expiresin' => new external_value(PARAM_INT, 'Seconds that it lasts'),
        ]);
    }
}
