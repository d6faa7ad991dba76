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

use core_external\external_api;
use Firebase\JWT\JWK;
use Firebase\JWT\JWT;
use stdClass;

#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\sign_in::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\signing_keys::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\course_places::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\actor::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\external\token::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\hook\callbacks::class)]
/**
 * Tests of signing in on a server.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_htsd\local\sign_in
 * @covers     \local_htsd\local\signing_keys
 * @covers     \local_htsd\local\course_places
 * @covers     \local_htsd\local\actor
 * @covers     \local_htsd\external\token
 * @covers     \local_htsd\hook\callbacks
 */
final class sign_in_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        set_config('backend', 'server', 'local_htsd');
        set_config('serverurl', 'https://htsd.example.vn', 'local_htsd');
        set_config('locality', '07210@2025-07-01', 'local_htsd');
        signing_keys::make();
    }

    /**
     * Calls the function as a page does.
     *
     * @param array $args
     * @return string|stdClass the error code, or what came back
     */
    private function call(array $args = []): string|stdClass {
        $_POST['sesskey'] = sesskey();
        $answer = external_api::call_external_function('local_htsd_token', $args, true);
        return $answer['error'] ? $answer['exception']->errorcode : (object) $answer['data'];
    }

    /**
     * What a token says, to who has the keys that are published.
     *
     * @param string $token
     * @return stdClass
     */
    private function read(string $token): stdClass {
        return JWT::decode($token, JWK::parseKeySet(signing_keys::public_set()));
    }

    public function test_says_who_is_signed_in_and_what_he_may_do(): void {
        global $CFG;
        $student = $this->getDataGenerator()->create_user(['firstname' => 'Học', 'lastname' => 'Nguyễn']);
        $this->setUser($student);
        $answer = $this->call();
        $said = $this->read($answer->token);
        $issuer = sign_in::issuer();
        $this->assertSame([$CFG->wwwroot, 'htsd'], [$said->iss, $said->aud]);
        $this->assertSame([$issuer['issuer'], $issuer['audience']], [$said->iss, $said->aud]);
        $this->assertSame([$issuer['people'] . $answer->person, "u$student->id"], [$said->sub, $answer->person]);
        $this->assertSame([fullname($student), ['member'], []], [$said->name, $said->htsd_roles, $said->htsd_scope]);
        $this->assertSame([300, 300], [$said->exp - $said->iat, $answer->expiresin]);
        $this->assertEqualsWithDelta(time(), $said->iat, 5);
    }

    public function test_puts_those_in_charge_in_charge_of_the_place_of_the_site(): void {
        global $DB;
        $user = $this->getDataGenerator()->create_user();
        role_assign($DB->get_field('role', 'id', ['shortname' => 'manager']), $user->id, \context_system::instance());
        $this->setUser($user);
        $said = $this->read($this->call()->token);
        $this->assertEqualsCanonicalizing(['member', 'officer', 'reviewer', 'admin'], $said->htsd_roles);
        $this->assertSame(['07210'], $said->htsd_scope);
        $this->assertSame(['07210'], sign_in::issuer()['within']);
        // The operator of the server allows it where it is meant: it counts for everybody there.
        $this->assertArrayNotHasKey('admin', sign_in::issuer()['roles']);
        set_config('locality', '', 'local_htsd');
        $this->assertSame([], $this->read($this->call()->token)->htsd_scope);
        set_config('charge', 'all', 'local_htsd');
        $this->assertSame([['*'], ['*']], [$this->read($this->call()->token)->htsd_scope, sign_in::issuer()['within']]);
    }

    /**
     * A course, or its category, with somebody who has roles of the domain there only.
     *
     * @param string[] $capabilities
     * @return array course, context and user
     */
    private function course_with(array $capabilities): array {
        global $DB;
        $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher']);
        $category = $this->getDataGenerator()->create_category();
        $course = $this->getDataGenerator()->create_course(['category' => $category->id]);
        $context = \context_course::instance($course->id);
        foreach ($capabilities as $capability) {
            assign_capability("local/htsd:$capability", CAP_ALLOW, $role, $context->id, true);
        }
        return [$course, $context, $this->getDataGenerator()->create_and_enrol($course, 'editingteacher')];
    }

    /**
     * Sets which places courses serve.
     *
     * @param string[] $codes by the query of the address
     */
    private function serve(array $codes): void {
        global $CFG;
        $page = fn($query) => str_contains($query, 'category') ? 'index' : 'view';
        $lines = array_map(
            fn($query, $code) => "$CFG->wwwroot/course/{$page($query)}.php?$query $code",
            array_keys($codes),
            $codes
        );
        $this->assertNull(course_places::wrong_line(implode("\n", $lines)));
        set_config('courseplaces', implode("\r\n", $lines), 'local_htsd');
    }

    /**
     * Roles and scope of who is signed in.
     *
     * @return array
     */
    private function charge(): array {
        $said = $this->read($this->call()->token);
        return [$said->htsd_roles, $said->htsd_scope];
    }

    public function test_knows_roles_of_courses_for_the_places_that_these_serve(): void {
        [$course, , $teacher] = $this->course_with(['review']);
        $this->setUser($teacher);
        $this->assertSame([['member'], []], $this->charge());
        $this->serve(["id=$course->id" => '07213']);
        $this->assertSame([['member', 'reviewer'], ['07213']], $this->charge());
        $this->assertSame(['07210', '07213'], sign_in::issuer()['within']);
        $this->setUser($this->getDataGenerator()->create_and_enrol($course, 'student'));
        $this->assertSame([['member'], []], $this->charge());
    }

    public function test_knows_roles_of_a_category_for_the_place_that_it_serves(): void {
        global $DB;
        [$course, , $teacher] = $this->course_with(['review']);
        $this->serve(["categoryid=$course->category" => '07213']);
        $this->setUser($teacher);
        $this->assertSame([['member'], []], $this->charge());
        $role = create_role('Thẩm định', 'thamdinh', '');
        assign_capability('local/htsd:review', CAP_ALLOW, $role, \context_system::instance());
        role_assign($role, $teacher->id, \context_coursecat::instance($course->category));
        $this->assertSame([['member', 'reviewer'], ['07213']], $this->charge());
    }

    public function test_gives_no_role_a_place_that_it_is_not_held_for(): void {
        [$first, , $person] = $this->course_with(['review', 'sign']);
        [$second, $context] = $this->course_with(['review']);
        $this->serve(["id=$first->id" => '07213', "id=$second->id" => '07216']);
        $this->getDataGenerator()->enrol_user($person->id, $second->id, 'editingteacher');
        $this->setUser($person);
        $this->assertSame([['member', 'reviewer', 'signer'], ['07213']], $this->charge());
        // Who is in charge of something on the whole site is so in no role of a course.
        $role = create_role('Ban kiểm tra', 'bankiemtra', '');
        assign_capability('local/htsd:inspect', CAP_ALLOW, $role, \context_system::instance());
        role_assign($role, $person->id, \context_system::instance());
        $this->assertSame([['member', 'inspector'], ['07210']], $this->charge());
    }

    public function test_leaves_out_officers_and_who_is_suspended_in_the_course(): void {
        [$course, , $teacher] = $this->course_with(['review', 'officer']);
        $this->serve(["id=$course->id" => '07213']);
        $this->setUser($teacher);
        $this->assertSame([['member', 'reviewer'], ['07213']], $this->charge());
        $this->getDataGenerator()->enrol_user($teacher->id, $course->id, 'editingteacher', 'manual', 0, 0, ENROL_USER_SUSPENDED);
        $this->assertSame([['member'], []], $this->charge());
    }

    public function test_takes_no_line_that_names_nothing(): void {
        global $CFG;
        [$course] = $this->course_with([]);
        $good = "$CFG->wwwroot/course/view.php?id=$course->id 07213";
        $page = "$CFG->wwwroot/course/view.php?id=";
        $none = ['x', "$page$course->id", "$page$course->id *", $page . SITEID . ' 07213', "{$page}99999 07213"];
        foreach ($none as $wrong) {
            $this->assertSame($wrong, course_places::wrong_line("$good\n\n$wrong"));
        }
        set_config('courseplaces', "$good\nx", 'local_htsd');
        $this->assertCount(1, course_places::set());
        delete_course($course, false);
        $this->assertSame([], course_places::set());
        $this->assertSame([], course_places::words());
    }

    public function test_proves_to_the_server_what_he_achieved(): void {
        global $CFG, $DB;
        set_config('enablecompletion', 1);
        $student = $this->getDataGenerator()->create_user();
        $course = $this->getDataGenerator()->create_course(['fullname' => 'Kỹ năng số']);
        $DB->insert_record('course_completions', (object) ['userid' => $student->id, 'course' => $course->id,
            'timeenrolled' => 0, 'timestarted' => 0, 'timecompleted' => time(), 'reaggregate' => 0]);
        $this->setUser($student);
        $asked = fn() => external_api::clean_returnvalue(
            \local_htsd\external\achievements::execute_returns(),
            \local_htsd\external\achievements::execute()
        )['achievements'][0];
        $told = $asked();
        $said = $this->read($told['proof']);
        $this->assertSame([$CFG->wwwroot, 'htsd/achievement'], [$said->iss, $said->aud]);
        $this->assertSame(sign_in::issuer()['people'] . "u$student->id", $said->sub);
        $this->assertSame(sign_in::digest(array_diff_key($told, ['proof' => ''])), $said->htsd_achievement);
        $this->assertSame(30 * DAYSECS, $said->exp - $said->iat);
        set_config('backend', 'moodle', 'local_htsd');
        $this->assertNull($asked()['proof']);
        set_config('backend', 'server', 'local_htsd');
        // Who looks on as somebody else is a stranger to the server.
        $this->setAdminUser();
        \core\session\manager::loginas($student->id, \context_system::instance());
        $this->assertNull($asked()['proof']);
    }

    public function test_names_an_achievement_as_the_server_does(): void {
        $this->assertSame('3IubZURG77_pEYCotbavSEV4eTe8TfpkgArgD6yMYQk', sign_in::digest([
            'url' => 'https://moodle.example.vn/course/view.php?id=2',
            'kind' => 'course',
            'name' => 'Kỹ năng số & an toàn <cơ bản>',
            'on' => '2026-03-12',
            'expires' => null,
            'issuer' => 'Trung tâm học tập cộng đồng xã Mẫu',
        ]));
    }

    public function test_signs_for_nobody_else(): void {
        $other = $this->getDataGenerator()->create_user();
        $this->setUser($this->getDataGenerator()->create_user());
        $this->assertSame('invalidparameter', $this->call(['person' => "u$other->id"]));
        $this->assertSame('invalidparameter', $this->call(['roles' => ['admin']]));
    }

    public function test_leaves_guests_and_who_looks_on_as_another_strangers(): void {
        $student = $this->getDataGenerator()->create_user();
        $this->setGuestUser();
        $this->assertSame('servicerequireslogin', $this->call());
        $this->assertStringContainsString('data-moodle-person=""', \local_htsd\hook\callbacks::script());
        $this->setAdminUser();
        \core\session\manager::loginas($student->id, \context_system::instance());
        $this->assertSame('servicerequireslogin', $this->call());
        $this->assertStringContainsString('data-moodle-person=""', \local_htsd\hook\callbacks::script());
        $this->setUser(null);
        $this->assertStringContainsString('data-moodle-person=""', \local_htsd\hook\callbacks::script());
        $this->expectException(\core\exception\moodle_exception::class);
        \local_htsd\external\token::execute();
    }

    public function test_names_the_person_on_his_pages_where_a_server_is_set_up(): void {
        $student = $this->getDataGenerator()->create_user();
        $this->setUser($student);
        $script = \local_htsd\hook\callbacks::script();
        $this->assertStringContainsString("data-moodle-person=\"u$student->id\"", $script);
        $this->assertStringContainsString('data-base-url="https://htsd.example.vn"', $script);
        set_config('backend', 'moodle', 'local_htsd');
        $script = \local_htsd\hook\callbacks::script();
        $this->assertStringContainsString('data-htsd-adapter="moodle"', $script);
        $this->assertStringNotContainsString('person', $script);
        $this->assertSame('servicerequireslogin', $this->call());
    }

    public function test_changes_its_key_step_by_step(): void {
        global $DB;
        $this->setUser($this->getDataGenerator()->create_user());
        $states = fn() => array_column(signing_keys::all(), 'state');
        $before = $this->call()->token;
        signing_keys::make();
        signing_keys::make();
        $this->assertSame(['current', 'next'], $states());
        [$first, $second] = array_column(signing_keys::all(), 'kid');
        $kid = fn(string $token) => json_decode(JWT::urlsafeB64Decode(explode('.', $token)[0]))->kid;
        $this->assertSame($first, $kid($this->call()->token));
        signing_keys::promote();
        $this->assertSame(['old', 'current'], $states());
        $this->assertSame($second, $kid($this->call()->token));
        // Tokens that are on their way are still believed.
        $this->assertSame('htsd', $this->read($before)->aud);
        signing_keys::remove($second);
        signing_keys::remove($first);
        $this->assertSame([$second], array_column(signing_keys::all(), 'kid'));
        $this->assertSame(4, $DB->count_records('config_log', ['plugin' => 'local_htsd', 'name' => 'signingkeys']));
        $this->expectException(\UnexpectedValueException::class);
        $this->read($before);
    }

    public function test_keeps_its_secret(): void {
        $kept = json_decode(get_config('local_htsd', 'signingkeys'))[0];
        $secret = \core\encryption::decrypt($kept->secret);
        $this->assertSame(SODIUM_CRYPTO_SIGN_SECRETKEYBYTES, strlen(base64_decode($secret)));
        $this->assertStringNotContainsString($secret, get_config('local_htsd', 'signingkeys'));
        $this->assertSame(['alg', 'crv', 'kid', 'kty', 'use', 'x'], $this->sorted(signing_keys::public_set()['keys'][0]));
        $this->assertSame(['kid', 'state', 'time', 'x'], $this->sorted(signing_keys::all()[0]));
        $this->setAdminUser();
        $this->assertStringNotContainsString($kept->secret, sign_in_help::text() . sign_in_help::keys());
    }

    /**
     * Names, in order.
     *
     * @param array $fields
     * @return string[]
     */
    private function sorted(array $fields): array {
        $names = array_keys($fields);
        sort($names);
        return $names;
    }

    /**
     * Settings that nobody has saved yet are shown empty, and one that is hidden must not keep the others from being saved.
     */
    public function test_takes_no_audience_for_the_usual_one(): void {
        global $CFG;
        require_once($CFG->libdir . '/adminlib.php');
        $this->setAdminUser();
        $setting = admin_get_root(true)->locate('local_htsd')->settings->local_htsdaudience;
        $this->assertSame('', $setting->write_setting(''));
        $this->assertSame('htsd', sign_in::issuer()['audience']);
        $this->assertNotSame('', $setting->write_setting('a b'));
    }
}
