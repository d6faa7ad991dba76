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

use local_htsd\external\achievements as asked;
use stdClass;

#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\achievements::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\external\achievements::class)]
/**
 * Courses and badges as evidence: his own, and nothing that Moodle does not know.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_htsd\local\achievements
 * @covers     \local_htsd\external\achievements
 */
final class achievements_test extends \advanced_testcase {
    /** @var stdClass who learns */
    private stdClass $student;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        set_config('enablecompletion', 1);
        set_config('enablebadges', 1);
        $this->student = $this->getDataGenerator()->create_user();
    }

    /**
     * A course that he completed.
     *
     * @param string $name
     * @param string $at
     * @param int $visible
     */
    private function complete(string $name, string $at, int $visible = 1): void {
        global $DB;
        $course = $this->getDataGenerator()->create_course(['fullname' => $name, 'visible' => $visible]);
        $DB->insert_record('course_completions', (object) ['userid' => $this->student->id, 'course' => $course->id,
            'timeenrolled' => 0, 'timestarted' => 0, 'timecompleted' => strtotime($at), 'reaggregate' => 0]);
    }

    public function test_tells_what_the_person_himself_completed(): void {
        $this->complete('Kỹ năng số & an toàn', '2026-09-30 16:30:00 UTC');
        $this->complete('Ca tối', '2026-09-30 17:30:00 UTC');
        $this->complete('Lớp ẩn', '2026-05-02 08:00:00 UTC', 0);
        $this->setUser($this->student);
        $told = asked::clean_returnvalue(asked::execute_returns(), asked::execute());
        $this->assertSame(actor::id_of($this->student->id), $told['person']);
        $this->assertSame(
            [['course', 'Ca tối', '2026-10-01'], ['course', 'Kỹ năng số & an toàn', '2026-09-30']],
            array_map(fn($one) => [$one['kind'], $one['name'], $one['on']], $told['achievements'])
        );
        $this->setUser($this->getDataGenerator()->create_user());
        $this->assertSame([], asked::execute()['achievements']);
    }

    public function test_tells_badges_with_issuer_and_last_day(): void {
        $badge = $this->getDataGenerator()->get_plugin_generator('core_badges')->create_badge(
            ['name' => 'Người đọc', 'issuername' => 'Thư viện', 'status' => BADGE_STATUS_ACTIVE]
        );
        $badge->issue($this->student->id, true);
        [$told] = (new achievements($this->student->id))->all();
        $this->assertSame(['badge', 'Người đọc', 'Thư viện'], [$told['kind'], $told['name'], $told['issuer']]);
        $this->assertStringContainsString('/badges/badge.php?hash=', $told['url']);
    }

    public function test_tells_a_guest_nothing(): void {
        $this->setGuestUser();
        $this->expectException(\moodle_exception::class);
        asked::execute();
    }

    public function test_refuses_what_is_new_and_not_known(): void {
        $this->complete('Kỹ năng số', '2026-03-12 08:00:00 UTC');
        $achievements = new achievements($this->student->id);
        [$true] = $achievements->all();
        $piece = fn(array $change) => (object) ['id' => 'e', 'kind' => 'link', 'name' => $change['name'] ?? $true['name'],
            'url' => $true['url'], 'achievement' => (object) ['kind' => 'course', 'on' => $change['on'] ?? $true['on'],
                'issuer' => $true['issuer']]];
        $record = fn(stdClass ...$pieces) => (object) ['answers' => (object) ['c1' => (object) ['evidence' => $pieces]]];
        $achievements->check($record($piece([])), null);
        // What was there stays, also where the course is called otherwise by now.
        $old = $piece(['name' => 'Tên cũ']);
        $achievements->check($record($old, $piece([])), $record($old));
        foreach ([['name' => 'Thạc sĩ'], ['on' => '2026-03-13']] as $change) {
            try {
                $achievements->check($record($piece($change)), $record($piece([])));
                $this->fail('taken: ' . json_encode($change));
            } catch (refusal $refusal) {
                $this->assertSame('invalid', $refusal->reason);
            }
        }
    }

    public function test_calls_a_course_alike_in_every_language(): void {
        filter_set_global_state('multilang', TEXTFILTER_ON);
        filter_set_applies_to_strings('multilang', true);
        \core_filters\filter_manager::reset_caches();
        \core\di::get(\core\formatting::class)->set_filterall(true);
        $name = fn(string $lang, string $text) => "<span class=\"multilang\" lang=\"$lang\">$text</span>";
        $this->complete($name('en', 'Numbers') . $name('de', 'Zahlen'), '2026-03-12 08:00:00 UTC');
        global $SESSION;
        $SESSION->forcelang = 'de';
        [$told] = (new achievements($this->student->id))->all();
        $this->assertSame('Numbers', $told['name']);
    }
}
