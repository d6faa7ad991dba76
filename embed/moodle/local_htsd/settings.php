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
 * Settings of the plugin.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

if ($hassiteconfig) {
    $settings = new admin_settingpage('local_htsd', new lang_string('pluginname', 'local_htsd'));
    $ADMIN->add('localplugins', $settings);
    $ADMIN->add('localplugins', new admin_externalpage(
        'local_htsd_keys',
        new lang_string('keys', 'local_htsd'),
        new moodle_url('/local/htsd/keys.php'),
        'moodle/site:config',
        get_config('local_htsd', 'backend') !== 'server'
    ));

    if ($ADMIN->fulltree) {
        $settings->add(new admin_setting_configselect(
            'local_htsd/backend',
            new lang_string('backend', 'local_htsd'),
            new lang_string('backend_desc', 'local_htsd'),
            'moodle',
            [
                'moodle' => new lang_string('backendmoodle', 'local_htsd'),
                'server' => new lang_string('backendserver', 'local_htsd'),
            ]
        ));
        $settings->add(new admin_setting_configtext(
            'local_htsd/serverurl',
            new lang_string('serverurl', 'local_htsd'),
            new lang_string('serverurl_desc', 'local_htsd'),
            '',
            PARAM_URL
        ));
        $settings->hide_if('local_htsd/serverurl', 'local_htsd/backend', 'neq', 'server');
        $settings->add(new admin_setting_configtext(
            'local_htsd/audience',
            new lang_string('audience', 'local_htsd'),
            new lang_string('audience_desc', 'local_htsd'),
            'htsd',
            '/^[\\w.:\/-]{0,200}$/'
        ));
        $settings->hide_if('local_htsd/audience', 'local_htsd/backend', 'neq', 'server');
        $settings->add(new admin_setting_configselect(
            'local_htsd/charge',
            new lang_string('charge', 'local_htsd'),
            new lang_string('charge_desc', 'local_htsd'),
            'place',
            [
                'place' => new lang_string('chargeplace', 'local_htsd'),
                'all' => new lang_string('chargeall', 'local_htsd'),
            ]
        ));
        $settings->hide_if('local_htsd/charge', 'local_htsd/backend', 'neq', 'server');
        $settings->add(new \local_htsd\local\course_places_setting(
            'local_htsd/courseplaces',
            new lang_string('courseplaces', 'local_htsd'),
            new lang_string('courseplaces_desc', 'local_htsd'),
            '',
            PARAM_TEXT,
            60,
            4
        ));
        $settings->hide_if('local_htsd/courseplaces', 'local_htsd/backend', 'neq', 'server');
        $settings->add(new admin_setting_configtext(
            'local_htsd/locality',
            new lang_string('locality', 'local_htsd'),
            new lang_string('locality_desc', 'local_htsd'),
            '',
            '/^([0-9]{2,5}(@[0-9]{4}-[0-9]{2}-[0-9]{2})?)?$/'
        ));
        $settings->add(new admin_setting_configselect(
            'local_htsd/language',
            new lang_string('language', 'local_htsd'),
            new lang_string('language_desc', 'local_htsd'),
            '',
            ['' => new lang_string('languagepage', 'local_htsd'), 'vi' => 'Tiếng Việt', 'en' => 'English']
        ));
        if (\local_htsd\local\sign_in::server() !== '') {
            $settings->add(new admin_setting_heading(
                'local_htsd/signin',
                new lang_string('signin', 'local_htsd'),
                \local_htsd\local\sign_in_help::text()
            ));
        }
        $table = new html_table();
        $table->head = [get_string('role', 'local_htsd'), get_string('capability', 'local_htsd'),
            get_string('allows', 'local_htsd')];
        foreach (\local_htsd\local\rules::ROLES as $role => $capability) {
            $table->data[] = [
                get_string("role_$role", 'local_htsd'),
                html_writer::tag('code', s($capability)),
                get_string("role_{$role}_desc", 'local_htsd'),
            ];
        }
        $settings->add(new admin_setting_heading(
            'local_htsd/rights',
            new lang_string('rights', 'local_htsd'),
            get_string('rights_desc', 'local_htsd', (new moodle_url('/admin/roles/manage.php'))->out())
                . html_writer::table($table)
        ));
    }
}
