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
 * Steps from older versions.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * Brings the tables of an older version up to this one. Each step that follows ends with its savepoint.
 *
 * @param int $oldversion
 * @return bool
 */
function xmldb_local_htsd_upgrade($oldversion) {
    global $DB;
    $manager = $DB->get_manager();

    if ($oldversion < 2026112601) {
        // What is about a subject is found by it: for who reviews in a course, and when somebody is erased.
        $record = new xmldb_table('local_htsd_record');
        $subject = new xmldb_index('tenant-subject', XMLDB_INDEX_NOTUNIQUE, ['tenant', 'subject']);
        if (!$manager->index_exists($record, $subject)) {
            $manager->add_index($record, $subject);
        }
        $log = new xmldb_table('local_htsd_log');
        $changes = new xmldb_index('tenant-record', XMLDB_INDEX_NOTUNIQUE, ['tenant', 'record']);
        if (!$manager->index_exists($log, $changes)) {
            $manager->add_index($log, $changes);
        }
        upgrade_plugin_savepoint(true, 2026112601, 'local', 'htsd');
    }

    return true;
}
