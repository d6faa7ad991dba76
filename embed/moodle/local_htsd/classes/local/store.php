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
 * Records in the database.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * Reads and writes the records of one tenant. It asks nobody whether he may: see sight and guard.
 */
class store {
    /** @var int records of one scan */
    public const SCAN = 200;

    /** @var int subjects that a statement names one by one, at most */
    private const LISTED = 5000;

    /** @var int how JSON is written: as browsers do */
    public const JSON = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;

    /** @var string[] the field that a list of a type can be narrowed by */
    private const PARENT = [
        'assessment' => 'subjectId',
        'consent' => 'subjectId',
        'recognition' => 'subjectId',
        'figure' => 'indicator',
        'tally' => 'cycle',
    ];

    /**
     * A store.
     *
     * @param string $tenant
     */
    public function __construct(
        /** @var string whose records */
        public readonly string $tenant,
    ) {
    }

    /**
     * JSON as an object; lists stay lists.
     *
     * @param string $json
     * @return stdClass
     */
    public static function parse(string $json): stdClass {
        $value = json_decode($json, false, 64, JSON_THROW_ON_ERROR);
        if (!$value instanceof stdClass) {
            throw new \JsonException('No object');
        }
        return $value;
    }

    /**
     * The key of a record within its type.
     *
     * @param string $type
     * @param stdClass $value
     * @return string
     */
    public static function key(string $type, stdClass $value): string {
        $id = $value->id ?? '';
        $key = $type === 'criteria' ? $id . '@' . ($value->version ?? '') : $id;
        return is_string($key) ? $key : '';
    }

    /**
     * A row of the table, with `value` as an object.
     *
     * @param string $type
     * @param string $id
     * @return stdClass|null
     */
    public function find(string $type, string $id): ?stdClass {
        global $DB;
        $row = $DB->get_record('local_htsd_record', ['tenant' => $this->tenant, 'type' => $type, 'recordid' => $id]);
        // Some databases take `A` for `a`.
        if (!$row || $row->recordid !== $id) {
            return null;
        }
        $row->value = self::parse($row->body);
        return $row;
    }

    /**
     * What a record says; null where there is none.
     *
     * @param string $type
     * @param string $id
     * @return stdClass|null
     */
    public function get(string $type, string $id): ?stdClass {
        return $this->find($type, $id)?->value;
    }

    /**
     * Rows of a type in the order of their ids.
     *
     * @param string $type
     * @param string|null $after only those after this id
     * @param string|null $parent only those narrowed so
     * @param array|null $seenby owner and subjects of who may see them, and, if any, contexts of the courses where these are
     *      worked on, and those subjects that are not in charge by such a course; null: all
     * @param int $limit
     * @param string[] $wanted what they are to have in columns, by name
     * @return stdClass[]
     */
    public function scan(
        string $type,
        ?string $after,
        ?string $parent,
        ?array $seenby = null,
        int $limit = self::SCAN,
        array $wanted = []
    ): array {
        global $DB;
        $where = 'tenant = :tenant AND type = :type';
        $params = ['tenant' => $this->tenant, 'type' => $type];
        if ($after !== null) {
            $where .= ' AND recordid > :after';
            $params['after'] = $after;
        }
        if ($parent !== null && isset(self::PARENT[$type])) {
            $where .= ' AND parent = :parent';
            $params['parent'] = $parent;
        }
        if ($seenby !== null) {
            [$seen, $more] = $this->seen($seenby);
            $where .= " AND $seen";
            $params += $more;
        }
        foreach ($wanted as $column => $value) {
            $where .= " AND $column = :$column";
            $params[$column] = $value;
        }
        return array_values($DB->get_records_select('local_htsd_record', $where, $params, 'recordid', '*', 0, $limit));
    }

    /**
     * The records that somebody may see, as a condition.
     *
     * @param array $seenby as of scan()
     * @return array the condition and its values
     */
    private function seen(array $seenby): array {
        global $DB;
        [$owner, $subjects, $courses, $besides] = $seenby + [2 => [], 3 => []];
        $any = ['owner = :owner'];
        $params = ['owner' => $owner];
        if ($courses && count($subjects) > self::LISTED) {
            // A statement takes 65,535 values at most, and more may work in a course. For a few an index is looked into.
            [$in, $more] = $DB->get_in_or_equal($courses, SQL_PARAMS_NAMED, 'course');
            $any[] = "subject IN (SELECT p.subject FROM {local_htsd_place} p WHERE p.tenant = :where AND p.contextid $in)";
            $params += $more + ['where' => $this->tenant];
            $subjects = $besides;
        }
        if ($subjects) {
            [$in, $more] = $DB->get_in_or_equal($subjects, SQL_PARAMS_NAMED, 'subject');
            $any[] = "subject $in";
            $params += $more;
        }
        return ['(' . implode(' OR ', $any) . ')', $params];
    }

    /**
     * The ids of all records of a type that somebody may see.
     *
     * @param string $type
     * @param array $seenby as of scan()
     * @return string[]
     */
    public function ids(string $type, array $seenby): array {
        global $DB;
        [$seen, $params] = $this->seen($seenby);
        $params += ['tenant' => $this->tenant, 'type' => $type];
        return $DB->get_fieldset_select('local_htsd_record', 'recordid', "tenant = :tenant AND type = :type AND $seen", $params);
    }

    /**
     * Whose subjects are.
     *
     * @param string[] $subjects
     * @return string[] by their ids; without those that are not there
     */
    public function owners(array $subjects): array {
        global $DB;
        if (!$subjects) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_unique($subjects), SQL_PARAMS_NAMED);
        $params += ['tenant' => $this->tenant, 'type' => 'subject'];
        $where = "tenant = :tenant AND type = :type AND recordid $in";
        return $DB->get_records_select_menu('local_htsd_record', $where, $params, '', 'recordid, owner');
    }

    /**
     * All rows of a type with a parent.
     *
     * @param string $type
     * @param string $parent
     * @return stdClass[] with `value`
     */
    public function all(string $type, string $parent): array {
        $rows = $this->scan($type, null, $parent, null, 0);
        foreach ($rows as $row) {
            $row->value = self::parse($row->body);
        }
        return $rows;
    }

    /**
     * The open assessment of a subject in a year.
     *
     * @param string $subject
     * @param string $cycle
     * @return stdClass|null its row, with `value`
     */
    public function open_assessment(string $subject, string $cycle): ?stdClass {
        foreach ($this->all('assessment', $subject) as $row) {
            if ($row->cycle === $cycle && !in_array($row->state, rules::OVER)) {
                return $row;
            }
        }
        return null;
    }

    /**
     * What the log holds of a command.
     *
     * @param string $commandid
     * @return stdClass|null
     */
    public function entry(string $commandid): ?stdClass {
        global $DB;
        $row = $DB->get_record('local_htsd_log', ['tenant' => $this->tenant, 'commandid' => $commandid]);
        return $row && $row->commandid === $commandid ? $row : null;
    }

    /**
     * Writes a record over what is there, and notes which files it names.
     *
     * @param string $type
     * @param stdClass $value
     */
    public function put(string $type, stdClass $value): void {
        global $DB;
        $id = self::key($type, $value);
        $now = time();
        $row = (object) [
            'tenant' => $this->tenant,
            'type' => $type,
            'recordid' => $id,
            'version' => $type === 'criteria' ? 1 : $value->version,
            'owner' => $value->owner ?? null,
            'subject' => $value->subjectId ?? (in_array($type, ['subject', 'row']) ? $id : null),
            'parent' => isset(self::PARENT[$type]) ? ($value->{self::PARENT[$type]} ?? null) : null,
            'cycle' => $value->cycle ?? null,
            'state' => $value->state ?? null,
            'body' => json_encode($value, self::JSON),
            'timemodified' => $now,
        ];
        $known = $DB->get_record(
            'local_htsd_record',
            ['tenant' => $this->tenant, 'type' => $type, 'recordid' => $id],
            'id, recordid'
        );
        if ($known && $known->recordid !== $id) {
            refusal::refuse('already-exists', "$type $id");
        }
        if ($known) {
            $row->id = $known->id;
            $DB->update_record('local_htsd_record', $row);
        } else {
            $row->timecreated = $now;
            $DB->insert_record('local_htsd_record', $row);
        }
        $this->note_files($type, $id, $row->body);
    }

    /**
     * Hashes that a text names.
     *
     * @param string $body
     * @return string[]
     */
    public static function hashes(string $body): array {
        preg_match_all('/"sha256":"([0-9a-f]{64})"/', $body, $found);
        return array_values(array_unique($found[1]));
    }

    /**
     * Keeps which files a record names.
     *
     * @param string $type
     * @param string $id
     * @param string $body
     */
    public function note_files(string $type, string $id, string $body): void {
        global $DB;
        $where = ['tenant' => $this->tenant, 'type' => $type, 'recordid' => $id];
        $hashes = self::hashes($body);
        $known = $DB->get_fieldset_select(
            'local_htsd_fileref',
            'sha256',
            'tenant = :tenant AND type = :type AND recordid = :recordid',
            $where
        );
        if ($known && array_diff($known, $hashes)) {
            $DB->delete_records('local_htsd_fileref', $where);
            $known = [];
        }
        foreach (array_diff($hashes, $known) as $sha256) {
            $DB->insert_record('local_htsd_fileref', (object) ($where + ['sha256' => $sha256]));
        }
    }

    /**
     * Adds to the log.
     *
     * @param stdClass $entry as the domain writes it
     * @param actor $actor
     */
    public function log(stdClass $entry, actor $actor): void {
        global $DB;
        $DB->insert_record('local_htsd_log', (object) [
            'tenant' => $this->tenant,
            'commandid' => $entry->command->id,
            'kind' => $entry->command->kind,
            'record' => $entry->command->record,
            'userid' => $actor->userid,
            'actorid' => $actor->id,
            'entry' => json_encode($entry, self::JSON),
            'timecreated' => time(),
        ]);
    }
}
