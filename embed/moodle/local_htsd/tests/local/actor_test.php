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
 * Who is asking: under one name wherever he works, whatever is spoken there.
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
}
