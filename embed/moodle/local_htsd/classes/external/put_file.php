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
 * Bringing evidence.
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
use local_htsd\local\desk;

/**
 * Takes a piece of an evidence file. An empty piece asks how much is there.
 */
class put_file extends external_api {
    /**
     * Takes a piece.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'sha256' => new external_value(PARAM_ALPHANUM, 'Hash of the whole file'),
            'offset' => new external_value(PARAM_INT, 'Where the piece begins'),
            'total' => new external_value(PARAM_INT, 'Bytes of the whole file'),
            'piece' => new external_value(PARAM_RAW, 'Base64'),
        ]);
    }

    /**
     * Keeps it.
     *
     * @param string $sha256
     * @param int $offset
     * @param int $total
     * @param string $piece
     * @return array
     */
    public static function execute(string $sha256, int $offset, int $total, string $piece): array {
        $given = ['sha256' => $sha256, 'offset' => $offset, 'total' => $total, 'piece' => $piece];
        $given = self::validate_parameters(self::execute_parameters(), $given);
        [$actor] = execute_command::enter(0);
        $bytes = base64_decode($given['piece'], true);
        if ($bytes === false) {
            throw new \moodle_exception('errorinvalid', 'local_htsd');
        }
        return (new desk($actor))->evidence()->put_piece($given['sha256'], $given['offset'], $given['total'], $bytes);
    }

    /**
     * What comes back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'offset' => new external_value(PARAM_INT, 'Bytes that are there'),
            'type' => new external_value(PARAM_RAW, 'What it is, once it is whole', VALUE_OPTIONAL),
            'size' => new external_value(PARAM_INT, 'Bytes, once it is whole', VALUE_OPTIONAL),
        ]);
    }
}
