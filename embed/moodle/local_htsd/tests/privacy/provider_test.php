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

namespace local_htsd\privacy;

use context_course;
use context_system;
use core_privacy\local\metadata\collection;
use core_privacy\local\request\writer;
use local_htsd\local\actor;
use local_htsd\local\desk;
use local_htsd\local\store;

#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\privacy\provider::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\erasure::class)]
/**
 * What is kept of a person: told, given to him with his consents and courses, and deleted.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_htsd\privacy\provider
 * @covers     \local_htsd\local\erasure
 */
final class provider_test extends \core_privacy\tests\provider_testcase {
    /**
     * A person with a subject and a consent, which are worked on in a course.
     *
     * @return int his id
     */
    private function somebody(): int {
        global $DB;
        $userid = (int) $this->getDataGenerator()->create_user()->id;
        $course = $this->getDataGenerator()->create_course(['fullname' => "KHOA-$userid"]);
        $store = new store(desk::TENANT);
        $store->put('subject', (object) ['id' => "S-$userid", 'version' => 1, 'owner' => actor::id_of($userid)]);
        $consent = ['id' => "C-$userid", 'version' => 1, 'subjectId' => "S-$userid", 'giverName' => "Giver $userid"];
        $store->put('consent', (object) ($consent + ['recordedBy' => actor::id_of($userid)]));
        $DB->insert_record('local_htsd_place', (object) ['tenant' => desk::TENANT, 'subject' => "S-$userid",
            'contextid' => context_course::instance($course->id)->id]);
        return $userid;
    }

    public function test_gives_a_person_his_own_with_consents_and_courses(): void {
        $this->resetAfterTest();
        [$userid, $other] = [$this->somebody(), $this->somebody()];
        $site = context_system::instance();
        $this->assertSame([(string) $site->id], provider::get_contexts_for_userid($userid)->get_contextids());
        $this->export_context_data_for_user($userid, $site, 'local_htsd');
        $path = [get_string('pluginname', 'local_htsd'), get_string('privacy:path:records', 'local_htsd')];
        $given = json_encode(writer::with_context($site)->get_data($path));
        foreach (["S-$userid", "Giver $userid", "KHOA-$userid"] as $own) {
            $this->assertStringContainsString($own, $given);
        }
        foreach (["S-$other", "Giver $other", "KHOA-$other"] as $others) {
            $this->assertStringNotContainsString($others, $given);
        }
        $told = array_map(fn($item) => $item->get_name(), provider::get_metadata(new collection('local_htsd'))->get_collection());
        $this->assertContains('local_htsd_place', $told);
    }

    public function test_deletes_all_of_a_person_and_nothing_of_another(): void {
        global $DB;
        $this->resetAfterTest();
        [$userid, $other] = [$this->somebody(), $this->somebody()];
        $user = \core_user::get_user($userid);
        $site = context_system::instance();
        provider::delete_data_for_user(
            new \core_privacy\local\request\approved_contextlist($user, 'local_htsd', [$site->id])
        );
        $left = $DB->get_fieldset_sql('SELECT recordid FROM {local_htsd_record} ORDER BY recordid');
        $this->assertSame(["C-$other", "S-$other"], $left);
        $this->assertSame(["S-$other"], $DB->get_fieldset_sql('SELECT subject FROM {local_htsd_place}'));
    }

    /**
     * A list was brought in by one change, which the log holds under an id of its own.
     */
    public function test_takes_a_person_out_of_the_lists_that_subjects_came_by(): void {
        global $DB;
        $this->resetAfterTest();
        [$userid, $other] = [$this->somebody(), $this->somebody()];
        $line = fn(int $id) => ['id' => "S-$id", 'model' => 'citizen', 'name' => "Name $id", 'head' => ['name' => "Head $id"],
            'place' => ['name' => "Place $id"], 'facts' => ['born' => "Born $id"]];
        $command = ['id' => 'LIST', 'kind' => 'subject.import', 'record' => 'LIST', 'payload' => ['subjects' => [
            $line($userid), $line($other)]]];
        $entry = json_decode(json_encode(['command' => $command, 'actor' => ['id' => 'u0', 'name' => 'Cán bộ'], 'records' => []]));
        (new store(desk::TENANT))->log($entry, new actor('u0', 'Cán bộ', [], [], 0));
        \local_htsd\local\erasure::of_user($userid);
        $left = $DB->get_field('local_htsd_log', 'entry', ['commandid' => 'LIST']);
        foreach (['Name', 'Head', 'Place', 'Born'] as $word) {
            $this->assertStringNotContainsString("$word $userid", $left);
            $this->assertStringContainsString("$word $other", $left);
        }
        $this->assertStringContainsString("S-$userid", $left);
    }
}
