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
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['allows'] = 'What it allows';
$string['audience'] = 'Audience of the tokens';
$string['audience_desc'] = 'What the server expects in <code>aud</code>. Leave it at <code>htsd</code> unless its operator says otherwise.';
$string['backend'] = 'Where data is kept';
$string['backend_desc'] = 'In this Moodle, or on a server of ours. A server is needed for study-promotion funds: entries of a ledger are checked where the treasurer cannot change the rules. Once a server is saved, this page says what its operator has to enter.';
$string['backendmoodle'] = "This Moodle's own database";
$string['backendserver'] = 'A server, by its address';
$string['capability'] = 'Capability';
$string['charge'] = 'Those in charge are in charge of';
$string['charge_desc'] = 'Who reviews, signs, or keeps or inspects funds, and administrators. On a server that other sites use, too, take the place. It reaches what bears its code: what citizens register by the name of their place alone is reached only by who is in charge of everything.';
$string['chargeall'] = 'everything on the server';
$string['chargeplace'] = 'the place of this site';
$string['courseplaces'] = 'Places that courses serve';
$string['courseplaces_desc'] = 'One line each: the address of a course or of a category of courses, a space, and the code of its place, for example <code>https://moodle.example.vn/course/view.php?id=12 07210</code>. Whoever reviews or signs there, without being in charge of anything on the whole site, does so on the server for that place: everything that bears its code, whoever brought it. Who registers there is registered with the code, where he keeps the place that the page names. Hand the entry below to the operator of the server again when this is changed.';
$string['courseplaceswrong'] = 'There is no such course or category, or no code of a place behind it: {$a}';
$string['errorbusy'] = 'Too many people are writing at once. Please try again.';
$string['errorinvalid'] = 'This request cannot be understood.';
$string['errornotfound'] = 'There is no such record, or it is not for you.';
$string['errortoolarge'] = 'A file of evidence may have at most {$a} MB.';
$string['eventcommandapplied'] = 'A change was applied';
$string['htsd:administer'] = 'Publish criteria sets, lists of places and targets';
$string['htsd:inspect'] = 'Inspect study-promotion funds';
$string['htsd:member'] = 'Fill in a self-assessment of one\'s own';
$string['htsd:officer'] = 'Record activities of a place and act for others in one\'s charge';
$string['htsd:review'] = 'Review and verify self-assessments';
$string['htsd:sign'] = 'Grant, refuse and revoke titles';
$string['htsd:treasury'] = 'Keep study-promotion funds';
$string['key'] = 'Key';
$string['keymade'] = 'Made on';
$string['keymake'] = 'Make a key';
$string['keypromote'] = 'Sign by this key';
$string['keyremove'] = 'Remove';
$string['keys'] = 'HTSD: keys for the server';
$string['keys_desc'] = 'By its key this site says to the server who is signed in. To change it: make a new key, wait until the server knows it (ten minutes where it fetches the keys itself; else until its operator has entered them), sign by it, and remove the old one after ten more. If somebody else may have come by a key, do all of that without waiting: for half a minute people may then be asked to sign in. The secret half is kept encrypted and is never shown.';
$string['keystate'] = 'State';
$string['keystate_current'] = 'signs';
$string['keystate_next'] = 'waits until the server knows it';
$string['keystate_old'] = 'signs no more';
$string['language'] = 'Language of the components';
$string['language_desc'] = 'The components speak Vietnamese and English.';
$string['languagepage'] = 'That of the page';
$string['locality'] = 'Place of this site';
$string['locality_desc'] = 'Code of the province or commune, for example 24. Gauges and reports without a place of their own show this one.';
$string['pluginname'] = 'HTSD: lifelong learning components';
$string['privacy:metadata:filepurpose'] = 'Evidence that the person attached to a self-assessment.';
$string['privacy:metadata:local_htsd_file'] = 'Who brought which file of evidence.';
$string['privacy:metadata:local_htsd_file:filesize'] = 'Size of the file.';
$string['privacy:metadata:local_htsd_file:filetype'] = 'Type of the file.';
$string['privacy:metadata:local_htsd_file:timecreated'] = 'When it was brought.';
$string['privacy:metadata:local_htsd_file:userid'] = 'Who brought it.';
$string['privacy:metadata:local_htsd_log'] = 'Every change, with who made it and when.';
$string['privacy:metadata:local_htsd_log:entry'] = 'The change: what was asked for and what was written.';
$string['privacy:metadata:local_htsd_log:timecreated'] = 'When it was made.';
$string['privacy:metadata:local_htsd_log:userid'] = 'Who made it.';
$string['privacy:metadata:local_htsd_place'] = 'In which courses somebody is registered and assessed: who reviews there may see it.';
$string['privacy:metadata:local_htsd_place:contextid'] = 'The course.';
$string['privacy:metadata:local_htsd_place:subject'] = 'Who or what is registered.';
$string['privacy:metadata:local_htsd_record'] = 'Registrations, self-assessments, consents and titles.';
$string['privacy:metadata:local_htsd_record:body'] = 'What the record says: answers, results, remarks, names of those who acted.';
$string['privacy:metadata:local_htsd_record:owner'] = 'Whose record it is.';
$string['privacy:metadata:local_htsd_record:timecreated'] = 'When it was made.';
$string['privacy:metadata:server'] = 'The server that keeps the data, where the settings name one.';
$string['privacy:metadata:server:name'] = 'The full name of who is signed in.';
$string['privacy:metadata:server:person'] = 'An id of who is signed in, made of his number here and of a word for this site.';
$string['privacy:metadata:server:records'] = 'What he enters in the components, and the evidence that he attaches: it goes from his browser to the server.';
$string['privacy:metadata:server:roles'] = 'His roles, and the place that he is in charge of.';
$string['privacy:path:changes'] = 'Changes';
$string['privacy:path:evidence'] = 'Evidence';
$string['privacy:path:records'] = 'Records';
$string['privacy:removed'] = '(removed)';
$string['rights'] = 'Who may do what';
$string['rights_desc'] = 'Each role of the components is a capability of Moodle. <a href="{$a}">Define roles</a> to give it to somebody: on the whole site, or reviewing and signing in one course, over those who work there.';
$string['role'] = 'Role';
$string['role_admin'] = 'Administrator';
$string['role_admin_desc'] = 'Publishes criteria sets, lists of places and targets.';
$string['role_inspector'] = 'Inspector';
$string['role_inspector_desc'] = 'Reads funds with everything in them (with a server).';
$string['role_member'] = 'Member';
$string['role_member_desc'] = 'Registers, scores himself, and keeps what is his own.';
$string['role_officer'] = 'Officer';
$string['role_officer_desc'] = 'Records activities of a place; acts for subjects in his charge.';
$string['role_reviewer'] = 'Reviewer';
$string['role_reviewer_desc'] = 'Takes up, returns and verifies what others have filled in; never his own.';
$string['role_signer'] = 'Signer';
$string['role_signer_desc'] = 'Grants, refuses and revokes titles; never his own.';
$string['role_treasurer'] = 'Treasurer';
$string['role_treasurer_desc'] = 'Keeps funds (with a server).';
$string['serverurl'] = 'Address of the server';
$string['serverurl_desc'] = 'Without a path, for example https://htsd.example.vn.';
$string['signin'] = 'Signing in on the server';
$string['signin_desc'] = 'Whoever is signed in here is known on the server, too: this site tells it who he is, in which roles of the table below, and in charge of which place, by a signed token that lasts five minutes. Roles given in a course count where a place is set for it, and with Moodle\'s own database. Visitors, guests, and administrators who are logged in as somebody else are strangers to the server.';
$string['signinall'] = 'Reviewers, signers, treasurers, inspectors and administrators are in charge of everything on the server, whoever brought it there.';
$string['signinaway'] = 'The server cannot reach this site';
$string['signinaway_desc'] = 'Then it is given the keys themselves. Enter this in the place of <code>jwksUri</code>, and again whenever a key is made or removed:';
$string['signincourses'] = 'Whoever reviews or signs in one of these only is in charge of its place: {$a}.';
$string['signinenter'] = 'The operator of the server adds this to the list in <code>HTSD_ISSUERS</code>, writes {$a} into <code>HTSD_ORIGINS</code>, and starts it anew:';
$string['signinkeys'] = '<a href="{$a}">Look after the keys</a>';
$string['signinlimits'] = '<code>people</code>, <code>within</code> and <code>roles</code> are limits that the server keeps: this site speaks for nobody but its own people, in charge of no other place than these, in no role that is not named. The administrator is left out, because what he publishes counts for everybody on the server; add <code>"admin": "admin"</code> where that is meant.';
$string['signinnokey'] = 'There is no key yet, and so everybody is a stranger to the server. <a href="{$a}">Make a key</a>.';
$string['signinnoplace'] = 'No place of this site is set above: reviewers, signers, treasurers and inspectors are in charge of nothing but their own.';
$string['signinplace'] = 'Reviewers, signers, treasurers, inspectors and administrators are in charge of the place of this site, {$a}, and of all that lies in it.';
