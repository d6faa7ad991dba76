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
 * Who is asking.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use context;
use context_course;
use context_helper;
use context_system;

/**
 * A person as the domain knows him: roles out of capabilities, and whom they reach.
 */
class actor {
    /** @var string[] roles that are in charge of everybody where they are held on the whole site */
    private const INCHARGE = ['reviewer', 'signer', 'treasurer', 'inspector', 'admin'];

    /** @var string[] roles that can be held in a course, over those who work there */
    private const INCOURSE = ['reviewer', 'signer'];

    /** @var string a role that gives nothing without a charge that is not also one's own */
    private const NOTINCOURSE = 'officer';

    /**
     * A person.
     *
     * @param string $id as records name him
     * @param string $name
     * @param string[] $roles
     * @param string[] $scope ids of subjects beside his own, or `*`
     * @param int $userid in Moodle
     * @param array $charges what of the scope a role reaches, by role; absent: all of it
     * @param int[] $courses contexts of the courses that the scope comes from
     * @param string[] $ingroups what of the scope comes from groups of courses
     */
    public function __construct(
        /** @var string as records name him */
        public readonly string $id,
        /** @var string as people read it */
        public readonly string $name,
        /** @var string[] as in rules::ROLES */
        public readonly array $roles,
        /** @var string[] ids of subjects, or `*` */
        public readonly array $scope,
        /** @var int in Moodle */
        public readonly int $userid,
        /** @var array what of the scope a role reaches, by role */
        private readonly array $charges = [],
        /** @var int[] contexts of the courses that the scope comes from; none where it is `*` or was given otherwise */
        public readonly array $courses = [],
        /** @var string[] what of the scope comes from groups of courses, not from all who work there */
        public readonly array $ingroups = [],
    ) {
    }

    /**
     * The id of a user in records.
     *
     * @param int $userid
     * @return string
     */
    public static function id_of(int $userid): string {
        return 'u' . $userid;
    }

    /**
     * The person of this request with the roles that he holds on the whole site; null for a visitor or a guest.
     *
     * @param string[] $charge what those in charge are in charge of
     * @return self|null
     */
    public static function on_site(array $charge): ?self {
        global $USER;
        if (!isloggedin() || isguestuser()) {
            return null;
        }
        $site = context_system::instance();
        $roles = array_keys(array_filter(rules::ROLES, fn($capability) => has_capability($capability, $site)));
        $scope = array_intersect($roles, self::INCHARGE) ? $charge : [];
        // In the order of first and last name that the site's language has.
        $name = site_language::in(fn() => fullname($USER));
        return new self(self::id_of($USER->id), $name, $roles, $scope, (int) $USER->id);
    }

    /**
     * The person of this request, with the roles that he holds in courses, too; null for a visitor or a guest.
     *
     * @return self|null
     */
    public static function current(): ?self {
        $person = self::on_site(['*']);
        if (!$person) {
            return null;
        }
        // What he is in charge of in one role he is not in another: who inspects everything reviews in his course only.
        $charges = array_fill_keys($person->roles, $person->scope);
        $courses = $ingroups = [];
        foreach (array_diff(self::INCOURSE, $person->roles) as $role) {
            [$whole, $divided] = self::courses(rules::ROLES[$role]);
            $ofgroups = self::subjects_of_groups($divided);
            $subjects = array_values(array_unique([...self::subjects_in($whole), ...$ofgroups]));
            if ($subjects) {
                $charges[$role] = $subjects;
                $courses = [...$courses, ...$whole];
                $ingroups = [...$ingroups, ...$ofgroups];
            }
        }
        $scope = array_values(array_unique(array_merge(...array_values($charges))));
        $all = in_array('*', $scope, true);
        return new self(
            $person->id,
            $person->name,
            array_keys($charges),
            $all ? ['*'] : $scope,
            $person->userid,
            $charges,
            $all ? [] : array_values(array_unique($courses)),
            $all ? [] : array_values(array_unique($ingroups))
        );
    }

    /**
     * The person with the roles that he holds where a place is served, in charge of it, unless he is in charge of something on
     * the whole site. A server knows one scope for all of somebody's roles: so these are in charge of what all of them are.
     *
     * @param array $places code of the place by id of the context
     * @return self
     */
    public function in_places(array $places): self {
        if (array_intersect($this->roles, self::INCHARGE)) {
            return $this;
        }
        $charges = [];
        foreach (self::INCOURSE as $role) {
            $held = array_filter($places, fn($id) => self::holds(rules::ROLES[$role], $id), ARRAY_FILTER_USE_KEY);
            if ($held) {
                $charges[$role] = array_values(array_unique($held));
            }
        }
        if (!$charges) {
            return $this;
        }
        $shared = array_values(array_intersect(...array_values($charges)));
        if (!$shared) {
            $charges = array_slice($charges, 0, 1);
            $shared = reset($charges);
        }
        $roles = [...array_diff($this->roles, [self::NOTINCOURSE]), ...array_keys($charges)];
        return new self($this->id, $this->name, $roles, $shared, $this->userid);
    }

    /**
     * Courses where the person has a capability, by more than an enrolment that is over or suspended. Everybody's every call
     * asks for them: so the database is asked a few times, however many courses there are.
     *
     * @param string $capability
     * @return int[][] ids of the contexts of those where he is in charge of all, and of those where of his groups only
     */
    private static function courses(string $capability): array {
        global $CFG, $USER;
        $fields = 'groupmode, ctxid, ctxpath, ctxdepth, ctxlevel, ctxinstance, ctxlocked';
        $courses = get_user_capability_course($capability, null, true, $fields) ?: [];
        if (!$courses) {
            return [[], []];
        }
        $doubtful = array_diff_key(enrol_get_all_users_courses($USER->id), enrol_get_all_users_courses($USER->id, true));
        $held = [[], []];
        // Moodle's list knows neither of a role that was switched nor of a course that was frozen.
        $each = !empty($USER->access['rsw']) || !empty($CFG->contextlocking);
        foreach ($courses as $course) {
            $id = (int) $course->ctxid;
            $separate = (int) $course->groupmode === SEPARATEGROUPS;
            if ($each || $separate) {
                context_helper::preload_from_record($course);
            }
            $has = fn(string $right) => has_capability($right, context_course::instance($course->id));
            if (isset($doubtful[$course->id]) ? self::holds($capability, $id) : !$each || $has($capability)) {
                $held[$separate && !$has('moodle/site:accessallgroups') ? 1 : 0][] = $id;
            }
        }
        return $held;
    }

    /**
     * Subjects that are worked on in courses.
     *
     * @param int[] $contexts ids of their contexts
     * @return string[]
     */
    private static function subjects_in(array $contexts): array {
        global $DB;
        if (!$contexts) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($contexts);
        return $DB->get_fieldset_select('local_htsd_place', 'DISTINCT subject', "contextid $in", $params);
    }

    /**
     * Subjects that are worked on in courses with separate groups, of those who are in a group with the person: as everywhere
     * in Moodle, nobody else is his affair there, and who is in no group is nobody's who may not see all groups.
     *
     * @param int[] $contexts ids of their contexts
     * @return string[]
     */
    private static function subjects_of_groups(array $contexts): array {
        global $DB, $USER;
        if (!$contexts) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($contexts, SQL_PARAMS_NAMED);
        $owner = $DB->sql_concat("'u'", 'fellow.userid');
        $sql = "SELECT DISTINCT p.subject
                  FROM {local_htsd_place} p
                  JOIN {context} x ON x.id = p.contextid
                  JOIN {course} c ON c.id = x.instanceid
                  JOIN {groups} g ON g.courseid = c.id AND g.participation = 1
                  JOIN {groups_members} mine ON mine.groupid = g.id AND mine.userid = :me
                  JOIN {groups_members} fellow ON fellow.groupid = g.id
                  JOIN {local_htsd_record} r ON r.tenant = p.tenant AND r.type = 'subject' AND r.recordid = p.subject
                       AND r.owner = $owner
                 WHERE p.contextid $in AND (c.defaultgroupingid = 0 OR EXISTS (
                       SELECT 1 FROM {groupings_groups} gg WHERE gg.groupid = g.id AND gg.groupingid = c.defaultgroupingid))";
        return $DB->get_fieldset_sql($sql, $params + ['me' => $USER->id]);
    }

    /**
     * The person of this request has a capability in a context, by more than an enrolment that is over or suspended.
     *
     * @param string $capability
     * @param int $contextid
     * @return bool
     */
    private static function holds(string $capability, int $contextid): bool {
        $context = context::instance_by_id($contextid, IGNORE_MISSING);
        if (!$context || !has_capability($capability, $context)) {
            return false;
        }
        $gone = $context instanceof context_course && is_enrolled($context) && !is_enrolled($context, null, '', true);
        return !$gone;
    }

    /**
     * The subject lies in what he was put in charge of, in whatever role.
     *
     * @param string $subject
     * @return bool
     */
    public function in_scope(string $subject): bool {
        return in_array('*', $this->scope, true) || in_array($subject, $this->scope, true);
    }

    /**
     * The subject lies in what he was put in charge of in a role.
     *
     * @param string $role
     * @param string $subject
     * @return bool
     */
    private function in_charge(string $role, string $subject): bool {
        $charge = $this->charges[$role] ?? $this->scope;
        return in_array('*', $charge, true) || in_array($subject, $charge, true);
    }

    /**
     * How far his roles reach with a kind of command.
     *
     * @param string $kind
     * @return string[] as in rules::RIGHTS; none where he may not use it at all
     */
    public function reaches(string $kind): array {
        $rights = array_intersect_key(rules::RIGHTS[$kind] ?? [], array_flip($this->roles));
        // What counts for the whole site is not for who holds his role in a course.
        $held = fn(string $reach, string $role) => $reach !== 'tenant' || !in_array($role, self::INCOURSE)
            || $this->in_charge($role, '*');
        return array_values(array_unique(array_filter($rights, $held, ARRAY_FILTER_USE_BOTH)));
    }

    /**
     * Whether he may use a kind of command on what belongs to somebody.
     *
     * @param string $kind
     * @param string $owner
     * @param string $subject
     * @param bool $authored he had a hand in it
     * @return string `yes`, `forbidden` or `own-assessment`
     */
    public function may_act_on(string $kind, string $owner, string $subject, bool $authored): string {
        $own = $owner === $this->id;
        $others = false;
        foreach (array_intersect_key(rules::RIGHTS[$kind] ?? [], array_flip($this->roles)) as $role => $reach) {
            $scoped = $this->in_charge($role, $subject);
            $others = $others || $reach === 'others';
            $may = match ($reach) {
                'own' => $own,
                'scope' => $own || $scoped,
                'others' => $scoped && !$authored,
                default => false,
            };
            if ($may) {
                return 'yes';
            }
        }
        return $others && $authored ? 'own-assessment' : 'forbidden';
    }
}
