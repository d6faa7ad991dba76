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
 * Reading evidence.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\external;

use context_system;
use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;
use local_htsd\local\actor;
use local_htsd\local\desk;

/**
 * Gives an evidence file to who brought it, or may see a record that names it.
 */
class get_file extends external_api {
    /**
     * Takes a hash.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'sha256' => new external_value(PARAM_ALPHANUM, 'Hash of the file'),
        ]);
    }

    /**
     * Gives it.
     *
     * @param string $sha256
     * @return array
     */
    public static function execute(string $sha256): array {
        ['sha256' => $sha256] = self::validate_parameters(self::execute_parameters(), ['sha256' => $sha256]);
        self::validate_context(context_system::instance());
        $actor = actor::current();
        if (!$actor) {
            throw new \moodle_exception('requireloginerror', 'error');
        }
        ['type' => $type, 'bytes' => $bytes] = (new desk($actor))->evidence()->get($sha256);
        return ['type' => $type, 'content' => base64_encode($bytes)];
    }

    /**
     * What comes back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'type' => new external_value(PARAM_RAW, 'What it is'),
            'content' => new external_value(PARAM_RAW, 'Base64'),
        ]);
    }
}
