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
 * What pages and programs may ask for. Those with `classname` of core are core's own functions under another name, with
 * core's own checks: core offers them to programs only, and a page has no token.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$functions = [
    'local_htsd_session' => [
        'classname' => 'local_htsd\external\session',
        'description' => 'Who is asking, with which roles.',
        'type' => 'read',
        'ajax' => true,
        'loginrequired' => false,
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_query' => [
        'classname' => 'local_htsd\external\query',
        'description' => 'Reads records that the person may see.',
        'type' => 'read',
        'ajax' => true,
        'loginrequired' => false,
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_execute' => [
        'classname' => 'local_htsd\external\execute_command',
        'description' => 'Applies one command with the records that it comes to.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'local/htsd:member',
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_put_file' => [
        'classname' => 'local_htsd\external\put_file',
        'description' => 'Takes a piece of an evidence file.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'local/htsd:member',
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_get_file' => [
        'classname' => 'local_htsd\external\get_file',
        'description' => 'An evidence file that the person may see.',
        'type' => 'read',
        'ajax' => true,
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_token' => [
        'classname' => 'local_htsd\external\token',
        'description' => 'Says to the server that keeps the data who is signed in. For pages only.',
        'type' => 'read',
        'ajax' => true,
        'readonlysession' => true,
    ],
    'local_htsd_achievements' => [
        'classname' => 'local_htsd\external\achievements',
        'description' => 'Courses that the person completed and badges that he was issued, as evidence.',
        'type' => 'read',
        'ajax' => true,
        'capabilities' => 'local/htsd:member',
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_user_badges' => [
        'classname' => 'core_badges_external',
        'methodname' => 'get_user_badges',
        'description' => "A person's badges, as core_badges_get_user_badges.",
        'type' => 'read',
        'ajax' => true,
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_course_completion' => [
        'classname' => 'core_completion_external',
        'methodname' => 'get_course_completion_status',
        'description' => 'How far a person is in a course, as core_completion_get_course_completion_status.',
        'type' => 'read',
        'ajax' => true,
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
    'local_htsd_user_courses' => [
        'classname' => 'core_enrol_external',
        'methodname' => 'get_users_courses',
        'classpath' => 'enrol/externallib.php',
        'description' => "A person's courses, as core_enrol_get_users_courses.",
        'type' => 'read',
        'ajax' => true,
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
];
