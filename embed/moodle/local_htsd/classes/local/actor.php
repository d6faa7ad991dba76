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
use context_system;

/**
 * A person as the domain knows him: roles out of capabilities, and whom they reach.
 */
class actor {
    /** @var string[] roles that are in charge of everybody where they are held on the whole site */
    private const INCHARGE = ['reviewer', 'signer', 'treasurer', 'inspector', 'admin'];

    /** @var string[] roles that can be held in a course, over those who work there */
    private const INCOURSE = ['reviewer', 'signer'];

    /**
     * A person.
     *
     * @param string $id as records name him
     * @param string $name
     * @param string[] $roles
     * @param string[] $scope ids of subjects beside his own, or `*`
     * @param int $userid in Moodle
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
        return new self(self::id_of($USER->id), fullname($USER), $roles, $scope, (int) $USER->id);
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
        [$roles, $scope] = [$person->roles, $person->scope];
        foreach (self::INCOURSE as $role) {
            if (in_array($role, $roles)) {
                continue;
            }
            $subjects = self::subjects_in_courses(rules::ROLES[$role]);
            if ($subjects) {
                $roles[] = $role;
                $scope = $scope === ['*'] ? $scope : array_values(array_unique([...$scope, ...$subjects]));
            }
        }
        return new self($person->id, $person->name, $roles, $scope, $person->userid);
    }

    /**
     * Subjects that are worked on in courses where the person has a capability.
     *
     * @param string $capability
     * @return string[]
     */
    private static function subjects_in_courses(string $capability): array {
        global $DB;
        $contexts = $DB->get_fieldset_sql('SELECT DISTINCT contextid FROM {local_htsd_place}');
        $mine = array_filter($contexts, function ($id) use ($capability) {
            $context = context::instance_by_id($id, IGNORE_MISSING);
            return $context && has_capability($capability, $context);
        });
        if (!$mine) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($mine);
        return $DB->get_fieldset_select('local_htsd_place', 'DISTINCT subject', "contextid $in", $params);
    }

    /**
     * The subject lies in what he was put in charge of.
     *
     * @param string $subject
     * @return bool
     */
    public function in_scope(string $subject): bool {
        return in_array('*', $this->scope, true) || in_array($subject, $this->scope, true);
    }

    /**
     * How far his roles reach with a kind of command.
     *
     * @param string $kind
     * @return string[] as in rules::RIGHTS; none where he may not use it at all
     */
    public function reaches(string $kind): array {
        $rights = rules::RIGHTS[$kind] ?? [];
        return array_values(array_unique(array_intersect_key($rights, array_flip($this->roles))));
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
        $reaches = $this->reaches($kind);
        $scoped = $this->in_scope($subject);
        $own = $owner === $this->id;
        if (in_array('scope', $reaches) && ($scoped || $own) || in_array('own', $reaches) && $own) {
            return 'yes';
        }
        if (!in_array('others', $reaches)) {
            return 'forbidden';
        }
        return $authored ? 'own-assessment' : ($scoped ? 'yes' : 'forbidden');
    }
}
