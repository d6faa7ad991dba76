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
 * Which places courses serve.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use context;
use context_course;
use context_coursecat;

/**
 * Places that courses and categories of courses serve, as an administrator of the site writes them down: who reviews or signs there
 * does so on a server for the place. Teachers cannot change it, or they would put themselves in charge.
 */
class course_places {
    /** @var string a line: address of a course or a category, and the code of the place */
    private const LINE = '~/course/(view|index)\.php\?(?:\S*&)?(id|categoryid)=(\d+)\S*\s+([0-9]{2,5})$~';

    /**
     * What is set.
     *
     * @return string[] code of the place by id of the context; what is there no more is left out
     */
    public static function set(): array {
        $found = [];
        foreach (self::lines((string) get_config('local_htsd', 'courseplaces')) as $line) {
            [$context, $code] = self::read($line) ?? [null, ''];
            if ($context) {
                $found[$context->id] = $code;
            }
        }
        return $found;
    }

    /**
     * The first line that cannot be read, or that names what is not there.
     *
     * @param string $text
     * @return string|null
     */
    public static function wrong_line(string $text): ?string {
        foreach (self::lines($text) as $line) {
            if (!self::read($line)) {
                return $line;
            }
        }
        return null;
    }

    /**
     * What is set, in words.
     *
     * @return string[] name of the course or category, and the code
     */
    public static function words(): array {
        $words = [];
        foreach (self::set() as $id => $code) {
            $words[] = context::instance_by_id($id)->get_context_name(false) . ": $code";
        }
        return $words;
    }

    /**
     * The code of the place that a page is about: of the nearest course or category that has one.
     *
     * @param context $context
     * @return string empty where there is none
     */
    public static function of(context $context): string {
        $places = self::set();
        foreach ($places ? $context->get_parent_context_ids(true) : [] as $id) {
            if (isset($places[$id])) {
                return $places[$id];
            }
        }
        return '';
    }

    /**
     * Lines with something in them.
     *
     * @param string $text
     * @return string[]
     */
    private static function lines(string $text): array {
        return array_values(array_filter(array_map('trim', explode("\n", $text)), fn($line) => $line !== ''));
    }

    /**
     * One line.
     *
     * @param string $line
     * @return array|null context and code
     */
    private static function read(string $line): ?array {
        if (!preg_match(self::LINE, $line, $parts)) {
            return null;
        }
        [, $page, $name, $id, $code] = $parts;
        $context = match ("$page $name") {
            'view id' => (int) $id === (int) SITEID ? false : context_course::instance($id, IGNORE_MISSING),
            'index categoryid' => context_coursecat::instance($id, IGNORE_MISSING),
            default => false,
        };
        return $context ? [$context, $code] : null;
    }
}
