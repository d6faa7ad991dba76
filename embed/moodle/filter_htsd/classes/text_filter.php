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
 * Components in texts.
 *
 * @package    filter_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace filter_htsd;

use filter_htsd\local\components;
use filter_htsd\local\placeholder;
use html_writer;
use local_htsd\local\course_places;

/**
 * Turns `{htsd target-gauge indicator="gia-dinh"}` into the component. It runs after texts were cleaned, on those of students
 * too, so that nothing gets through that is not on the list, everything is escaped, and nothing is placed but between tags:
 * within the value of an attribute the quotes of a component would end that value, and what follows would be attributes.
 */
class text_filter extends \core_filters\text_filter {
    /** @var int bytes of a placeholder, as it is read */
    private const LONGEST = 1000;

    /** @var string a tag */
    private const TAG = '<[a-z\/!?](?:[^<>"\']++|"[^"]*+"|\'[^\']*+\')*+>';

    /**
     * @var string what is no text to read: comments, elements whose content is none, elements that show what was written as it
     * was written, each to the end where it has none, and tags. Not what is only to have no links: the filter for formulas says
     * so of whole texts.
     */
    private const APART = '<!--(?>.*?-->|.*)|<(script|style|textarea|title|template|iframe|noscript|select|svg|math)\b'
        . '(?>.*?<\/\1\s*>|(?<!svg)(?<!math).*)|(?=<(code|kbd|pre|samp)\b)' . self::TAG
        . '(?:[^<]++|(?!<\/\2\b)(?:' . self::TAG . '|<))*+|' . self::TAG;

    #[\Override]
    public function filter($text, array $options = []) {
        if (!is_string($text) || stripos($text, 'htsd') === false || !str_contains($text, '{')) {
            return $text;
        }
        $trusted = !empty($options['noclean']);
        return preg_replace_callback(
            '/(?:' . self::APART . ')(*SKIP)(*FAIL)|' . placeholder::pattern() . '/isu',
            function (array $found) use ($trusted): string {
                $plain = placeholder::plain($found[3]);
                if (strlen($plain) > self::LONGEST) {
                    return $found[0];
                }
                [$before, $after] = placeholder::tags_across($found[0]);
                return $before . $this->component($plain, $trusted) . $after;
            },
            $text
        ) ?? $text;
    }

    /**
     * A name or heading, which Moodle also puts into titles and attributes: there is no place for a component in it.
     *
     * @param string $text
     * @param array $options
     * @return string as it is
     */
    #[\Override]
    public function filter_stage_string(string $text, array $options): string {
        return $text;
    }

    /**
     * The component that a placeholder names, or a sentence that says what is wrong with it.
     *
     * @param string $plain the inside of the placeholder
     * @param bool $trusted written by somebody who may write any HTML
     * @return string HTML
     */
    private function component(string $plain, bool $trusted): string {
        $read = placeholder::read($plain);
        if (!$read) {
            return $this->fault('faultform', $plain);
        }
        [$name, $found] = $read;
        $known = components::ALL[$name] ?? null;
        if ($known === null) {
            return $this->fault('faultcomponent', $name);
        }
        $attributes = [];
        foreach ($found as [$attribute, $value]) {
            if (!isset($known[$attribute])) {
                return $this->fault('faultattribute', $attribute, $name);
            }
            if (!$trusted && in_array($attribute, components::TRUSTED)) {
                return $this->fault('faulttrusted', $attribute, $name);
            }
            if (!self::fits($known[$attribute], $value)) {
                return $this->fault('faultvalue', $attribute, $name);
            }
            $attributes[$attribute] = $value;
        }
        return html_writer::tag(
            "htsd-$name",
            self::words(get_string('fallback', 'filter_htsd'), 'filter-htsd-fallback'),
            $attributes + $this->defaults($known, $attributes)
        );
    }

    /**
     * An attribute takes a value.
     *
     * @param array|string $kind as in components::ALL
     * @param string $value
     * @return bool
     */
    private static function fits($kind, string $value): bool {
        return match ($kind) {
            'number' => (bool) preg_match('/^\d{1,9}$/', $value),
            'flag' => $value === '' || $value === 'true',
            'text' => !preg_match('/[\x00-\x1f]/', $value),
            default => in_array($value, $kind, true),
        };
    }

    /**
     * What the site sets where the text says nothing.
     *
     * @param array $known
     * @param string[] $attributes as the text says
     * @return string[]
     */
    private function defaults(array $known, array $attributes): array {
        $config = get_config('local_htsd');
        return array_filter([
            'locality' => isset($known['locality']) ? ($config->locality ?? '') : '',
            // The code of the place that the text names: that which the course serves.
            'place-code' => isset($known['place-code'], $attributes['place']) ? course_places::of($this->context) : '',
            'lang' => ($config->language ?? '') ?: current_language(),
        ]);
    }

    /**
     * A sentence in the place of a component.
     *
     * @param string $key
     * @param string $what
     * @param string $of
     * @return string HTML
     */
    private function fault(string $key, string $what, string $of = ''): string {
        $a = (object) ['what' => s(\core_text::substr($what, 0, 80)), 'of' => s($of)];
        return self::words(get_string($key, 'filter_htsd', $a), 'filter-htsd-fault alert alert-warning d-inline-block');
    }

    /**
     * A sentence of ours in a text. Not as a `span`: Moodle's filter for several languages, where it comes after this one, takes
     * the end of the first for the end of a language.
     *
     * @param string $html
     * @param string $class
     * @return string HTML
     */
    private static function words(string $html, string $class): string {
        return html_writer::tag('bdi', $html, ['class' => $class]);
    }
}
