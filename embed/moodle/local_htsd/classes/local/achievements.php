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
 * What this Moodle records of a person.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use context_course;
use core_course_category;
use DateTimeImmutable;
use DateTimeZone;
use stdClass;

/**
 * Courses that a person completed and badges that he was issued, as evidence: told to himself, and held against what his page
 * says of them.
 */
class achievements {
    /** @var int most of each kind, the latest first */
    private const MOST = 500;

    /** @var string[]|null what he achieved, each as canonical JSON; null before it was asked for */
    private ?array $known = null;

    /**
     * Of one person.
     *
     * @param int $userid
     */
    public function __construct(
        /** @var int in Moodle */
        private readonly int $userid,
    ) {
    }

    /**
     * What he achieved, as it is called in the language of the site.
     *
     * @return array[] `kind`, `name`, `on`, `issuer`, `expires`, `url`
     */
    public function all(): array {
        return site_language::in(fn() => [...$this->courses(), ...$this->badges()]);
    }

    /**
     * Courses that he completed and may still know of.
     *
     * @return array[]
     */
    private function courses(): array {
        global $CFG, $DB, $SITE;
        if (!$CFG->enablecompletion) {
            return [];
        }
        $sql = 'SELECT c.*, cc.timecompleted FROM {course_completions} cc JOIN {course} c ON c.id = cc.course
                 WHERE cc.userid = :userid AND cc.timecompleted > 0 ORDER BY cc.timecompleted DESC';
        $issuer = self::text($SITE->fullname, context_course::instance(SITEID));
        $found = [];
        foreach ($DB->get_records_sql($sql, ['userid' => $this->userid], 0, self::MOST) as $course) {
            if (core_course_category::can_view_course_info($course, $this->userid)) {
                $name = self::text($course->fullname, context_course::instance($course->id));
                $url = (new \moodle_url('/course/view.php', ['id' => $course->id]))->out(false);
                $found[] = self::entry('course', $name, (int) $course->timecompleted, $issuer, 0, $url);
            }
        }
        return $found;
    }

    /**
     * Badges that he was issued and that were not revoked.
     *
     * @return array[]
     */
    private function badges(): array {
        global $CFG;
        require_once($CFG->libdir . '/badgeslib.php');
        if (empty($CFG->enablebadges)) {
            return [];
        }
        $found = [];
        foreach (badges_get_user_badges($this->userid, 0, 0, self::MOST) as $badge) {
            $url = (new \moodle_url('/badges/badge.php', ['hash' => $badge->uniquehash]))->out(false);
            [$issued, $expires] = [(int) $badge->dateissued, (int) $badge->dateexpire];
            $context = \context_system::instance();
            $issuer = self::text((string) ($badge->issuername ?? ''), $context);
            $found[] = self::entry('badge', self::text($badge->name, $context), $issued, $issuer, $expires, $url);
        }
        return $found;
    }

    /**
     * One achievement, as the domain names its parts.
     *
     * @param string $kind
     * @param string $name
     * @param int $time
     * @param string $issuer
     * @param int $expires
     * @param string $url
     * @return array
     */
    private static function entry(string $kind, string $name, int $time, string $issuer, int $expires, string $url): array {
        return [
            'kind' => $kind,
            'name' => $name === '' ? '–' : $name,
            'on' => self::day($time),
            'issuer' => $issuer === '' ? null : $issuer,
            'expires' => $expires ? self::day($expires) : null,
            'url' => $url,
        ];
    }

    /**
     * The day of an instant, in Vietnam.
     *
     * @param int $time
     * @return string
     */
    private static function day(int $time): string {
        return (new DateTimeImmutable('@' . $time))->setTimezone(new DateTimeZone('Asia/Ho_Chi_Minh'))->format('Y-m-d');
    }

    /**
     * A name as plain text, as long as a record takes it.
     *
     * @param string $name
     * @param \context $context
     * @return string
     */
    private static function text(string $name, \context $context): string {
        $plain = format_string($name, true, ['context' => $context, 'escape' => false]);
        // Counted as browsers count, in which some signs are two.
        $plain = trim(preg_replace('/\s+/u', ' ', $plain));
        while (strlen(mb_convert_encoding($plain, 'UTF-16LE', 'UTF-8')) > 510) {
            $plain = mb_substr($plain, 0, -1);
        }
        return $plain;
    }

    /**
     * Refuses what a record newly says that he achieved, where this Moodle knows nothing of it.
     *
     * @param stdClass $value
     * @param stdClass|null $before
     */
    public function check(stdClass $value, ?stdClass $before): void {
        $claimed = array_diff(self::claims($value), self::claims($before));
        if (!$claimed) {
            return;
        }
        $this->known ??= array_map(
            fn($one) => canonical::json((object) array_filter($one, fn($part) => $part !== null)),
            $this->all()
        );
        foreach (array_diff($claimed, $this->known) as $claim) {
            refusal::refuse('invalid', "not achieved: $claim");
        }
    }

    /**
     * What a record says that was achieved, wherever it says so.
     *
     * @param mixed $value
     * @return string[] canonical JSON of each
     */
    private static function claims($value): array {
        $found = [];
        if ($value instanceof stdClass && property_exists($value, 'achievement')) {
            $said = ['name' => $value->name ?? null, 'url' => $value->url ?? null];
            $found[] = canonical::json((object) ($said + (array) $value->achievement));
        }
        if ($value instanceof stdClass || is_array($value)) {
            foreach ((array) $value as $part) {
                array_push($found, ...self::claims($part));
            }
        }
        return $found;
    }
}
