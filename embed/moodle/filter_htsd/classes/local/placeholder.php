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

/**
 * What stands in curly brackets.
 *
 * @package    filter_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace filter_htsd\local;

/**
 * A placeholder as people write it: in Moodle's editor, in Word, on a phone. Each of them puts quotes, hyphens, spaces and tags
 * of its own into it, which are read as what was meant.
 */
class placeholder {
    /** @var string tags that editors and earlier filters put around parts of a line; none of them can end within a value */
    private const TAG = '<\/?(?:a|b|bdi|bdo|big|br|em|font|i|ins|mark|small|span|strong|sub|sup|u|wbr|[a-z][a-z0-9]*:[a-z]+)\b'
        . '(?:[^<>"\']++|"[^"<>]*+"|\'[^\'<>]*+\')*+>';

    /** @var string letters that nobody sees */
    private const UNSEEN = '\x{ad}\x{200b}-\x{200d}\x{2060}\x{feff}';

    /** @var string quotes that count as double ones; with any of them a value may begin and end */
    private const DOUBLE = '"\x{ab}\x{bb}\x{201c}-\x{201f}\x{2033}\x{ff02}';

    /** @var string quotes that count as single ones, beside the plain one; within a value they are apostrophes */
    private const SINGLE = '\x{2018}-\x{201b}\x{2032}';

    /** @var string hyphens that were meant as the plain one */
    private const HYPHEN = '\x{2010}\x{2011}\x{fe63}\x{ff0d}';

    /** @var string dashes that Word makes of hyphens, and people write between words */
    private const DASH = '\x{2012}-\x{2015}\x{2212}';

    /**
     * What a placeholder looks like in a text, to be read by an expression with the flags `isu`. Its one group is the inside.
     *
     * @return string
     */
    public static function pattern(): string {
        $between = '(?:[\s\x{a0}' . self::UNSEEN . ']++|&nbsp;|' . self::TAG . ')*+';
        return '\{' . $between . 'htsd(?=[\s&<\x{a0}' . self::UNSEEN . '])((?:[^{}<>]++|' . self::TAG . ')++)\}';
    }

    /**
     * Tags of a placeholder that begin or end outside of it, which its place goes on needing.
     *
     * @param string $whole as it stands in the text
     * @return string[] those to be put before it, and those behind
     */
    public static function tags_across(string $whole): array {
        preg_match_all('/' . self::TAG . '/isu', $whole, $tags);
        $ends = '';
        $open = [];
        foreach ($tags[0] as $tag) {
            preg_match('/^<\/?([^\s>\/]+)/', strtolower($tag), $name);
            if (in_array($name[1], ['br', 'wbr']) || str_ends_with($tag, '/>')) {
                continue;
            }
            if (!str_starts_with($tag, '</')) {
                $open[] = [$name[1], $tag];
            } else if ($open && end($open)[0] === $name[1]) {
                array_pop($open);
            } else {
                $ends .= $tag;
            }
        }
        return [$ends, implode('', array_column($open, 1))];
    }

    /**
     * The inside as a person reads it.
     *
     * @param string $inside as HTML
     * @return string
     */
    public static function plain(string $inside): string {
        $text = preg_replace(['/<br\b[^>]*>/i', '/' . self::TAG . '/isu'], [' ', ''], $inside);
        $text = html_entity_decode($text, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        $text = preg_replace('/[' . self::UNSEEN . ']+/u', '', $text);
        $text = preg_replace('/[' . self::HYPHEN . ']/u', '-', $text);
        return trim(preg_replace('/[\p{Z}\t\r\n]/u', ' ', $text));
    }

    /**
     * Name and attributes.
     *
     * @param string $plain as of plain()
     * @return array|null the name, and pairs of an attribute's name and value; null where it cannot be read
     */
    public static function read(string $plain): ?array {
        $word = '[a-z]+(?:[-' . self::DASH . '][a-z]+)*';
        $end = '(?=\s|$)';
        // Without quotes a value ends where a space begins; a single quote in its middle is an apostrophe.
        $value = '(?|[' . self::DOUBLE . ']([^' . self::DOUBLE . ']*)[' . self::DOUBLE . ']|\'([^\']*)\''
            . '|[' . self::SINGLE . '](.*?)[' . self::SINGLE . '\']|([^\s=\x60<>\'' . self::DOUBLE . self::SINGLE . ']+))';
        if (!preg_match("/^(?:htsd[-" . self::DASH . "])?($word)$end/iu", $plain, $parts)) {
            return null;
        }
        $rest = substr($plain, strlen($parts[0]));
        $attributes = [];
        while (trim($rest) !== '') {
            if (!preg_match("/^\s+($word)(?:\s*=\s*$value)?$end/iu", $rest, $found)) {
                return null;
            }
            $attributes[] = [self::name($found[1]), self::value($found[2] ?? '')];
            $rest = substr($rest, strlen($found[0]));
        }
        return [self::name($parts[1]), $attributes];
    }

    /**
     * A name: phones begin it with a capital letter.
     *
     * @param string $text
     * @return string
     */
    private static function name(string $text): string {
        return strtolower(preg_replace('/[' . self::DASH . ']/u', '-', $text));
    }

    /**
     * A value: in a code a dash was a hyphen, in a sentence it is one.
     *
     * @param string $text
     * @return string
     */
    private static function value(string $text): string {
        $iscode = preg_match('/^[a-z0-9.@]+(?:[-' . self::DASH . '][a-z0-9.@]+)+$/iu', $text);
        return $iscode ? preg_replace('/[' . self::DASH . ']/u', '-', $text) : $text;
    }
}
