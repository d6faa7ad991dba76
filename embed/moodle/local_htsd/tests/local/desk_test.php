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
use stdClass;

#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\desk::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\guard::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\permission::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\progress::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\signatures::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\actor::class)]
/**
 * What a person's page sends: kept for himself, in order and once; nothing of it for somebody else.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_htsd\local\desk
 * @covers     \local_htsd\local\guard
 * @covers     \local_htsd\local\permission
 * @covers     \local_htsd\local\progress
 * @covers     \local_htsd\local\signatures
 * @covers     \local_htsd\local\actor
 */
final class desk_test extends \advanced_testcase {
    /** @var stdClass who fills in */
    private stdClass $student;

    /** @var stdClass[] what his page sends: registering, opening, answering */
    private array $changes;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->student = $this->getDataGenerator()->create_user(['firstname' => 'Học', 'lastname' => 'Nguyễn']);
        (new store(desk::TENANT))->put('criteria', (object) ['id' => 'conformance', 'version' => '1']);
        $this->setUser($this->student);
        $text = strtr(file_get_contents(__DIR__ . '/../fixtures/changes.json'), [
            'OWNER' => actor::id_of($this->student->id),
            '"NAME"' => json_encode(fullname($this->student)),
            '"AT"' => json_encode(gmdate('Y-m-d\TH:i:s.v\Z')),
        ]);
        $this->changes = json_decode($text);
    }

    /**
     * Sends a change as the person who is signed in.
     *
     * @param stdClass $change
     * @param int $contextid
     * @return string what became of it
     */
    private function send(stdClass $change, int $contextid = 0): string {
        $outcome = (new desk(actor::current()))->execute(json_encode($change), $contextid);
        return trim("{$outcome['outcome']} {$outcome['code']}");
    }

    /**
     * Registers and opens.
     *
     * @param int $contextid
     */
    private function open(int $contextid = 0): void {
        $this->assertSame('applied', $this->send($this->changes[0], $contextid));
        $this->assertSame('applied', $this->send($this->changes[1], $contextid));
    }

    public function test_keeps_in_order_and_once(): void {
        $this->open();
        $this->assertSame('known', $this->send($this->changes[1]));
        $this->assertSame('applied', $this->send($this->changes[2]));
        $kept = (new store(desk::TENANT))->get('assessment', 'ASSESSMENT');
        $this->assertTrue($kept->answers->c1->yes);
        $late = clone $this->changes[2];
        $late->entry->command->id = 'COMMAND-4';
        $this->assertSame('stale', $this->send($late));
    }

    public function test_lets_nobody_write_in_anothers_records(): void {
        $this->open();
        $this->setUser($this->getDataGenerator()->create_user());
        $this->assertSame('refused forbidden', $this->send($this->changes[2]));
        $answer = $this->changes[2];
        $other = actor::current();
        [$answer->entry->actor->id, $answer->entry->actor->name] = [$other->id, $other->name];
        $this->assertSame('refused forbidden', $this->send($answer));
        $read = desk::answer($other, [['ask' => 'read', 'type' => 'assessment', 'id' => 'ASSESSMENT', 'subject' => '']]);
        $this->assertStringNotContainsString('Nguyễn Du', json_encode($read, JSON_UNESCAPED_UNICODE));
    }

    public function test_lets_nobody_judge_himself_or_rewrite_what_was(): void {
        $this->open();
        $answer = $this->changes[2];
        $answer->writes[0]->value->state = 'verified';
        $this->assertSame('refused wrong-state', $this->send($answer));
        $answer->writes[0]->value->state = 'draft';
        $answer->writes[0]->value->history = [];
        $this->assertSame('refused forbidden', $this->send($answer));
        $answer->entry->command->kind = 'assessment.verify';
        $this->assertSame('refused forbidden', $this->send($answer));
    }

    public function test_lets_nobody_sign_in_another_name_or_at_another_time(): void {
        $this->assertSame('applied', $this->send($this->changes[0]));
        $open = $this->changes[1];
        $step = $open->writes[0]->value->history[0];
        $name = $step->byName;
        $step->byName = 'Trần Thị Khác';
        $this->assertSame('refused forbidden', $this->send($open));
        $step->byName = $name;
        $step->at = gmdate('Y-m-d\TH:i:s.v\Z', time() - DAYSECS);
        $this->assertSame('stale', $this->send($open));
    }

    public function test_takes_no_other_counts_of_members_than_were_declared(): void {
        // What is refused is rolled back, which is no transaction of a test's own then.
        $this->preventResetByRollback();
        [$register] = $this->changes;
        [$subject, $line] = $register->writes;
        $counts = (object) ['total' => 5, 'recognised' => 3];
        $subject->value->members = clone $counts;
        $register->entry->command->payload->members = clone $counts;
        $this->assertSame('refused invalid', $this->send($register));
        $line->value->memberCounts = (object) ['total' => 5, 'recognised' => 4];
        $this->assertSame('refused invalid', $this->send($register));
        $line->value->memberCounts = $counts;
        $this->assertSame('applied', $this->send($register));
    }

    public function test_shows_one_subject_to_who_reviews_in_either_of_its_courses(): void {
        global $DB;
        $role = $DB->get_field('role', 'id', ['shortname' => 'teacher']);
        $seen = [];
        foreach ([0, 1, 2] as $n) {
            $course = $this->getDataGenerator()->create_course();
            $context = context_course::instance($course->id);
            assign_capability('local/htsd:review', CAP_ALLOW, $role, $context->id, true);
            $reviewers[$n] = $this->getDataGenerator()->create_and_enrol($course, 'teacher');
            $contexts[$n] = $context->id;
        }
        $this->setUser($this->student);
        $this->open($contexts[0]);
        $this->assertSame('applied', $this->send($this->changes[2], $contexts[1]));
        $this->assertSame(2, $DB->count_records('local_htsd_place', ['subject' => 'SUBJECT']));
        $this->assertSame(1, $DB->count_records('local_htsd_record', ['type' => 'subject']));
        foreach ($reviewers as $n => $reviewer) {
            $this->setUser($reviewer);
            $seen[$n] = actor::current()->scope;
        }
        $this->assertSame([['SUBJECT'], ['SUBJECT'], []], $seen);
    }

    /**
     * Whoever is in charge of all is answered of a list what he asks for, and nobody more than he may see.
     */
    public function test_answers_of_a_list_what_is_asked_for(): void {
        $this->open();
        $manager = $this->getDataGenerator()->create_user();
        $role = $this->getDataGenerator()->create_role();
        assign_capability('local/htsd:review', CAP_ALLOW, $role, \context_system::instance());
        role_assign($role, $manager->id, \context_system::instance());
        $blank = ['ask' => 'scan', 'id' => '', 'subject' => '', 'cycle' => '', 'after' => null];
        $ask = fn(array $more): array => desk::answer(actor::current(), [$blank + $more])[0]['records'];
        $this->assertCount(1, $ask(['type' => 'assessment', 'mine' => true]));
        $this->setUser($manager);
        $this->assertCount(1, $ask(['type' => 'assessment']));
        $this->assertCount(1, $ask(['type' => 'assessment', 'state' => 'draft', 'mine' => false]));
        $this->assertSame([], $ask(['type' => 'assessment', 'state' => 'submitted']));
        $this->assertSame([], $ask(['type' => 'assessment', 'mine' => true]));
        $this->assertSame([], $ask(['type' => 'subject', 'mine' => true]));
        $this->setUser($this->getDataGenerator()->create_user());
        $this->assertSame([], $ask(['type' => 'assessment', 'state' => 'draft']));
    }

    public function test_lets_nobody_be_in_charge_in_one_role_of_what_he_is_in_another(): void {
        global $DB;
        $this->open();
        $this->assertSame('applied', $this->send($this->changes[2]));
        $course = $this->getDataGenerator()->create_course();
        $context = context_course::instance($course->id);
        $person = $this->getDataGenerator()->create_and_enrol($course, 'teacher');
        $inspector = create_role('Ban kiểm tra', 'bankiemtra', '');
        assign_capability('local/htsd:inspect', CAP_ALLOW, $inspector, \context_system::instance());
        role_assign($inspector, $person->id, \context_system::instance());
        $teacher = $DB->get_field('role', 'id', ['shortname' => 'teacher']);
        assign_capability('local/htsd:review', CAP_ALLOW, $teacher, $context->id, true);
        $this->setUser($person);
        $place = fn(string $subject) => $DB->insert_record(
            'local_htsd_place',
            (object) ['tenant' => desk::TENANT, 'subject' => $subject, 'contextid' => $context->id]
        );
        $may = fn() => actor::current()->may_act_on('assessment.verify', 'u1', 'SUBJECT', false);
        $this->assertSame('forbidden', $may());
        $place('ANOTHER');
        $this->assertContains('reviewer', actor::current()->roles);
        $this->assertSame(['*'], actor::current()->scope);
        $this->assertSame('forbidden', $may());
        $place('SUBJECT');
        $this->assertSame('yes', $may());
        // Nor does a role of a course give what counts for the whole site.
        $this->assertSame([], actor::current()->reaches('criteria.localise'));
        assign_capability('local/htsd:review', CAP_ALLOW, $inspector, \context_system::instance());
        $this->assertSame(['tenant'], actor::current()->reaches('criteria.localise'));
    }

    public function test_takes_instants_and_ids_as_the_domain_writes_them_alone(): void {
        [$register] = $this->changes;
        foreach (['now', 'tomorrow', '', gmdate('Y-m-d H:i:s')] as $instant) {
            $register->entry->at = $instant;
            $this->assertSame('refused invalid', $this->send($register));
        }
        $register->entry->at = $at = gmdate('Y-m-d\TH:i:s\Z');
        [$subject] = $register->writes;
        $subject->value->createdAt = (object) [];
        $this->assertSame('refused invalid', $this->send($register));
        $subject->value->createdAt = $at;
        foreach (['command' => str_repeat('c', 129), "a\0b" => "a\0b"] as $id) {
            $register->entry->command->id = $id;
            $this->assertSame('refused invalid', $this->send($register));
        }
    }

    /**
     * Submits what was opened, by hand, and signs a reviewer of the whole site in.
     *
     * @return stdClass[] the assessment and its line
     */
    private function submitted(): array {
        $this->open();
        $store = new store(desk::TENANT);
        [$assessment, $line] = [$store->get('assessment', 'ASSESSMENT'), $store->get('row', 'SUBJECT')];
        $assessment->state = $line->years->{'2026'}->state = 'submitted';
        $store->put('assessment', $assessment);
        $store->put('row', $line);
        $role = $this->getDataGenerator()->create_role();
        assign_capability('local/htsd:review', CAP_ALLOW, $role, \context_system::instance());
        $reviewer = $this->getDataGenerator()->create_user();
        role_assign($role, $reviewer->id, \context_system::instance());
        $this->setUser($reviewer);
        return [$assessment, $line];
    }

    /**
     * Who is signed in, as he signs.
     *
     * @return array
     */
    private function sign(): array {
        $actor = actor::current();
        return ['by' => $actor->id, 'byName' => $actor->name];
    }

    /**
     * What the page of who is signed in sends of an assessment.
     *
     * @param string $kind
     * @param stdClass $assessment
     * @param stdClass $line
     * @return stdClass
     */
    private function judged(string $kind, stdClass $assessment, stdClass $line): stdClass {
        $line->version++;
        $line->years->{'2026'}->assessmentVersion = ++$assessment->version;
        $line->years->{'2026'}->state = $assessment->state;
        $actor = actor::current();
        $command = ['id' => "$kind-$assessment->version", 'kind' => $kind, 'record' => 'ASSESSMENT', 'expected' => 1];
        return (object) [
            'entry' => ['command' => $command, 'actor' => ['id' => $actor->id, 'name' => $actor->name],
                'at' => gmdate('Y-m-d\TH:i:s\Z'), 'records' => []],
            'writes' => [['type' => 'assessment', 'value' => $assessment], ['type' => 'row', 'value' => $line]],
            'rests' => [],
        ];
    }

    /**
     * What taking an assessment up sends.
     *
     * @param stdClass $assessment
     * @param stdClass $line
     * @return stdClass
     */
    private function review(stdClass $assessment, stdClass $line): stdClass {
        $at = gmdate('Y-m-d\TH:i:s\Z');
        $step = ['at' => $at, 'kind' => 'assessment.review', 'from' => 'submitted', 'to' => 'in-review'];
        $assessment->history[] = (object) ($step + $this->sign());
        $assessment->review = (object) (['startedAt' => $at] + $this->sign());
        $assessment->state = 'in-review';
        return $this->judged('assessment.review', $assessment, $line);
    }

    /**
     * The course, whose page a reviewer of the whole site happens to have open, has nothing to do with whom he reviews.
     */
    public function test_keeps_the_course_of_who_fills_in_and_of_nobody_who_judges(): void {
        global $DB, $USER;
        [$assessment, $line] = $this->submitted();
        $course = $this->getDataGenerator()->create_course();
        $this->getDataGenerator()->enrol_user($USER->id, $course->id);
        $change = $this->review($assessment, $line);
        $this->assertSame('applied', $this->send($change, context_course::instance($course->id)->id));
        $this->assertSame(0, $DB->count_records('local_htsd_place'));
    }

    public function test_lets_nobody_change_a_mark_that_bears_the_name_of_another(): void {
        // What is refused is rolled back, which is no transaction of a test's own then.
        $this->preventResetByRollback();
        [$assessment, $line] = $this->submitted();
        $this->assertSame('applied', $this->send($this->review($assessment, $line)));
        $other = ['by' => 'u1', 'byName' => 'Người Khác', 'at' => '2026-01-01T00:00:00Z'];
        $assessment->review->marks = (object) ['c1' => (object) (['answer' => (object) ['yes' => true], 'reason' => 'x'] + $other)];
        (new store(desk::TENANT))->put('assessment', $assessment);
        $mark = fn() => $this->judged('assessment.mark', $assessment, $line);
        $assessment->review->marks->c1->reason = 'y';
        $this->assertSame('refused forbidden', $this->send($mark()));
        $assessment->version--;
        $line->version--;
        $assessment->review->marks->c1->reason = 'x';
        $assessment->review->marks->c2 = (object) (['answer' => (object) ['yes' => true], 'reason' => 'z',
            'at' => gmdate('Y-m-d\TH:i:s\Z')] + $this->sign());
        $this->assertSame('applied', $this->send($mark()));
    }

    public function test_lets_nobody_tell_a_figure_in_the_name_of_another(): void {
        $this->preventResetByRollback();
        $this->submitted();
        $told = ['figure' => (object) ['value' => 1], 'by' => 'u1', 'byName' => 'Người Khác', 'at' => '2026-01-01T00:00:00Z'];
        $figure = ['id' => 'FIGURE', 'version' => 1, 'indicator' => 'i', 'place' => '24@2025-07-01', 'earlier' => []];
        (new store(desk::TENANT))->put('figure', (object) ($figure + $told));
        $send = function (array $change, array $earlier) use ($figure): string {
            $actor = actor::current();
            $value = $change + ['version' => 2, 'earlier' => $earlier] + $figure;
            $command = ['id' => uniqid('c'), 'kind' => 'indicator.report', 'record' => 'FIGURE', 'expected' => 1];
            return $this->send((object) [
                'entry' => ['command' => $command, 'actor' => ['id' => $actor->id, 'name' => $actor->name],
                    'at' => gmdate('Y-m-d\TH:i:s\Z'), 'records' => []],
                'writes' => [['type' => 'figure', 'value' => $value]],
                'rests' => [],
            ]);
        };
        $own = ['figure' => (object) ['value' => 9], 'at' => gmdate('Y-m-d\TH:i:s\Z')] + $this->sign();
        $this->assertSame('refused forbidden', $send(['figure' => (object) ['value' => 9]] + $told, []));
        $this->assertSame('refused forbidden', $send($own, []));
        $this->assertSame('refused forbidden', $send($own, [['figure' => (object) ['value' => 2]] + $told]));
        $this->assertSame('applied', $send($own, [$told]));
    }

    public function test_leaves_what_is_damaged_out_of_a_list(): void {
        $this->open();
        (new store(desk::TENANT))->put('figure', (object) ['id' => 'damaged', 'version' => 1, 'earlier' => 5]);
        $figure = ['id' => 'whole', 'version' => 1, 'by' => 'u1', 'byName' => 'x', 'earlier' => []];
        (new store(desk::TENANT))->put('figure', (object) $figure);
        $asked = ['ask' => 'scan', 'type' => 'figure', 'id' => '', 'subject' => '', 'cycle' => '', 'after' => null];
        [['records' => $records]] = desk::answer(null, [$asked]);
        $this->assertSame(['whole'], array_column($records, 'id'));
    }
}
