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
 * How an assessment goes on.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * From which state into which an assessment may go by a command, and that nothing of what was is rewritten.
 */
class progress {
    /**
     * By one command of one person.
     *
     * @param store $store
     * @param actor $actor
     * @param string $kind of the command
     */
    public function __construct(
        /** @var store as it is */
        private readonly store $store,
        /** @var actor who changes it */
        private readonly actor $actor,
        /** @var string kind of the command */
        private readonly string $kind,
    ) {
    }

    /**
     * Checks the assessment that it comes to.
     *
     * @param stdClass $value
     * @param stdClass|null $before
     * @param stdClass $subject whose it is
     */
    public function check(stdClass $value, ?stdClass $before, stdClass $subject): void {
        $from = $before->state ?? null;
        $step = rules::TRANSITIONS[$this->kind] ?? ['from' => rules::EDITABLE, 'to' => 'same'];
        $to = $step['to'] === 'same' ? $from : $step['to'];
        if (!in_array($from, $step['from'], true) || $value->state !== $to) {
            refusal::refuse('wrong-state', "$this->kind from $from to $value->state");
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
        $this->marks($value, $before);
    }

    /**
     * A mark of somebody else stays as he made it, or goes: with another answer or reason it would still bear his name.
     *
     * @param stdClass $value
     * @param stdClass $before
     */
    private function marks(stdClass $value, stdClass $before): void {
        $marks = fn(stdClass $one) => [...array_values((array) ($one->review->marks ?? [])),
            ...array_values((array) ($one->returned->marks ?? []))];
        $made = array_map(fn($mark) => canonical::json([$mark]), $marks($before));
        foreach ($marks($value) as $mark) {
            if (($mark->by ?? null) !== $this->actor->id && !in_array(canonical::json([$mark]), $made, true)) {
                refusal::refuse('forbidden', 'a mark of somebody else');
            }
        }
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
        $fits = count($more) === 1 && $step->kind === $this->kind && $step->from === $from && $step->to === $to;
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
        if (canonical::json(array_slice($new, 0, count($old))) !== canonical::json($old)) {
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
        if ($this->kind === 'assessment.withdraw' && $old && count($old) === count($new)) {
            $last = clone end($new);
            unset($last->withdrawnAt);
            $new[count($new) - 1] = $last;
        }
        $more = $this->kind === 'assessment.submit' ? 1 : 0;
        if (count($new) !== count($old) + $more) {
            refusal::refuse('forbidden', 'submissions');
        }
        $this->grows($old, $new);
    }
}
