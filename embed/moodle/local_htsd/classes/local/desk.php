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
 * One person's desk.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use core\lock\lock_config;
use stdClass;

/**
 * Applies changes for one person: one at a time on the site, each whole or not at all.
 */
class desk {
    /** @var int seconds to wait for others who write */
    private const PATIENCE = 20;

    /** @var string whose records Moodle keeps */
    public const TENANT = 'moodle';

    /** @var store the records */
    private readonly store $store;

    /**
     * A person's desk.
     *
     * @param actor $actor
     * @param string $tenant
     */
    public function __construct(
        /** @var actor who works at it */
        private readonly actor $actor,
        string $tenant = self::TENANT,
    ) {
        $this->store = new store($tenant);
    }

    /**
     * Writes what a command comes to, where it may.
     *
     * @param string $json `entry`, `writes` and `rests`
     * @param int $contextid of the course that the person works in; 0 for none
     * @return array `outcome` (applied, stale, known or refused), `code` of a refusal, `detail` for developers
     */
    public function execute(string $json, int $contextid = 0): array {
        global $DB;
        try {
            $change = store::parse($json);
            self::check_shape($change);
        } catch (\JsonException | \TypeError $error) {
            return ['outcome' => 'refused', 'code' => 'invalid', 'detail' => $error->getMessage()];
        }
        $lock = lock_config::get_lock_factory('local_htsd')->get_lock($this->store->tenant, self::PATIENCE);
        if (!$lock) {
            throw new \moodle_exception('errorbusy', 'local_htsd');
        }
        try {
            if ($this->store->entry($change->entry->command->id)) {
                return ['outcome' => 'known', 'code' => '', 'detail' => ''];
            }
            $transaction = $DB->start_delegated_transaction();
            try {
                $this->write($change, $contextid);
                $transaction->allow_commit();
            } catch (\Throwable $error) {
                // Ends in the same error again.
                $transaction->rollback($error);
            }
        } catch (refusal $refusal) {
            return ['outcome' => $refusal->outcome, 'code' => $refusal->reason, 'detail' => $refusal->getMessage()];
        } catch (\TypeError | \JsonException $error) {
            // A record that is no record.
            return ['outcome' => 'refused', 'code' => 'invalid', 'detail' => $error->getMessage()];
        } finally {
            $lock->release();
        }
        return ['outcome' => 'applied', 'code' => '', 'detail' => ''];
    }

    /**
     * Checks and writes, within a transaction.
     *
     * @param stdClass $change
     * @param int $contextid
     */
    private function write(stdClass $change, int $contextid): void {
        $evidence = new evidence($this->store, $this->actor);
        $achievements = new achievements($this->actor->userid);
        $records = (new guard($this->store, $this->actor))->check($change->entry, $change->writes, $change->rests);
        foreach ($records as ['value' => $value, 'before' => $before]) {
            $old = $before ? store::hashes(json_encode($before, store::JSON)) : [];
            $evidence->check_names(array_diff(store::hashes(json_encode($value, store::JSON)), $old));
            $achievements->check($value, $before);
        }
        // Who judges works on nothing there: he would show it to those who review in the course whose page he happens to have open.
        $works = !in_array('others', rules::RIGHTS[$change->entry->command->kind], true);
        foreach ($records as ['type' => $type, 'value' => $value]) {
            $this->store->put($type, $value);
            if ($type === 'row' && $contextid && $works) {
                $this->note_course($value->id, $contextid);
            }
        }
        $this->store->log($change->entry, $this->actor);
        if ($this->store->tenant === self::TENANT) {
            \local_htsd\event\command_applied::of($change->entry->command, $this->actor->userid)->trigger();
        }
    }

    /**
     * Keeps in which course a subject is worked on.
     *
     * @param string $subject
     * @param int $contextid
     */
    private function note_course(string $subject, int $contextid): void {
        global $DB;
        $place = ['tenant' => $this->store->tenant, 'subject' => $subject, 'contextid' => $contextid];
        if (!$DB->record_exists('local_htsd_place', $place)) {
            $DB->insert_record('local_htsd_place', (object) $place);
        }
    }

    /**
     * The fields that everything else relies on.
     *
     * @param stdClass $change
     */
    private static function check_shape(stdClass $change): void {
        $entry = $change->entry ?? null;
        $command = $entry->command ?? null;
        $fits = $command instanceof stdClass && ($entry->actor ?? null) instanceof stdClass
            && is_array($change->writes ?? null) && is_array($change->rests ?? null) && is_array($entry->records ?? null)
            && is_int($command->expected ?? null);
        // As long as the table of changes takes them.
        $texts = [[$command->id ?? null, 128], [$command->kind ?? null, 40], [$command->record ?? null, 128],
            [$entry->at ?? null, 40], [$entry->actor->id ?? null, 128], [$entry->actor->name ?? null, 255]];
        foreach ($texts as [$text, $most]) {
            $fits = $fits && is_string($text) && \core_text::strlen($text) <= $most && !str_contains($text, "\0");
        }
        foreach ($fits ? [...$change->writes, ...$change->rests] : [] as $one) {
            $fits = $fits && $one instanceof stdClass;
        }
        foreach ($fits ? $change->writes : [] as $one) {
            $fits = $fits && is_string($one->type ?? null) && ($one->value ?? null) instanceof stdClass;
        }
        if (!$fits) {
            throw new \TypeError('No change');
        }
    }

    /**
     * The person's files.
     *
     * @return evidence
     */
    public function evidence(): evidence {
        return new evidence($this->store, $this->actor);
    }

    /**
     * Answers questions about records.
     *
     * @param actor|null $actor
     * @param array[] $questions each with `ask`, `type`, `id`, `subject`, `cycle`, `state`, `mine`, `after`
     * @param string $tenant
     * @return array[]
     */
    public static function answer(?actor $actor, array $questions, string $tenant = self::TENANT): array {
        $sight = new sight(new store($tenant), $actor);
        $answers = [];
        foreach ($questions as $question) {
            ['ask' => $ask, 'type' => $type, 'id' => $id, 'subject' => $subject] = $question;
            $answer = ['records' => [], 'last' => null, 'text' => null];
            if ($ask === 'read' || $ask === 'open') {
                $record = $ask === 'read' ? $sight->read($type, $id) : $sight->open_assessment($subject, $question['cycle']);
                $answer['records'] = $record ? [['type' => $type, 'id' => $id] + $record] : [];
            } else if ($ask === 'around') {
                $answer['records'] = $sight->around($id);
            } else if ($ask === 'scan') {
                $found = $sight->scan($type, $question['after'], $subject === '' ? null : $subject, $question);
                $answer['records'] = array_map(fn($one) => ['type' => $type] + $one, $found['records']);
                $answer['last'] = $found['last'];
            } else if ($ask === 'entry') {
                $answer['text'] = $sight->entry($id);
            } else if ($ask === 'title') {
                $title = $sight->title($id);
                $answer['text'] = $title ? json_encode($title, store::JSON) : null;
            }
            $answers[] = $answer;
        }
        return $answers;
    }
}
