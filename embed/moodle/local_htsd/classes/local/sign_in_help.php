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
 * What an administrator has to know and to do so that people are signed in on the server.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use html_table;
use html_writer;
use moodle_url;
use single_button;

/**
 * Parts of the settings: what to enter on the server, and the keys.
 */
class sign_in_help {
    /**
     * How signing in works, what it still lacks, and what to enter on the server.
     *
     * @param bool $withlink to the keys
     * @return string HTML
     */
    public static function text(bool $withlink = true): string {
        global $CFG;
        $say = fn(string $key, $a = null) => html_writer::tag('p', get_string($key, 'local_htsd', $a));
        $keys = self::page()->out();
        $charge = sign_in::charge();
        $courses = course_places::words();
        if (!signing_keys::ready()) {
            return $say('signin_desc') . html_writer::div(get_string('signinnokey', 'local_htsd', $keys), 'alert alert-warning');
        }
        $write = fn($value) => html_writer::tag(
            'pre',
            s(json_encode($value, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE)),
            ['class' => 'border rounded p-2', 'tabindex' => 0, 'aria-label' => 'JSON']
        );
        return $say('signin_desc')
            . match ($charge) {
                [] => $say('signinnoplace'),
                ['*'] => $say('signinall'),
                default => $say('signinplace', s($charge[0])),
            }
            . ($courses ? $say('signincourses', s(implode('; ', $courses))) : '')
            . $say('signinenter', html_writer::tag('code', s(self::origin($CFG->wwwroot))))
            . $write(sign_in::issuer())
            . $say('signinlimits')
            . html_writer::tag(
                'details',
                html_writer::tag('summary', get_string('signinaway', 'local_htsd'))
                    . $say('signinaway_desc') . $write(['jwks' => signing_keys::public_set()])
            )
            . ($withlink ? $say('signinkeys', $keys) : '');
    }

    /**
     * The keys, each with what can be done with it.
     *
     * @return string HTML
     */
    public static function keys(): string {
        global $OUTPUT;
        $button = fn(string $action, string $kid = '') => $OUTPUT->render(new single_button(
            new moodle_url(self::page(), ['action' => $action, 'kid' => $kid]),
            get_string("key$action", 'local_htsd'),
            'post',
            $action === 'remove' ? single_button::BUTTON_SECONDARY : single_button::BUTTON_PRIMARY
        ));
        $table = new html_table();
        $table->head = [get_string('key', 'local_htsd'), get_string('keymade', 'local_htsd'),
            get_string('keystate', 'local_htsd'), ''];
        $waits = false;
        foreach (signing_keys::all() as $key) {
            $next = $key['state'] === signing_keys::NEXT;
            $waits = $waits || $next;
            $table->data[] = [
                html_writer::tag('code', s($key['kid'])),
                userdate($key['time']),
                get_string("keystate_{$key['state']}", 'local_htsd'),
                ($next ? $button('promote', $key['kid']) : '')
                    . ($key['state'] === signing_keys::CURRENT ? '' : $button('remove', $key['kid'])),
            ];
        }
        return html_writer::tag('p', get_string('keys_desc', 'local_htsd'))
            . ($table->data ? html_writer::table($table) : '')
            . ($waits ? '' : $button('make'));
    }

    /**
     * Where the keys are looked after.
     *
     * @return moodle_url
     */
    private static function page(): moodle_url {
        return new moodle_url('/local/htsd/keys.php');
    }

    /**
     * An address without its path.
     *
     * @param string $address
     * @return string
     */
    private static function origin(string $address): string {
        return preg_replace('~^(https?://[^/]+).*$~i', '$1', $address);
    }
}
