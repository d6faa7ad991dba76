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
 * The register and its counts.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * Lines of the register say in short what subjects and assessments say. Pages derive them; here each is held against what it
 * was derived from, and the counts are taken from it.
 */
class register {
    /**
     * Over a store.
     *
     * @param store $store
     */
    public function __construct(
        /** @var store as it was before the change */
        private readonly store $store,
    ) {
    }

    /**
     * Checks the lines that come with a change: one for each subject that it touches, and true.
     *
     * @param stdClass[] $rows
     * @param array[] $writes
     * @return array[] the lines, and the tallies as they are then
     * @throws refusal
     */
    public function check(array $rows, array $writes): array {
        $touched = [];
        foreach ($writes as ['type' => $type, 'id' => $id, 'value' => $value]) {
            if ($type === 'subject') {
                $touched[$id] = true;
            } else if ($type === 'assessment') {
                $touched[$value->subjectId] = true;
            }
        }
        $lines = [];
        $sums = [];
        foreach ($rows as $row) {
            $id = store::key('row', $row);
            if (!isset($touched[$id])) {
                refusal::refuse('invalid', 'a line of another subject');
            }
            unset($touched[$id]);
            $before = $this->store->get('row', $id);
            $this->check_row($row, $before, $writes);
            $lines[] = ['type' => 'row', 'id' => $id, 'value' => $row, 'before' => $before];
            self::add($sums, $before, -1);
            self::add($sums, $row, 1);
        }
        if ($touched) {
            refusal::refuse('invalid', 'a subject without its line');
        }
        return [...$lines, ...$this->grown($sums)];
    }

    /**
     * The line says what the records say.
     *
     * @param stdClass $row
     * @param stdClass|null $before
     * @param array[] $writes
     */
    private function check_row(stdClass $row, ?stdClass $before, array $writes): void {
        $subject = $writes["subject $row->id"]['value'] ?? $this->store->get('subject', $row->id);
        if (!$subject || $row->subjectVersion !== $subject->version || $row->version !== ($before->version ?? 0) + 1) {
            refusal::stale('version of a line');
        }
        foreach (rules::LINE as $field) {
            if (canonical::json([$row->$field ?? null]) !== canonical::json([$subject->$field ?? null])) {
                refusal::refuse('invalid', "line and subject differ in $field");
            }
        }
        foreach (['total', 'recognised'] as $count) {
            if (($row->memberCounts->$count ?? null) !== ($subject->members->$count ?? null)) {
                refusal::refuse('invalid', "line and subject differ in $count of members");
            }
        }
        $assessments = [];
        foreach ($this->store->all('assessment', $row->id) as $one) {
            $assessments[$one->recordid] = $one->value;
        }
        foreach ($writes as ['type' => $type, 'id' => $id, 'value' => $value]) {
            if ($type === 'assessment' && $value->subjectId === $row->id) {
                $assessments[$id] = $value;
            }
        }
        $years = (array) $row->years;
        foreach ($assessments as $id => $one) {
            $year = $years[$one->cycle] ?? null;
            if (!$year || !isset($year->assessment) || (!in_array($one->state, rules::OVER) && $year->assessment !== $id)) {
                refusal::refuse('invalid', 'a year without its assessment');
            }
        }
        $registered = array_column($subject->registrations, 'cycle');
        foreach ($years as $cycle => $year) {
            $one = isset($year->assessment) ? ($assessments[$year->assessment] ?? null) : null;
            $true = isset($year->assessment) ? $one && self::is_year($year, $one, (string) $cycle) : $year->state === 'registered';
            if (!$true || $year->registered !== in_array((string) $cycle, $registered, true)) {
                refusal::refuse('invalid', "the year $cycle of a line");
            }
        }
    }

    /**
     * A year of a line says what its assessment says.
     *
     * @param stdClass $year
     * @param stdClass $one
     * @param string $cycle
     * @return bool
     */
    private static function is_year(stdClass $year, stdClass $one, string $cycle): bool {
        $last = end($one->submissions);
        $score = $one->review->score ?? ($last && !isset($last->withdrawnAt) ? $last->score : null);
        return $one->cycle === $cycle
            && $year->state === $one->state
            && $year->assessmentVersion === $one->version
            && ($year->score ?? null) === ($score->total ?? null)
            && ($year->max ?? null) === ($score->max ?? null)
            && ($year->outcome ?? null) === ($one->decision->outcome ?? $score->outcome ?? null)
            && ($year->decision->number ?? null) === ($one->decision->number ?? null);
    }

    /**
     * Adds what a line counts for.
     *
     * @param array $sums counts by group
     * @param stdClass|null $row
     * @param int $sign
     */
    public static function add(array &$sums, ?stdClass $row, int $sign): void {
        if (!$row) {
            return;
        }
        $closed = isset($row->closedAt);
        $found = $closed ? [] : ['' => ['subjects']];
        foreach ((array) $row->years as $cycle => $year) {
            if ($closed && !in_array($year->state, rules::DECIDED)) {
                continue;
            }
            $found[$cycle] = ['subjects', ...($year->registered ? ['registered'] : []), ...(rules::PASSED[$year->state] ?? [])];
        }
        foreach ($found as $cycle => $names) {
            $group = [(string) $cycle, $row->model, $row->subjectGroup ?? '', $row->place->code ?? ''];
            $id = implode('/', array_map(self::encode(...), $group));
            $sums[$id] ??= ['group' => $group, 'counts' => array_fill_keys(rules::COUNTS, 0)];
            foreach ($names as $name) {
                $sums[$id]['counts'][$name] += $sign;
            }
        }
    }

    /**
     * Tallies as they are after what was added.
     *
     * @param array $sums
     * @return array[]
     */
    public function grown(array $sums): array {
        $grown = [];
        foreach ($sums as $id => ['group' => $group, 'counts' => $counts]) {
            if (!array_filter($counts)) {
                continue;
            }
            $before = $this->store->get('tally', $id);
            foreach ($counts as $name => $count) {
                $counts[$name] = $count + ($before->counts->$name ?? 0);
            }
            [$cycle, $model, $subjectgroup, $place] = $group;
            $value = (object) ['cycle' => $cycle, 'model' => $model, 'subjectGroup' => $subjectgroup, 'place' => $place,
                'id' => $id, 'version' => ($before->version ?? 0) + 1, 'counts' => (object) $counts];
            $grown[] = ['type' => 'tally', 'id' => $id, 'value' => $value, 'before' => $before];
        }
        return $grown;
    }

    /**
     * As a browser writes a part of an address.
     *
     * @param string $text
     * @return string
     */
    private static function encode(string $text): string {
        return strtr(rawurlencode($text), ['%21' => '!', '%27' => "'", '%28' => '(', '%29' => ')', '%2A' => '*']);
    }
}
