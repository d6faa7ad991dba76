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
 * A change was applied.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\event;

use context_system;
use stdClass;

/**
 * Tells other plugins and the site's log that a command was applied. What was written is in the plugin's own log.
 */
class command_applied extends \core\event\base {
    #[\Override]
    protected function init() {
        $this->data['crud'] = 'u';
        $this->data['edulevel'] = self::LEVEL_PARTICIPATING;
        $this->context = context_system::instance();
    }

    /**
     * The event for a command.
     *
     * @param stdClass $command
     * @param int $userid
     * @return self
     */
    public static function of(stdClass $command, int $userid): self {
        return self::create([
            'userid' => $userid,
            'other' => ['command' => $command->id, 'kind' => $command->kind, 'record' => $command->record],
        ]);
    }

    #[\Override]
    public static function get_name() {
        return get_string('eventcommandapplied', 'local_htsd');
    }

    #[\Override]
    public function get_description() {
        ['kind' => $kind, 'record' => $record] = $this->other;
        return "The user with id '$this->userid' applied '$kind' to the record '$record'.";
    }
}
