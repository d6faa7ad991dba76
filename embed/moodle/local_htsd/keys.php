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
 * Where an administrator looks after the keys by which this site says who is signed in.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_htsd\local\sign_in_help;
use local_htsd\local\signing_keys;

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

admin_externalpage_setup('local_htsd_keys');

$action = optional_param('action', '', PARAM_ALPHA);
if ($action !== '') {
    require_sesskey();
    match ($action) {
        'make' => signing_keys::make(),
        'promote' => signing_keys::promote(),
        'remove' => signing_keys::remove(required_param('kid', PARAM_ALPHANUM)),
        default => throw new moodle_exception('errorinvalid', 'local_htsd'),
    };
    redirect($PAGE->url);
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('keys', 'local_htsd'));
echo sign_in_help::keys();
echo $OUTPUT->heading(get_string('signin', 'local_htsd'), 3, 'mt-4');
echo sign_in_help::text(false);
echo $OUTPUT->footer();
