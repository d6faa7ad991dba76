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
 * What this site says to a server about who is signed in.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

/**
 * Signing in on the server that keeps the data: by tokens that this site signs, of people and rights as they are here.
 */
class sign_in {
    /** @var int seconds that a token lasts, and with it a right that was taken away meanwhile */
    public const LIFETIME = 300;

    /** @var int days in which a proof has to come to the server: what waits on a device, waits no longer */
    public const PROOFDAYS = 30;

    /** @var string a role that the operator of the server has to allow by himself: what it publishes counts for everybody there */
    public const APART = 'admin';

    /**
     * Address of the server.
     *
     * @return string empty where data is kept in Moodle
     */
    public static function server(): string {
        return get_config('local_htsd', 'backend') === 'server' ? (string) get_config('local_htsd', 'serverurl') : '';
    }

    /**
     * Id of who is signed in and may be signed in on the server: no visitor, no guest, nobody who looks on as somebody else.
     *
     * @return string|null as records of Moodle's own name him; null too where nothing was set up
     */
    public static function person_id(): ?string {
        global $USER;
        $somebody = isloggedin() && !isguestuser() && !\core\session\manager::is_loggedinas();
        return $somebody && self::server() !== '' && signing_keys::ready() ? actor::id_of($USER->id) : null;
    }

    /**
     * A token about who is signed in.
     *
     * @return string|null null where person_id is
     */
    public static function token(): ?string {
        global $CFG;
        if (self::person_id() === null) {
            return null;
        }
        $actor = actor::on_site(self::charge())->in_places(course_places::set());
        $now = time();
        return signing_keys::sign([
            'iss' => $CFG->wwwroot,
            'aud' => self::audience(),
            'sub' => self::people() . $actor->id,
            'name' => $actor->name,
            'htsd_roles' => $actor->roles,
            'htsd_scope' => $actor->scope,
            'iat' => $now,
            'exp' => $now + self::LIFETIME,
        ]);
    }

    /**
     * Proves to the server that who is signed in achieved something. It is no token for signing in: its audience is another.
     *
     * @param array $achievement as achievements::all tells it
     * @return string|null null where person_id is
     */
    public static function proof(array $achievement): ?string {
        global $CFG;
        $person = self::person_id();
        if ($person === null) {
            return null;
        }
        $now = time();
        return signing_keys::sign([
            'iss' => $CFG->wwwroot,
            'aud' => self::audience() . '/achievement',
            'sub' => self::people() . $person,
            'htsd_achievement' => self::digest($achievement),
            'iat' => $now,
            'exp' => $now + self::PROOFDAYS * DAYSECS,
        ]);
    }

    /**
     * What stands for an achievement in a proof; the server makes the same of what a page sends.
     *
     * @param array $achievement
     * @return string SHA-256 of its canonical JSON, base64url
     */
    public static function digest(array $achievement): string {
        $said = canonical::json((object) array_filter($achievement, fn($part) => $part !== null));
        return rtrim(strtr(base64_encode(hash('sha256', $said, true)), '+/', '-_'), '=');
    }

    /**
     * What the server has to be told, an entry of HTSD_ISSUERS.
     *
     * @return array
     */
    public static function issuer(): array {
        global $CFG;
        $roles = array_diff(array_keys(rules::ROLES), [self::APART]);
        return [
            'issuer' => $CFG->wwwroot,
            'audience' => self::audience(),
            'jwksUri' => "$CFG->wwwroot/local/htsd/jwks.php",
            'lifetime' => 2 * self::LIFETIME / MINSECS,
            'people' => self::people(),
            'within' => array_values(array_unique([...self::charge(), ...array_values(course_places::set())])),
            'roles' => array_combine($roles, $roles),
        ];
    }

    /**
     * What those in charge are in charge of: the code of the place of this site, if one is set, or `*`, everything on the server.
     *
     * @return string[]
     */
    public static function charge(): array {
        if (get_config('local_htsd', 'charge') === 'all') {
            return ['*'];
        }
        // The day from which a code is meant says nothing to who is in charge today.
        return array_values(array_filter([strtok((string) get_config('local_htsd', 'locality'), '@')]));
    }

    /**
     * What ids of people of this site begin with, so that no other site's are the same; it stays where the address changes.
     *
     * @return string
     */
    private static function people(): string {
        return 'moodle-' . substr(hash('sha256', get_site_identifier()), 0, 12) . '.';
    }

    /**
     * Whom tokens are for.
     *
     * @return string
     */
    private static function audience(): string {
        return get_config('local_htsd', 'audience') ?: 'htsd';
    }
}
