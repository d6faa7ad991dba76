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
    /** @var int seconds that a page's clock may be off */
    private const SKEW = 900;

    /** @var string[] fields that every change may touch */
    private const ALWAYS = ['version', 'updatedAt'];

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
        $this->in_time($entry->at);
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
        foreach ($this->writes as $write) {
            $this->permit($write);
        }
        $this->as_a_whole();
        return [...array_values($this->writes), ...(new register($this->store))->check($rows, $this->writes)];
    }

    /**
     * An instant of a page is about now.
     *
     * @param mixed $instant
     */
    private function in_time($instant): void {
        $time = is_string($instant) ? strtotime($instant) : false;
        if ($time === false || abs($time - time()) > self::SKEW) {
            refusal::stale("the time $instant is not now");
        }
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
                $this->in_time($value->updatedAt);
            }
        } else if ($parts !== 'new' && !in_array($type, ['subject', 'counter', 'places', 'target', 'figure'])) {
            refusal::refuse('not-found', "$type $id");
        } else if (isset($value->createdAt)) {
            $this->in_time($value->createdAt);
        }
        // The `by` of a target is a day.
        if ($type !== 'target') {
            $this->in_own_name($before, $value);
        } else {
            $this->own($value);
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
        if (self::canonical($old) !== self::canonical($new)) {
            refusal::refuse('forbidden', "{$this->command->kind} changes more of $type");
        }
    }

    /**
     * JSON that is the same for what is the same, whatever the order of its keys.
     *
     * @param mixed $value
     * @return string
     */
    public static function canonical($value): string {
        $sorted = function ($one) use (&$sorted) {
            if ($one instanceof stdClass) {
                $fields = (array) $one;
                ksort($fields, SORT_STRING);
                return (object) array_map($sorted, $fields);
            }
            return is_array($one) ? array_map($sorted, $one) : $one;
        };
        return json_encode($sorted(is_array($value) && !array_is_list($value) ? (object) $value : $value), store::JSON);
    }

    /**
     * What is new bears the person's own name: nobody signs for another.
     *
     * @param stdClass|null $before
     * @param stdClass $value
     */
    private function in_own_name(?stdClass $before, stdClass $value): void {
        $old = [];
        self::signatures($before, $old);
        $new = [];
        self::signatures($value, $new);
        foreach (array_diff_key($new, $old) as [$by, $name, $at]) {
            $given = $name === null || $name === $this->actor->name;
            if ($by !== $this->actor->id || !$given) {
                refusal::refuse('forbidden', 'a signature of somebody else');
            }
            if ($at !== null) {
                $this->in_time($at);
            }
        }
    }

    /**
     * All places where somebody is named as the one who did it.
     *
     * @param mixed $value
     * @param array $found by what they say
     */
    private static function signatures($value, array &$found): void {
        if ($value instanceof stdClass) {
            $by = $value->by ?? $value->recordedBy ?? null;
            if (is_string($by)) {
                $at = $value->at ?? $value->startedAt ?? $value->givenAt ?? null;
                $sign = [$by, $value->byName ?? null, is_string($at) ? $at : null];
                $found[json_encode($sign)] = $sign;
            }
        }
        if ($value instanceof stdClass || is_array($value)) {
            foreach ((array) $value as $part) {
                self::signatures($part, $found);
            }
        }
    }

    /**
     * The person may use the command on this record.
     *
     * @param array $write
     */
    private function permit(array $write): void {
        ['type' => $type, 'value' => $value, 'before' => $before] = $write;
        match ($type) {
            'subject' => $before ? $this->permit_subject($before) : $this->own($value),
            'assessment' => $this->permit_assessment($value, $before),
            'recognition' => $this->permit_title($value),
            'consent' => $this->permit_subject($this->subject($value->subjectId)),
            'decision' => $this->own($value),
            'figure' => $this->permit_place(strtok($value->place, '@'), null),
            'activity' => $this->permit_activity($value, $before),
            default => null,
        };
    }

    /**
     * Refuses where the answer is no.
     *
     * @param string $owner
     * @param string $subject
     * @param bool $authored
     */
    private function may(string $owner, string $subject, bool $authored): void {
        $answer = $this->actor->may_act_on($this->command->kind, $owner, $subject, $authored);
        if ($answer !== 'yes') {
            refusal::refuse($answer, "$subject of $owner");
        }
    }

    /**
     * The subject as it is stored, or as it is about to be.
     *
     * @param string $id
     * @return stdClass
     */
    private function subject(string $id): stdClass {
        return $this->store->get('subject', $id)
            ?? $this->writes["subject $id"]['value']
            ?? refusal::refuse('not-found', "subject $id");
    }

    /**
     * He owns the subject, or is in charge of it; what is new is his own.
     *
     * @param stdClass $subject
     */
    private function permit_subject(stdClass $subject): void {
        $this->may($subject->owner, $subject->id, $subject->owner === $this->actor->id);
    }

    /**
     * What is new belongs to who makes it.
     *
     * @param stdClass $value
     */
    private function own(stdClass $value): void {
        if ($value->owner !== $this->actor->id) {
            refusal::refuse('forbidden', 'owner');
        }
    }

    /**
     * The person had a hand in filling it in, so that he cannot judge it.
     *
     * @param stdClass $assessment
     * @return bool
     */
    private function authored(stdClass $assessment): bool {
        if ($assessment->owner === $this->actor->id) {
            return true;
        }
        foreach ($assessment->history as $step) {
            if ($step->by === $this->actor->id && in_array($step->kind, rules::AUTHORING)) {
                return true;
            }
        }
        return false;
    }

    /**
     * An assessment: whose it is, from which state into which, and that nothing of what was is rewritten.
     *
     * @param stdClass $value
     * @param stdClass|null $before
     */
    private function permit_assessment(stdClass $value, ?stdClass $before): void {
        $kind = $this->command->kind;
        $subject = $this->subject($value->subjectId);
        $authored = $subject->owner === $this->actor->id || ($before && $this->authored($before));
        $this->may($before->owner ?? $subject->owner, $value->subjectId, $authored);
        $from = $before->state ?? null;
        $step = rules::TRANSITIONS[$kind] ?? ['from' => rules::EDITABLE, 'to' => 'same'];
        $to = $step['to'] === 'same' ? $from : $step['to'];
        if (!in_array($from, $step['from'], true) || $value->state !== $to) {
            refusal::refuse('wrong-state', "$kind from $from to $value->state");
        }
        $this->history($value->history, $before->history ?? [], $from, $to);
        if (!$before) {
            $blank = $value->submissions === [] && $value->comments === [] && (array) $value->answers === [];
            $bare = !array_intersect_key((array) $value, array_flip(['review', 'returned', 'decision', 'setAside']));
            if (!$blank || !$bare || $value->owner !== $subject->owner || $value->model !== $subject->model) {
                refusal::refuse('invalid', 'a new assessment with more than a beginning');
            }
            if ($this->store->open_assessment($value->subjectId, $value->cycle)) {
                refusal::stale('another open assessment');
            }
            return;
        }
        $this->grows($before->comments, $value->comments);
        $this->submissions($before->submissions, $value->submissions);
    }

    /**
     * A history goes on by one step at most, in the person's own name.
     *
     * @param stdClass[] $new
     * @param stdClass[] $old
     * @param string|null $from
     * @param string $to
     */
    private function history(array $new, array $old, ?string $from, string $to): void {
        $this->grows($old, $new);
        $more = array_slice($new, count($old));
        if (!$more && $from === $to) {
            return;
        }
        $step = $more[0] ?? null;
        $fits = count($more) === 1 && $step->kind === $this->command->kind && $step->from === $from && $step->to === $to;
        if (!$fits || $step->by !== $this->actor->id) {
            refusal::refuse('forbidden', 'history');
        }
    }

    /**
     * What was there is there, unchanged, and what is new comes after it.
     *
     * @param array $old
     * @param array $new
     */
    private function grows(array $old, array $new): void {
        if (self::canonical(array_slice($new, 0, count($old))) !== self::canonical($old)) {
            refusal::refuse('forbidden', 'what was is rewritten');
        }
    }

    /**
     * Submitting adds one; withdrawing notes it at the last one.
     *
     * @param stdClass[] $old
     * @param stdClass[] $new
     */
    private function submissions(array $old, array $new): void {
        $kind = $this->command->kind;
        if ($kind === 'assessment.withdraw' && $old && count($old) === count($new)) {
            $last = clone end($new);
            unset($last->withdrawnAt);
            $new[count($new) - 1] = $last;
        }
        $more = $kind === 'assessment.submit' ? 1 : 0;
        if (count($new) !== count($old) + $more) {
            refusal::refuse('forbidden', 'submissions');
        }
        $this->grows($old, $new);
    }

    /**
     * A title comes from a verified assessment that the person had no hand in.
     *
     * @param stdClass $title
     */
    private function permit_title(stdClass $title): void {
        $assessment = $this->store->get('assessment', $title->id) ?? refusal::refuse('not-found', 'assessment');
        $subject = $this->subject($assessment->subjectId);
        $this->may(
            $assessment->owner,
            $assessment->subjectId,
            $subject->owner === $this->actor->id || $this->authored($assessment)
        );
        foreach (['subjectId', 'model', 'cycle', 'criteria', 'owner'] as $field) {
            if (self::canonical([$title->$field ?? null]) !== self::canonical([$assessment->$field])) {
                refusal::refuse('invalid', "title and assessment differ in $field");
            }
        }
        $kind = $this->command->kind;
        $before = $this->writes["recognition $title->id"]['before'];
        $state = $kind === 'recognition.revoke' ? 'revoked' : 'granted';
        if ($title->state !== $state || ($before->state ?? 'granted') !== 'granted' || $title->assessmentId !== $title->id) {
            refusal::refuse('wrong-state', $title->state);
        }
        if ($kind !== 'recognition.attach' && !isset($this->writes["assessment $title->id"])) {
            refusal::refuse('invalid', 'a title without its assessment');
        }
    }

    /**
     * An activity of a place that the person is in charge of, or his own.
     *
     * @param stdClass $value
     * @param stdClass|null $before
     */
    private function permit_activity(stdClass $value, ?stdClass $before): void {
        if (!$before) {
            $this->own($value);
        } else {
            $this->permit_place($before->place, $before->owner);
        }
        $this->permit_place($value->place, $before->owner ?? null);
    }

    /**
     * He is in charge of the place, or of the province whose list holds it.
     *
     * @param string $code
     * @param string|null $owner
     */
    private function permit_place(string $code, ?string $owner): void {
        $kind = $this->command->kind;
        foreach ([$code, 'nation', ...$this->actor->scope] as $over) {
            if ($over !== $code && $over !== 'nation' && !$this->holds_place($over, $code)) {
                continue;
            }
            if ($this->actor->may_act_on($kind, $owner ?? '', $over, false) === 'yes') {
                return;
            }
        }
        refusal::refuse('forbidden', "place $code");
    }

    /**
     * A part of the list of places has a place.
     *
     * @param string $part
     * @param string $code
     * @return bool
     */
    private function holds_place(string $part, string $code): bool {
        foreach ($this->store->get('places', $part)->localities ?? [] as $one) {
            if ($one->code === $code) {
                return true;
            }
        }
        return false;
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
