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
 * What the plugin keeps of persons.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\privacy;

use context;
use context_system;
use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use local_htsd\local\actor;
use local_htsd\local\erasure;
use stdClass;

/**
 * Tells, exports and deletes.
 */
class provider implements
    \core_privacy\local\metadata\provider,
    \core_privacy\local\request\core_userlist_provider,
    \core_privacy\local\request\plugin\provider {
    /**
     * What is kept.
     *
     * @param collection $collection
     * @return collection
     */
    public static function get_metadata(collection $collection): collection {
        foreach (
            [
                'local_htsd_record' => ['owner', 'body', 'timecreated'],
                'local_htsd_log' => ['userid', 'entry', 'timecreated'],
                'local_htsd_file' => ['userid', 'filetype', 'filesize', 'timecreated'],
                'local_htsd_place' => ['subject', 'contextid'],
            ] as $table => $fields
        ) {
            $about = [];
            foreach ($fields as $field) {
                $about[$field] = "privacy:metadata:$table:$field";
            }
            $collection->add_database_table($table, $about, "privacy:metadata:$table");
        }
        $collection->add_subsystem_link('core_files', [], 'privacy:metadata:filepurpose');
        $collection->add_external_location_link('server', [
            'person' => 'privacy:metadata:server:person',
            'name' => 'privacy:metadata:server:name',
            'roles' => 'privacy:metadata:server:roles',
            'records' => 'privacy:metadata:server:records',
        ], 'privacy:metadata:server');
        return $collection;
    }

    /**
     * Where something of a person is kept: on the site, or nowhere.
     *
     * @param int $userid
     * @return contextlist
     */
    public static function get_contexts_for_userid(int $userid): contextlist {
        $list = new contextlist();
        $params = ['owner' => actor::id_of($userid), 'log' => $userid, 'file' => $userid, 'level' => CONTEXT_SYSTEM];
        $list->add_from_sql('SELECT c.id FROM {context} c WHERE c.contextlevel = :level AND (
            EXISTS (SELECT 1 FROM {local_htsd_record} r WHERE r.owner = :owner)
            OR EXISTS (SELECT 1 FROM {local_htsd_log} l WHERE l.userid = :log)
            OR EXISTS (SELECT 1 FROM {local_htsd_file} f WHERE f.userid = :file))', $params);
        return $list;
    }

    /**
     * Of whom something is kept.
     *
     * @param userlist $userlist
     */
    public static function get_users_in_context(userlist $userlist) {
        if ($userlist->get_context()->contextlevel == CONTEXT_SYSTEM) {
            $userlist->add_from_sql('userid', 'SELECT userid FROM {local_htsd_log} WHERE userid > 0', []);
            $userlist->add_from_sql('userid', 'SELECT userid FROM {local_htsd_file} WHERE userid > 0', []);
        }
    }

    /**
     * Gives a person what is kept of him.
     *
     * @param approved_contextlist $contextlist
     */
    public static function export_user_data(approved_contextlist $contextlist) {
        global $DB;
        $site = context_system::instance();
        if (!in_array($site->id, $contextlist->get_contextids())) {
            return;
        }
        $userid = (int) $contextlist->get_user()->id;
        $root = [get_string('pluginname', 'local_htsd')];
        $writer = writer::with_context($site);
        $records = [];
        foreach (self::records(actor::id_of($userid)) as $row) {
            $records[] = (object) ['type' => $row->type, 'record' => json_decode($row->body)];
        }
        $writer->export_data(
            [...$root, get_string('privacy:path:records', 'local_htsd')],
            (object) ['records' => $records, 'courses' => self::courses(actor::id_of($userid))]
        );
        $changes = array_map(
            fn($row) => json_decode($row->entry),
            array_values($DB->get_records('local_htsd_log', ['userid' => $userid], 'id'))
        );
        $writer->export_data([...$root, get_string('privacy:path:changes', 'local_htsd')], (object) ['changes' => $changes]);
        foreach ($DB->get_records('local_htsd_file', ['userid' => $userid]) as $row) {
            $file = get_file_storage()->get_file($site->id, 'local_htsd', 'evidence', 0, "/$row->tenant/", $row->sha256);
            if ($file) {
                $writer->export_file([...$root, get_string('privacy:path:evidence', 'local_htsd')], $file);
            }
        }
    }

    /**
     * Records of a person, and consents to the use of his data, which bear the subject that they are about and no owner.
     *
     * @param string $owner
     * @return stdClass[]
     */
    private static function records(string $owner): array {
        global $DB;
        $sql = "SELECT r.* FROM {local_htsd_record} r
             LEFT JOIN {local_htsd_record} s
                       ON s.tenant = r.tenant AND s.type = 'subject' AND s.recordid = r.parent AND r.type = 'consent'
                 WHERE r.owner = :owner OR s.owner = :subjectowner
              ORDER BY r.type, r.recordid";
        return $DB->get_records_sql($sql, ['owner' => $owner, 'subjectowner' => $owner]);
    }

    /**
     * Courses in which a person's subjects are worked on, as far as they are still there.
     *
     * @param string $owner
     * @return string[]
     */
    private static function courses(string $owner): array {
        global $DB;
        $sql = "SELECT DISTINCT p.contextid FROM {local_htsd_place} p
                  JOIN {local_htsd_record} s ON s.tenant = p.tenant AND s.type = 'subject' AND s.recordid = p.subject
                 WHERE s.owner = :owner";
        $contexts = array_map(
            fn($id) => context::instance_by_id((int) $id, IGNORE_MISSING),
            $DB->get_fieldset_sql($sql, ['owner' => $owner])
        );
        return array_map(fn($context) => $context->get_context_name(false), array_values(array_filter($contexts)));
    }

    /**
     * Deletes what is kept of everybody.
     *
     * @param context $context
     */
    public static function delete_data_for_all_users_in_context(context $context) {
        if ($context->contextlevel == CONTEXT_SYSTEM) {
            erasure::everything();
        }
    }

    /**
     * Deletes what is kept of a person.
     *
     * @param approved_contextlist $contextlist
     */
    public static function delete_data_for_user(approved_contextlist $contextlist) {
        if (in_array(context_system::instance()->id, $contextlist->get_contextids())) {
            erasure::of_user((int) $contextlist->get_user()->id);
        }
    }

    /**
     * Deletes what is kept of several persons.
     *
     * @param approved_userlist $userlist
     */
    public static function delete_data_for_users(approved_userlist $userlist) {
        if ($userlist->get_context()->contextlevel == CONTEXT_SYSTEM) {
            foreach ($userlist->get_userids() as $userid) {
                erasure::of_user((int) $userid);
            }
        }
    }
}
