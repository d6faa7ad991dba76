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

#[\PHPUnit\Framework\Attributes\CoversClass(\filter_htsd\text_filter::class)]
/**
 * What a placeholder becomes in a text, by who may have written it.
 *
 * @package    filter_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \filter_htsd\text_filter
 */
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
     * One line, as it comes out of Word, off phones and out of editors.
     *
     * @return array[]
     */
    public static function written(): array {
        $misspelt = fn(string $word) => "<span class=\"SpellE\"><span style=\"font-size: 13pt;\">$word</span></span>";
        return [
            'marked by Word as misspelt' => ["{{$misspelt('htsd')} target-gauge indicator=“{$misspelt('gia-dinh')}” year=“2025”}"],
            'in a font' => ['<span>{htsd <font face="Times">target-gauge</font> indicator="gia-dinh"</span> year="2025"}'],
            'with the end of what is bold' => ['<b>{htsd target-gauge</b> indicator="gia-dinh" year="<i>2025"}</i>'],
            'in single quotes that lean' => ['{htsd target-gauge indicator=‘gia-dinh’ year = ’2025’}'],
            'in quotes of other languages' => ['{htsd target-gauge indicator=«gia-dinh» year=‟2025”}'],
            'without quotes' => ['{htsd target-gauge indicator=gia-dinh year=2025}'],
            'with dashes' => ['{htsd target–gauge indicator=“gia–dinh” year=“2025”}'],
            'with hyphens that hold together' => ['{htsd target‑gauge indicator=“gia‑dinh” year=“2025”}'],
            'with spaces of all kinds' => ["{ htsd&nbsp;target-gauge\u{202f}indicator=“gia-dinh”\u{a0}year=“2025” }"],
            'with what nobody sees' => ["{\u{feff}htsd \u{200b}target-gauge indicator=“gia-\u{ad}dinh” year=“2025”}"],
            'begun with capital letters' => ['{Htsd Target-gauge Indicator="gia-dinh" Year="2025"}'],
        ];
    }

    /**
     * Read as it was meant.
     *
     * @dataProvider written
     * @param string $line
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('written')]
    public function test_reads_a_line_however_it_was_written(string $line): void {
        foreach ([false, true] as $trusted) {
            $shown = $this->shown("<p>$line after</p>", $trusted);
            $this->assertStringContainsString('<htsd-target-gauge indicator="gia-dinh" year="2025"', $shown);
            $this->assertStringEndsWith(' after</p>', $shown);
            foreach (['b', 'i', 'span'] as $tag) {
                $this->assertSame(substr_count($shown, "</$tag>"), preg_match_all("/<$tag\\b/", $shown));
            }
        }
    }

    public function test_keeps_the_quotes_and_dashes_of_a_sentence(): void {
        $line = "{htsd assessment-form controller='Hội “Khuyến học” – xã’s' place=‘Thôn “Đông” ’}";
        $shown = $this->shown($line, true);
        $this->assertStringContainsString('controller="Hội “Khuyến học” – xã’s"', $shown);
        $this->assertStringContainsString('place="Thôn “Đông” "', $shown);
    }

    public function test_shows_each_of_two_in_a_line(): void {
        $shown = $this->shown('<p>{htsd target-gauge indicator="a"} và {htsd target-gauge indicator=“b”}</p>');
        $this->assertMatchesRegularExpression('/indicator="a".+ và .+indicator="b"/', $shown);
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
            'a tag that ends within a value' => ['{htsd target-gauge <b title="}">indicator="x" title="<i>" onclick="1"</b>}'],
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

    /**
     * Where a placeholder is none.
     *
     * @return array[]
     */
    public static function apart(): array {
        $runs = "{htsd target-gauge indicator='a onerror=alert(1) b'}";
        return [
            'the description of a picture' => ["<img src=\"https://example.com/x.png\" alt=\"$runs\" />", false],
            'the title of a link' => ["<a title=\"a > $runs\" href=\"https://example.com/\">x</a>", true],
            'single quotes' => ["<p title='{htsd target-gauge indicator=\"a onclick=alert(1) b\"}'>x</p>", true],
            'a script' => ['<script>const a = "{htsd target-gauge}";</script>', true],
            'a field' => ['<textarea>{htsd target-gauge}</textarea>', true],
            'a comment' => ['<p>x</p><!-- {htsd target-gauge} -->', true],
            'what explains it' => ['<p><code class="x">{htsd target-gauge <b>year}</b></code></p>', false],
            'lines shown as they are' => ["<pre>a < b\n{htsd target-gauge}</pre>", false],
            'a line within' => ['<pre><code title="</pre>">x</code> {htsd target-gauge}</pre>', true],
        ];
    }

    /**
     * A component within the value of an attribute would end that value, and what follows would run.
     *
     * @dataProvider apart
     * @param string $text
     * @param bool $trusted
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('apart')]
    public function test_places_nothing_but_between_tags(string $text, bool $trusted): void {
        $shown = $this->shown($text . '<p>{htsd sync-status}</p>', $trusted);
        $this->assertStringNotContainsString('<htsd-target-gauge', $shown);
        $this->assertStringContainsString('{htsd target-gauge', $shown);
        $this->assertStringContainsString('<htsd-sync-status', $shown);
    }

    public function test_reads_on_after_what_is_long_or_never_ends(): void {
        $inner = ['<img src=' . str_repeat('a', 500000) . '>', '<p ' . str_repeat('"a" ', 100000) . '>'];
        foreach ([...$inner, '<svg width="1" />'] as $tag) {
            $this->assertStringContainsString('<htsd-sync-status', $this->shown($tag . '{htsd sync-status}', true));
        }
        // As browsers read it: all that follows is within.
        foreach (['<script ', '<code>', '<pre><b>'] as $tag) {
            $open = str_repeat($tag, 100000) . '{htsd sync-status}';
            $this->assertStringNotContainsString('<htsd-sync-status', $this->shown($open, true));
        }
    }

    public function test_places_nothing_in_names_and_headings(): void {
        filter_set_applies_to_strings('htsd', true);
        \core_filters\filter_manager::reset_caches();
        $heading = '{htsd target-gauge indicator="a"} ~';
        $filters = \core_filters\filter_manager::instance();
        $this->assertSame($heading, $filters->filter_string($heading, $this->context));
    }

    public function test_reads_what_other_filters_and_editors_have_made_links_of(): void {
        // Switched on later, it comes after those that Moodle brings with it.
        $this->getDataGenerator()->create_module('page', ['course' => $this->context->instanceid, 'name' => 'Sen Hồ']);
        $text = '{htsd badge-check link="https://example.com/b?x=1"} {htsd <strong>assessment-form</strong> place="xã Sen Hồ"}';
        $shown = $this->shown($text, true);
        $this->assertStringContainsString('<htsd-badge-check link="https://example.com/b?x=1"', $shown);
        $this->assertStringContainsString('place="xã Sen Hồ"', $shown);
        $this->assertDoesNotMatchRegularExpression('/autolink|<strong>/', $shown);
        $long = '{htsd assessment-form place="' . str_repeat('x', 1000) . '"}';
        $this->assertStringContainsString($long, $this->shown($long, true));
    }

    public function test_reads_on_over_the_end_of_a_line(): void {
        $text = "<p>{htsd<br>target-gauge<br />\n indicator=\"gia-dinh\"<br class=\"x\">year=\"2025\"}</p>";
        foreach ([false, true] as $trusted) {
            $this->assertStringContainsString('<htsd-target-gauge indicator="gia-dinh" year="2025"', $this->shown($text, $trusted));
        }
        $this->assertStringContainsString('filter-htsd-fault', $this->shown('<p>{htsd target-<br>gauge}</p>'));
    }

    public function test_stays_within_its_language_where_the_filter_for_several_comes_after_it(): void {
        filter_set_global_state('multilang', TEXTFILTER_ON);
        $of = fn(string $lang, string $text) => "<span lang=\"$lang\" class=\"multilang\">$text</span>";
        foreach (['{htsd sync-status}', '{htsd no-such}'] as $line) {
            $shown = $this->shown('<p>' . $of('en', "before $line after") . $of('vi', "trước $line sau") . '</p>');
            $this->assertMatchesRegularExpression('/before .+ after/s', $shown);
            $this->assertDoesNotMatchRegularExpression('/trước|sau|span/', $shown);
        }
    }
}
