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

namespace filter_htsd;

use context_course;

/**
 * What a placeholder becomes in a text, by who may have written it.
 *
 * @package    filter_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \filter_htsd\text_filter
 */
#[\PHPUnit\Framework\Attributes\CoversClass(\filter_htsd\text_filter::class)]
final class text_filter_test extends \advanced_testcase {
    /** @var context_course where the text stands */
    private context_course $context;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        filter_set_global_state('htsd', TEXTFILTER_ON);
        $this->context = context_course::instance($this->getDataGenerator()->create_course()->id);
    }

    /**
     * A text as a page shows it.
     *
     * @param string $text
     * @param bool $trusted course content, which is not cleaned
     * @return string
     */
    private function shown(string $text, bool $trusted = false): string {
        return format_text($text, FORMAT_HTML, ['context' => $this->context, 'noclean' => $trusted, 'filter' => true]);
    }

    public function test_places_a_component_in_what_anybody_writes(): void {
        $shown = $this->shown('<p>{htsd target-gauge indicator=&quot;gia-dinh&quot; year=“2025”}</p>');
        $this->assertMatchesRegularExpression('/<htsd-target-gauge indicator="gia-dinh" year="2025"/', $shown);
    }

    /**
     * What is refused.
     *
     * @return array[]
     */
    public static function refused(): array {
        return [
            'an unknown component' => ['{htsd no-such}'],
            'a component that is none of a page' => ['{htsd provider adapter="local"}'],
            'an attribute that runs' => ['{htsd target-gauge indicator="a" onclick="alert(1)"}'],
            'an address' => ['{htsd target-gauge details-href="javascript:alert(1)"}'],
            'a value that is not on the list' => ['{htsd target-gauge theme="purple"}'],
            'a quote that ends the value' => ['{htsd target-gauge indicator="x&quot; onload=&quot;alert(1)"}'],
            'what is written as markup' => ['{htsd target-gauge indicator="a" &gt;&lt;img src=x onerror=alert(1)&gt;}'],
        ];
    }

    /**
     * Refused everywhere, in a sentence, and nothing of it runs.
     *
     * @dataProvider refused
     * @param string $text
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('refused')]
    public function test_refuses(string $text): void {
        foreach ([false, true] as $trusted) {
            $shown = $this->shown($text, $trusted);
            $this->assertStringContainsString('filter-htsd-fault', $shown);
            $this->assertDoesNotMatchRegularExpression('/<(htsd-|img|script)|<[^>]*\bon\w+\s*=/i', $shown);
        }
    }

    public function test_lets_course_content_alone_speak_in_somebodys_name(): void {
        $text = '{htsd assessment-form model="citizen" controller="Hội Khuyến học"}';
        $this->assertStringContainsString('controller="Hội Khuyến học"', $this->shown($text, true));
        $this->assertStringContainsString('filter-htsd-fault', $this->shown($text));
        // The site cleans all texts: then any of them counts as what anybody may write.
        set_config('forceclean', 1);
        $this->assertStringContainsString('filter-htsd-fault', $this->shown($text, true));
        $this->assertStringContainsString('<htsd-target-gauge', $this->shown('{htsd target-gauge indicator="a"}', true));
    }

    public function test_gives_the_place_that_a_text_names_the_code_that_the_course_serves(): void {
        global $CFG;
        $text = '{htsd assessment-form place="xã Sen Hồ"}';
        $this->assertStringNotContainsString('place-code', $this->shown($text, true));
        set_config('courseplaces', "$CFG->wwwroot/course/view.php?id={$this->context->instanceid} 07213", 'local_htsd');
        $this->assertStringContainsString('place-code="07213"', $this->shown($text, true));
        $own = '{htsd assessment-form place="xã Khác" place-code="07216"}';
        $this->assertStringContainsString('place-code="07216"', $this->shown($own, true));
        $this->assertStringNotContainsString('place-code', $this->shown('{htsd assessment-form}', true));
    }
}
