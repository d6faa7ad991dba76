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
 * In whose name, and when.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * What a change adds bears the name of who makes it, and the time that it is.
 */
class signatures {
    /** @var int seconds that a page's clock may be off */
    private const SKEW = 900;

    /** @var string how an instant is written */
    private const INSTANT = '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z\z/';

    /**
     * Of one person.
     *
     * @param actor $actor
     */
    public function __construct(
        /** @var actor who changes something */
        private readonly actor $actor,
    ) {
    }

    /**
     * An instant of a page is about now, and written as the domain writes instants: PHP reads "now" and much else as one, too.
     *
     * @param mixed $instant
     */
    public function in_time($instant): void {
        $time = is_string($instant) && preg_match(self::INSTANT, $instant) ? strtotime($instant) : false;
        if ($time === false) {
            refusal::refuse('invalid', 'no instant');
        }
        if (abs($time - time()) > self::SKEW) {
            refusal::stale("the time $instant is not now");
        }
    }

    /**
     * What is new bears the person's own name: nobody signs for another.
     *
     * @param stdClass|null $before
     * @param stdClass $value
     */
    public function in_own_name(?stdClass $before, stdClass $value): void {
        $old = [];
        self::find($before, $old);
        $new = [];
        self::find($value, $new);
        foreach (array_diff_key($new, $old) as [$by, $name, $at]) {
            $given = $name === null || $name === $this->actor->name;
            if ($by !== $this->actor->id || !$given) {
                refusal::refuse('forbidden', 'a signature of somebody else');
            }
            if ($at !== null) {
                $this->in_time($at);
            }
        }
    }

    /**
     * What is new belongs to who makes it.
     *
     * @param stdClass $value
     */
    public function own(stdClass $value): void {
        if ($value->owner !== $this->actor->id) {
            refusal::refuse('forbidden', 'owner');
        }
    }

    /**
     * All places where somebody is named as the one who did it.
     *
     * @param mixed $value
     * @param array $found by what they say
     */
    private static function find($value, array &$found): void {
        if ($value instanceof stdClass) {
            $by = $value->by ?? $value->recordedBy ?? null;
            if (is_string($by)) {
                $at = $value->at ?? $value->startedAt ?? $value->givenAt ?? null;
                $sign = [$by, $value->byName ?? null, is_string($at) ? $at : null];
                $found[json_encode($sign)] = $sign;
            }
        }
        if ($value instanceof stdClass || is_array($value)) {
            foreach ((array) $value as $part) {
                self::find($part, $found);
            }
        }
    }
}
