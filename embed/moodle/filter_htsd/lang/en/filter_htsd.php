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
 * English texts.
 *
 * @package    filter_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['fallback'] = 'This part needs a browser with JavaScript. From an e-mail or the Moodle app, open the page in a browser.';
$string['faultattribute'] = '{htsd …}: “{$a->of}” has no option “{$a->what}”.';
$string['faultcomponent'] = '{htsd …}: there is no component “{$a->what}”.';
$string['faultform'] = '{htsd …}: “{$a->what}” cannot be read. Write for example: htsd target-gauge indicator="gia-dinh", in curly brackets.';
$string['faulttrusted'] = '{htsd …}: the option “{$a->what}” may stand in course content only, not in a text that anybody may write.';
$string['faultvalue'] = '{htsd …}: the option “{$a->what}” of “{$a->of}” does not take this value.';
$string['filtername'] = 'HTSD components';
$string['privacy:metadata'] = 'The filter keeps nothing.';
