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
 * The wall before a change.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * Checks a command and the records that a page says it comes to. The page has run the domain's rules; here is checked again
 * what protects somebody from somebody else: who may do it, to whose record, from which state into which, in which version,
 * in whose name, and which parts of a record the command may touch at all. The tables are generated out of the domain.
 */
class guard {
    /** @var string[] fields that every change may touch */
    private const ALWAYS = ['version', 'updatedAt'];

    /** @var signatures of the person */
    private readonly signatures $signatures;

    /** @var stdClass the command */
    private stdClass $command;

    /** @var array records to be written: type, id, value, before */
    private array $writes = [];

    /**
     * A guard of a store for one person.
     *
     * @param store $store
     * @param actor $actor
     */
    public function __construct(
        /** @var store as it is */
        private readonly store $store,
        /** @var actor who changes it */
        private readonly actor $actor,
    ) {
        $this->signatures = new signatures($actor);
    }

    /**
     * Checks a change, within the lock of who writes it.
     *
     * @param stdClass $entry as the log will hold it
     * @param stdClass[] $writes `type` and `value` of each record, those of the register included
     * @param stdClass[] $rests what the decision rested on
     * @return array[] what is to be written: type, id, value, before
     * @throws refusal
     */
    public function check(stdClass $entry, array $writes, array $rests): array {
        $this->command = $entry->command;
        $kind = $this->command->kind;
        if (!isset(rules::PARTS[$kind])) {
            refusal::refuse('forbidden', "$kind is not kept here");
        }
        if (!$this->actor->reaches($kind)) {
            refusal::refuse('forbidden', $kind);
        }
        $this->signatures->in_time($entry->at);
        if ($entry->actor->id !== $this->actor->id || $entry->actor->name !== $this->actor->name) {
            refusal::refuse('forbidden', 'another name in the entry');
        }
        foreach ($rests as $rest) {
            $this->still_holds($rest);
        }
        $rows = [];
        foreach ($writes as $write) {
            if ($write->type === 'row') {
                $rows[] = $write->value;
            } else {
                $this->take($write->type, $write->value);
            }
        }
        if (!$this->writes) {
            refusal::refuse('invalid', 'nothing to write');
        }
        $permission = new permission($this->store, $this->actor, $this->command, $this->writes);
        foreach ($this->writes as $write) {
            $permission->check($write);
        }
        $this->as_a_whole();
        return [...array_values($this->writes), ...(new register($this->store))->check($rows, $this->writes)];
    }

    /**
     * What the decision rested on is as it was.
     *
     * @param stdClass $rest
     */
    private function still_holds(stdClass $rest): void {
        if ($rest->on === 'open-assessment') {
            $open = $this->store->open_assessment($rest->subjectId, $rest->cycle);
            if (($open->recordid ?? null) !== ($rest->id ?? null)) {
                refusal::stale('another open assessment');
            }
            return;
        }
        $row = $this->store->find($rest->type, $rest->id);
        if (($row ? (int) $row->version : null) !== ($rest->version ?? null)) {
            refusal::stale("$rest->type $rest->id");
        }
    }

    /**
     * Takes one record in, where the command may write it, in the version that follows, and only those parts.
     *
     * @param string $type
     * @param stdClass $value
     */
    private function take(string $type, stdClass $value): void {
        $kind = $this->command->kind;
        $parts = rules::PARTS[$kind][$type] ?? null;
        $id = store::key($type, $value);
        if ($parts === null || isset($this->writes["$type $id"])) {
            refusal::refuse('forbidden', "$kind writes no $type");
        }
        if (!preg_match('/^[A-Za-z0-9][A-Za-z0-9._:@+-]*$/', $id) || strlen($id) > 128) {
            refusal::refuse('invalid', 'id');
        }
        $before = $this->store->get($type, $id);
        if ($before && ($parts === 'new' || $type === 'criteria')) {
            refusal::stale("$type $id is there");
        }
        if ($type !== 'criteria' && ($value->version ?? 0) !== ($before->version ?? 0) + 1) {
            refusal::stale("$type $id has another version");
        }
        if ($before) {
            $this->only_parts($type, $before, $value, $parts);
            if (isset($value->updatedAt) && $value->updatedAt !== ($before->updatedAt ?? '')) {
                $this->signatures->in_time($value->updatedAt);
            }
        } else if ($parts !== 'new' && !in_array($type, ['subject', 'counter', 'places', 'target', 'figure'])) {
            refusal::refuse('not-found', "$type $id");
        } else if (isset($value->createdAt)) {
            $this->signatures->in_time($value->createdAt);
        }
        // The `by` of a target is a day.
        if ($type !== 'target') {
            $this->signatures->in_own_name($before, $value);
        } else {
            $this->signatures->own($value);
        }
        $this->writes["$type $id"] = ['type' => $type, 'id' => $id, 'value' => $value, 'before' => $before];
    }

    /**
     * Nothing has changed but what may.
     *
     * @param string $type
     * @param stdClass $before
     * @param stdClass $value
     * @param string[] $parts
     */
    private function only_parts(string $type, stdClass $before, stdClass $value, array $parts): void {
        $free = array_flip([...$parts, ...self::ALWAYS, ...($type === 'assessment' ? ['history', 'state'] : [])]);
        $old = array_diff_key((array) $before, $free);
        $new = array_diff_key((array) $value, $free);
        if (canonical::json($old) !== canonical::json($new)) {
            refusal::refuse('forbidden', "{$this->command->kind} changes more of $type");
        }
    }

    /**
     * What the records of one command must be together.
     */
    private function as_a_whole(): void {
        ['kind' => $kind, 'record' => $record] = (array) $this->command;
        $of = fn(string $type) => array_values(array_filter($this->writes, fn($one) => $one['type'] === $type));
        if (str_starts_with($kind, 'assessment.') && !isset($this->writes["assessment $record"])) {
            refusal::refuse('invalid', 'another record than the command names');
        }
        if ($kind !== 'recognition.grant') {
            return;
        }
        $titles = array_column($of('recognition'), 'id');
        $decision = $of('decision')[0] ?? refusal::refuse('invalid', 'no decision');
        $counter = $of('counter')[0] ?? refusal::refuse('invalid', 'no places in the list');
        sort($titles);
        $named = $decision['value']->recognitions;
        sort($named);
        $judged = array_column($of('assessment'), 'id');
        sort($judged);
        $used = $counter['value']->used - ($counter['before']->used ?? 0);
        if ($titles !== $named || $titles !== $judged || $used !== count($titles) || $counter['id'] !== rules::COUNTER) {
            refusal::refuse('invalid', 'decision, titles and assessments differ');
        }
    }
}
