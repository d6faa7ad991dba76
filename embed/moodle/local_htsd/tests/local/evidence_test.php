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

#[\PHPUnit\Framework\Attributes\CoversClass(\local_htsd\local\evidence::class)]
/**
 * Files of evidence: whole or not at all, and no more begun than there is room for.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_htsd\local\evidence
 */
final class evidence_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setUser($this->getDataGenerator()->create_user());
    }

    /**
     * Sends a piece.
     *
     * @param string $whole
     * @param int $offset
     * @param int $length
     * @return int how much is there
     */
    private function put(string $whole, int $offset, int $length): int {
        $evidence = (new desk(actor::current()))->evidence();
        $piece = substr($whole, $offset, $length);
        return $evidence->put_piece(hash('sha256', $whole), $offset, strlen($whole), $piece)['offset'];
    }

    public function test_puts_pieces_together_for_who_brings_them(): void {
        $file = "%PDF-1.4 một tệp";
        $this->assertSame(5, $this->put($file, 0, 5));
        $this->assertSame(5, $this->put($file, 9, 5));
        $this->assertSame(strlen($file), $this->put($file, 5, 100));
        $sha256 = hash('sha256', $file);
        $this->assertSame($file, (new desk(actor::current()))->evidence()->get($sha256)['bytes']);
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectExceptionMessage(get_string('errornotfound', 'local_htsd'));
        (new desk(actor::current()))->evidence()->get($sha256);
    }

    public function test_forgets_what_was_begun_longest_ago(): void {
        $files = array_map(fn($n) => "%PDF-1.4 $n", range(1, 25));
        $folder = make_temp_directory('local_htsd/' . sha1(desk::TENANT . ' ' . actor::current()->id));
        foreach ($files as $n => $file) {
            $this->assertSame(5, $this->put($file, 0, 5));
            touch("$folder/" . hash('sha256', $file), time() - 1000 + $n);
        }
        $this->assertCount(20, glob("$folder/*"));
        $this->assertSame(strlen($files[24]), $this->put($files[24], 5, 100));
        $this->assertSame(0, $this->put($files[0], 5, 100));
    }
}
