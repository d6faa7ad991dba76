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

use context_course;
use local_htsd\external\execute_command;
use local_htsd\external\session;

#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\actor::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\external\execute_command::class)]
/**
 * Who is asking: under one name wherever he works, quickly however many courses there are, and as nobody else.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_htsd\local\actor
 * @covers     \local_htsd\external\execute_command
 */
final class actor_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
    }

    public function test_has_the_same_name_in_a_course_of_another_language(): void {
        global $CFG;
        $pack = "$CFG->langotherroot/vi";
        make_writable_directory($pack);
        file_put_contents("$pack/langconfig.php", "<?php\n\$string['thislanguage'] = 'Tiếng Việt';\n");
        file_put_contents("$pack/moodle.php", "<?php\n\$string['fullnamedisplay'] = '{\$a->lastname} {\$a->firstname}';\n");
        get_string_manager()->reset_caches();
        try {
            $course = $this->getDataGenerator()->create_course(['lang' => 'vi']);
            $user = $this->getDataGenerator()->create_and_enrol($course, 'student', ['firstname' => 'An', 'lastname' => 'Nguyễn']);
            $this->setUser($user);
            $named = session::execute()['actor']['name'];
            [$actor] = execute_command::enter(context_course::instance($course->id)->id);
            $this->assertSame('vi', current_language());
            $this->assertSame('Nguyễn An', fullname($user));
            $this->assertSame($named, $actor->name);
        } finally {
            remove_dir($pack);
            get_string_manager()->reset_caches();
        }
    }

    /**
     * Puts somebody to work in a course.
     *
     * @param int $contextid
     * @param string $subject
     */
    private function place(int $contextid, string $subject): void {
        global $DB;
        $place = ['tenant' => desk::TENANT, 'subject' => $subject, 'contextid' => $contextid];
        $DB->insert_record('local_htsd_place', (object) $place);
    }

    public function test_is_found_out_in_few_questions_however_many_courses_there_are(): void {
        global $DB;
        $student = $this->getDataGenerator()->create_user();
        $teacher = $this->getDataGenerator()->create_user();
        $role = $DB->get_field('role', 'id', ['shortname' => 'teacher']);
        $asked = [];
        foreach ([2, 8] as $more) {
            for ($n = 0; $n < $more; $n++) {
                $course = $this->getDataGenerator()->create_course();
                $context = context_course::instance($course->id);
                $this->place($context->id, "SUBJECT-$course->id");
                $this->getDataGenerator()->enrol_user($student->id, $course->id, 'student');
                $this->getDataGenerator()->enrol_user($teacher->id, $course->id, 'teacher');
                assign_capability('local/htsd:review', CAP_ALLOW, $role, $context->id, true);
            }
            foreach ([$student, $teacher] as $user) {
                $this->setUser($user);
                \core\context_helper::reset_caches();
                $before = $DB->perf_get_reads();
                $scope = actor::current()->scope;
                $asked[$user->id][] = $DB->perf_get_reads() - $before;
            }
            $this->assertCount($more === 2 ? 2 : 10, $scope);
        }
        [[$few, $many], [$fewtaught, $manytaught]] = array_values($asked);
        $this->assertLessThanOrEqual($few, $many);
        // What a role may do is read for each course that it has rights of its own in.
        $this->assertLessThanOrEqual($fewtaught + 2, $manytaught);
    }

    public function test_is_in_charge_of_no_course_whose_enrolment_is_over(): void {
        global $DB;
        $course = $this->getDataGenerator()->create_course();
        $context = context_course::instance($course->id);
        $role = $DB->get_field('role', 'id', ['shortname' => 'teacher']);
        assign_capability('local/htsd:review', CAP_ALLOW, $role, $context->id, true);
        $this->place($context->id, 'SUBJECT');
        $teacher = $this->getDataGenerator()->create_and_enrol($course, 'teacher');
        $this->setUser($teacher);
        $this->assertSame(['SUBJECT'], actor::current()->scope);
        $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $teacher->id]);
        $this->setUser($teacher);
        $this->assertSame([], actor::current()->scope);
    }

    public function test_is_in_charge_of_no_course_where_his_role_is_switched_or_that_is_frozen(): void {
        global $DB;
        $course = $this->getDataGenerator()->create_course();
        $context = context_course::instance($course->id);
        $roles = $DB->get_records_menu('role', null, '', 'shortname, id');
        assign_capability('local/htsd:review', CAP_ALLOW, $roles['editingteacher'], $context->id, true);
        $this->place($context->id, 'SUBJECT');
        $this->setUser($this->getDataGenerator()->create_and_enrol($course, 'editingteacher'));
        $this->assertSame(['SUBJECT'], actor::current()->scope);
        role_switch($roles['student'], $context);
        $this->assertSame([], actor::current()->scope);
        role_switch(0, $context);
        $this->assertSame(['SUBJECT'], actor::current()->scope);
        set_config('contextlocking', 1);
        $context->set_locked(true);
        $this->assertSame([], actor::current()->scope);
    }

    /**
     * A statement takes 65,535 values at most.
     */
    public function test_sees_those_of_a_course_however_many_they_are(): void {
        global $DB;
        $course = $this->getDataGenerator()->create_course();
        $context = context_course::instance($course->id);
        $role = $DB->get_field('role', 'id', ['shortname' => 'teacher']);
        assign_capability('local/htsd:review', CAP_ALLOW, $role, $context->id, true);
        foreach (['SEEN' => $context->id, 'UNSEEN' => 1] as $id => $contextid) {
            (new store(desk::TENANT))->put('subject', (object) ['id' => $id, 'version' => 1, 'owner' => 'u0']);
            $this->place($contextid, $id);
        }
        $this->setUser($this->getDataGenerator()->create_and_enrol($course, 'teacher'));
        $person = actor::current();
        $this->assertSame([(int) $context->id], $person->courses);
        $many = array_map(fn($n) => "S-$n", range(1, 70000));
        $scope = [...$many, 'SEEN'];
        $reviewer = new actor($person->id, $person->name, $person->roles, $scope, $person->userid, [], $person->courses);
        $found = (new sight(new store(desk::TENANT), $reviewer))->scan('subject', null, null)['records'];
        $this->assertSame(['SEEN'], array_column($found, 'id'));
    }

    /**
     * A course with separate groups in which whoever is a teacher reviews, a teacher, and somebody at work in it.
     *
     * @param array $settings of the course
     * @return array course, teacher, and what puts an owner to work with a subject
     */
    private function divided_course(array $settings = []): array {
        global $DB;
        $course = $this->getDataGenerator()->create_course(['groupmode' => SEPARATEGROUPS] + $settings);
        $context = context_course::instance($course->id);
        $role = $DB->get_field('role', 'id', ['shortname' => 'teacher']);
        assign_capability('local/htsd:review', CAP_ALLOW, $role, $context->id, true);
        $teacher = $this->getDataGenerator()->create_and_enrol($course, 'teacher');
        $works = function (string $subject, array $groups) use ($course, $context): void {
            $student = $this->getDataGenerator()->create_and_enrol($course, 'student');
            foreach ($groups as $group) {
                groups_add_member($group->id, $student->id);
            }
            $owner = actor::id_of($student->id);
            (new store(desk::TENANT))->put('subject', (object) ['id' => $subject, 'version' => 1, 'owner' => $owner]);
            $this->place($context->id, $subject);
        };
        return [$course, $teacher, $works];
    }

    public function test_is_in_charge_of_his_own_groups_only_where_these_are_separate(): void {
        global $DB;
        [$course, $teacher, $works] = $this->divided_course();
        $group = fn(array $more = []) => $this->getDataGenerator()->create_group(['courseid' => $course->id] + $more);
        [$mine, $other, $apart] = [$group(), $group(), $group(['participation' => 0])];
        $works('MINE', [$mine]);
        $works('OTHER', [$other]);
        $works('NONE', []);
        $works('BOTH', [$mine, $other]);
        $works('APART', [$apart]);
        $scope = function () use ($teacher): array {
            $this->setUser($teacher);
            $scope = actor::current()->scope;
            sort($scope);
            return $scope;
        };
        $this->assertSame([], $scope());
        groups_add_member($mine->id, $teacher->id);
        groups_add_member($apart->id, $teacher->id);
        $this->assertSame(['BOTH', 'MINE'], $scope());
        $seen = fn(string $id) => isset((new sight(new store(desk::TENANT), actor::current()))->read('subject', $id)['body']);
        $this->assertSame([true, false], [$seen('MINE'), $seen('OTHER')]);
        $DB->set_field('course', 'groupmode', VISIBLEGROUPS, ['id' => $course->id]);
        $this->assertCount(5, $scope());
        $DB->set_field('course', 'groupmode', SEPARATEGROUPS, ['id' => $course->id]);
        $role = $DB->get_field('role', 'id', ['shortname' => 'teacher']);
        $context = context_course::instance($course->id);
        assign_capability('moodle/site:accessallgroups', CAP_ALLOW, $role, $context->id, true);
        $this->assertCount(5, $scope());
    }

    public function test_is_in_charge_of_groups_of_the_grouping_that_a_course_goes_by(): void {
        global $DB;
        [$course, $teacher, $works] = $this->divided_course();
        $groups = [];
        foreach (['WITHIN', 'WITHOUT'] as $subject) {
            $groups[$subject] = $this->getDataGenerator()->create_group(['courseid' => $course->id]);
            groups_add_member($groups[$subject]->id, $teacher->id);
            $works($subject, [$groups[$subject]]);
        }
        $grouping = $this->getDataGenerator()->create_grouping(['courseid' => $course->id]);
        groups_assign_grouping($grouping->id, $groups['WITHIN']->id);
        $DB->set_field('course', 'defaultgroupingid', $grouping->id, ['id' => $course->id]);
        $this->setUser($teacher);
        $this->assertSame(['WITHIN'], actor::current()->scope);
    }

    public function test_sees_those_of_his_groups_beside_those_of_a_course_however_many_they_are(): void {
        [$course, $teacher, $works] = $this->divided_course();
        $group = $this->getDataGenerator()->create_group(['courseid' => $course->id]);
        groups_add_member($group->id, $teacher->id);
        $works('MINE', [$group]);
        $works('OTHER', []);
        $this->setUser($teacher);
        $person = actor::current();
        $this->assertSame([[], ['MINE']], [$person->courses, $person->ingroups]);
        $scope = ['MINE', ...array_map(fn($n) => "S-$n", range(1, 70000))];
        $elsewhere = (int) \context_system::instance()->id;
        $reviewer = new actor($person->id, '', $person->roles, $scope, $person->userid, [], [$elsewhere], $person->ingroups);
        $found = (new sight(new store(desk::TENANT), $reviewer))->scan('subject', null, null)['records'];
        $this->assertSame(['MINE'], array_column($found, 'id'));
    }

    public function test_writes_nothing_as_somebody_else(): void {
        $this->setAdminUser();
        $user = $this->getDataGenerator()->create_user();
        $this->setUser($user);
        $this->assertSame(actor::id_of($user->id), execute_command::enter(0)[0]->id);
        $this->setAdminUser();
        \core\session\manager::loginas($user->id, \context_system::instance(), false);
        $this->expectExceptionMessageMatches('/self-assessment/');
        execute_command::enter(0);
    }

    public function test_keeps_what_is_his_own_when_he_may_not_enter_the_course_any_more(): void {
        $course = $this->getDataGenerator()->create_course();
        $context = context_course::instance($course->id);
        $student = $this->getDataGenerator()->create_and_enrol($course, 'student');
        $this->setUser($student);
        $this->assertSame((int) $context->id, execute_command::enter($context->id)[1]);
        enrol_get_plugin('manual')->unenrol_user(
            current(array_filter(enrol_get_instances($course->id, true), fn($one) => $one->enrol === 'manual')),
            $student->id
        );
        [$actor, $place] = execute_command::enter($context->id);
        $this->assertSame([actor::id_of($student->id), 0], [$actor->id, $place]);
        $this->setUser(null);
        $this->expectException(\require_login_exception::class);
        execute_command::enter($context->id);
    }
}
