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
 * Taking persons out of what is kept.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use context_system;
use stdClass;

/**
 * Deletes what is a person's own, and covers his name where he acted on what is somebody else's.
 */
class erasure {
    /** @var string in the place of the person in what stays */
    private const NOBODY = 'removed';

    /**
     * One person.
     *
     * @param int $userid
     */
    public static function of_user(int $userid): void {
        global $DB;
        $id = actor::id_of($userid);
        $transaction = $DB->start_delegated_transaction();
        foreach ($DB->get_fieldset_sql('SELECT DISTINCT tenant FROM {local_htsd_record}') as $tenant) {
            self::records(new store($tenant), $id);
        }
        foreach ($DB->get_records('local_htsd_log', ['userid' => $userid]) as $row) {
            self::log($row, $id);
        }
        foreach ($DB->get_records('local_htsd_file', ['userid' => $userid]) as $row) {
            self::file($row);
        }
        $transaction->allow_commit();
    }

    /**
     * His records go, with all that is about his subjects; their lines count no more. Where he acted on others' records, his
     * name is covered.
     *
     * @param store $store
     * @param string $id
     */
    private static function records(store $store, string $id): void {
        global $DB;
        $where = ['tenant' => $store->tenant];
        $own = $DB->get_fieldset_select(
            'local_htsd_record',
            'recordid',
            'tenant = :tenant AND type = :type AND owner = :owner',
            $where + ['type' => 'subject', 'owner' => $id]
        );
        $register = new register($store);
        foreach ($own as $subject) {
            $sums = [];
            register::add($sums, $store->get('row', $subject), -1);
            foreach ($register->grown($sums) as ['type' => $type, 'value' => $value]) {
                $store->put($type, $value);
            }
            $about = ['tenant' => $store->tenant, 'one' => $subject, 'other' => $subject];
            $rows = $DB->get_records_select(
                'local_htsd_record',
                "tenant = :tenant AND (subject = :one OR (type = 'consent' AND parent = :other))",
                $about
            );
            foreach ($rows as $row) {
                $named = ['tenant' => $store->tenant, 'type' => $row->type, 'recordid' => $row->recordid];
                $DB->delete_records('local_htsd_fileref', $named);
                $DB->delete_records('local_htsd_record', ['id' => $row->id]);
                // What was changed by others is in their log, with all that it said.
                $DB->delete_records('local_htsd_log', ['tenant' => $store->tenant, 'record' => $row->recordid]);
            }
            $DB->delete_records('local_htsd_place', $where + ['subject' => $subject]);
        }
        self::lists($store, $own);
        $like = $DB->sql_like('body', ':name');
        $named = $DB->get_records_select(
            'local_htsd_record',
            "tenant = :tenant AND $like",
            $where + ['name' => '%' . $DB->sql_like_escape('"' . $id . '"') . '%']
        );
        foreach ($named as $row) {
            $value = store::parse($row->body);
            self::cover($value, $id);
            $store->put($row->type, $value);
        }
    }

    /**
     * Lists by which subjects were brought in, whoever brought them: the log holds each as a whole, under an id of its own, so that
     * the others' lines stay as they were said.
     *
     * @param store $store
     * @param string[] $gone ids of subjects
     */
    private static function lists(store $store, array $gone): void {
        global $DB;
        if (!$gone) {
            return;
        }
        $name = get_string('privacy:removed', 'local_htsd');
        $blank = ['name' => $name, 'place' => (object) ['name' => $name], 'facts' => (object) []];
        $lists = $DB->get_recordset('local_htsd_log', ['tenant' => $store->tenant, 'kind' => 'subject.import']);
        foreach ($lists as $row) {
            $entry = store::parse($row->entry);
            $changed = false;
            // What a command says is as its page wrote it.
            foreach ((array) ($entry->command->payload->subjects ?? []) as $line) {
                if ($line instanceof stdClass && in_array($line->id ?? null, $gone, true)) {
                    foreach (array_diff(array_keys((array) $line), ['id', 'model']) as $field) {
                        unset($line->$field);
                    }
                    foreach ($blank as $field => $value) {
                        $line->$field = $value;
                    }
                    $changed = true;
                }
            }
            if ($changed) {
                $DB->set_field('local_htsd_log', 'entry', json_encode($entry, store::JSON), ['id' => $row->id]);
            }
        }
        $lists->close();
    }

    /**
     * A line of the log: of what is gone it goes, too; else it stays without a name.
     *
     * @param stdClass $row
     * @param string $id
     */
    private static function log(stdClass $row, string $id): void {
        global $DB;
        $entry = store::parse($row->entry);
        self::cover($entry, $id);
        $entry->actor = (object) ['id' => self::NOBODY, 'name' => get_string('privacy:removed', 'local_htsd')];
        $DB->update_record('local_htsd_log', (object) ['id' => $row->id, 'userid' => 0, 'actorid' => self::NOBODY,
            'entry' => json_encode($entry, store::JSON)]);
    }

    /**
     * His claim to a file; the bytes go where nobody else has one and no record names them.
     *
     * @param stdClass $row
     */
    private static function file(stdClass $row): void {
        global $DB;
        $DB->delete_records('local_htsd_file', ['id' => $row->id]);
        $where = ['tenant' => $row->tenant, 'sha256' => $row->sha256];
        if (!$DB->record_exists('local_htsd_file', $where) && !$DB->record_exists('local_htsd_fileref', $where)) {
            $site = context_system::instance()->id;
            get_file_storage()->get_file($site, 'local_htsd', 'evidence', 0, "/$row->tenant/", $row->sha256)?->delete();
        }
    }

    /**
     * Covers a person's name and id wherever they stand.
     *
     * @param mixed $value
     * @param string $id
     */
    private static function cover($value, string $id): void {
        if ($value instanceof stdClass) {
            foreach (['by' => 'byName', 'recordedBy' => null, 'owner' => null] as $field => $name) {
                if (($value->$field ?? null) === $id) {
                    $value->$field = self::NOBODY;
                    if ($name !== null && isset($value->$name)) {
                        $value->$name = get_string('privacy:removed', 'local_htsd');
                    }
                }
            }
        }
        if ($value instanceof stdClass || is_array($value)) {
            foreach ((array) $value as $part) {
                self::cover($part, $id);
            }
        }
    }

    /**
     * Everybody.
     */
    public static function everything(): void {
        global $DB;
        foreach (['record', 'log', 'file', 'fileref', 'place'] as $table) {
            $DB->delete_records("local_htsd_$table");
        }
        get_file_storage()->delete_area_files(context_system::instance()->id, 'local_htsd', 'evidence');
    }
}
