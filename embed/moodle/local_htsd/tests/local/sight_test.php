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

namespace local_htsd\local;

#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\sight::class)]
/**
 * Who sees a decision on many titles, and what it costs to find out.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_htsd\local\sight
 */
final class sight_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
    }

    /**
     * Decisions on titles of others, the last of them also on one of the owner.
     *
     * @return store
     */
    private static function decided(): store {
        $store = new store(desk::TENANT);
        foreach (range(1, 3) as $decision) {
            $titles = array_map(fn($n) => "T-$decision-$n", range(1, 5));
            foreach ($titles as $n => $id) {
                $owner = $decision === 3 && $n === 4 ? 'u7' : 'u5';
                $store->put('recognition', (object) ['id' => $id, 'version' => 1, 'owner' => $owner, 'subjectId' => "S-$id"]);
            }
            $store->put('decision', (object) ['id' => "D-$decision", 'version' => 1, 'owner' => 'u9', 'recognitions' => $titles]);
        }
        return $store;
    }

    /**
     * The decisions that somebody is told.
     *
     * @param actor|null $actor
     * @return string[]
     */
    private static function told(?actor $actor): array {
        return array_column((new sight(self::decided(), $actor))->scan('decision', null, null)['records'], 'id');
    }

    public function test_shows_a_decision_to_who_may_see_one_of_its_titles(): void {
        $one = fn(string $id, array $roles = ['member'], array $scope = []) => new actor($id, '', $roles, $scope, 2);
        $this->assertSame(['D-3'], self::told($one('u7')));
        $this->assertSame([], self::told($one('u8')));
        $this->assertSame(['D-2'], self::told($one('u8', ['reviewer'], ['S-T-2-1', 'S-T-9-9'])));
        $this->assertSame(['D-1', 'D-2', 'D-3'], self::told($one('u9')));
        $this->assertSame(['D-1', 'D-2', 'D-3'], self::told($one('u8', ['reviewer'], ['*'])));
        $this->assertSame([], self::told(null));
    }

    public function test_shows_consents_of_his_own_subjects_and_asks_once_whose_these_are(): void {
        global $DB;
        $store = new store(desk::TENANT);
        foreach (range(1, 5) as $n) {
            $store->put('subject', (object) ['id' => "S-$n", 'version' => 1, 'owner' => $n === 2 ? 'u7' : 'u5']);
        }
        foreach (range(1, 6) as $n) {
            $store->put('consent', (object) ['id' => "C-$n", 'version' => 1, 'subjectId' => "S-$n"]);
        }
        $seen = fn(actor $actor) => array_column((new sight($store, $actor))->scan('consent', null, null)['records'], 'id');
        $this->assertSame(['C-4'], $seen(new actor('u8', '', ['reviewer'], ['S-4'], 2)));
        $owner = new actor('u7', '', ['member'], [], 2);
        $before = $DB->perf_get_reads();
        $this->assertSame(['C-2'], $seen($owner));
        // The sixth is of a subject that is not there, which is looked for once more.
        $this->assertSame(3, $DB->perf_get_reads() - $before);
    }

    public function test_finds_out_in_two_questions_however_many_titles_there_are(): void {
        global $DB;
        $sight = new sight(self::decided(), new actor('u8', '', ['member'], [], 2));
        $before = $DB->perf_get_reads();
        $sight->scan('decision', null, null);
        $this->assertSame(2, $DB->perf_get_reads() - $before);
    }
}
