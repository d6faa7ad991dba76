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
 * What a text may place in a page. Made out of custom-elements.json by `npm run build:moodle`.
 *
 * @package    filter_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace filter_htsd\local;

/**
 * Components and their attributes.
 */
class components {
    /** @var array What each attribute of each component takes: words, or number, flag or text. */
    public const ALL = [
        'assessment-form' => [
            'model' => 'text',
            'subject' => 'text',
            'cycle' => 'text',
            'criteria' => 'text',
            'subject-name' => 'text',
            'place' => 'text',
            'place-code' => 'text',
            'parent-organisation' => 'text',
            'head-name' => 'text',
            'head-position' => 'text',
            'controller' => 'text',
            'controller-contact' => 'text',
            'retention' => 'number',
            'theme' => ['light', 'dark'],
        ],
        'badge-check' => [
            'recognition' => 'text',
            'link' => 'text',
            'from-address' => 'flag',
            'theme' => ['light', 'dark'],
        ],
        'fund-tracker' => ['fund' => 'text', 'view' => 'text', 'theme' => ['light', 'dark']],
        'locality-picker' => [
            'label' => 'text',
            'value' => 'text',
            'levels' => 'text',
            'within' => 'text',
            'required' => 'flag',
            'theme' => ['light', 'dark'],
        ],
        'model-badge' => [
            'recognition' => 'text',
            'size' => ['small', 'full'],
            'theme' => ['light', 'dark'],
        ],
        'recognition' => [
            'model' => 'text',
            'cycle' => 'text',
            'view' => ['waiting', 'titles'],
            'issuer-id' => 'text',
            'issuer-name' => 'text',
            'signer' => 'text',
            'signer-position' => 'text',
            'place' => 'text',
            'parent-organisation' => 'text',
            'theme' => ['light', 'dark'],
        ],
        'register' => [
            'cycle' => 'text',
            'model' => 'text',
            'state' => 'text',
            'place' => 'text',
            'theme' => ['light', 'dark'],
        ],
        'report' => [
            'locality' => 'text',
            'year' => 'number',
            'kind' => 'text',
            'from' => 'number',
            'theme' => ['light', 'dark'],
        ],
        'review' => [
            'model' => 'text',
            'cycle' => 'text',
            'state' => 'text',
            'assessment' => 'text',
            'theme' => ['light', 'dark'],
        ],
        'sync-status' => ['open' => 'flag', 'theme' => ['light', 'dark']],
        'target-gauge' => [
            'indicator' => 'text',
            'locality' => 'text',
            'year' => 'number',
            'variant' => 'text',
            'theme' => ['light', 'dark'],
        ],
    ];

    /** @var array Attributes that only content of teachers and administrators may set. */
    public const TRUSTED = [
        'controller',
        'controller-contact',
        'from-address',
        'head-name',
        'head-position',
        'issuer-id',
        'issuer-name',
        'label',
        'link',
        'parent-organisation',
        'place',
        'place-code',
        'retention',
        'signer',
        'signer-position',
        'subject-name',
    ];
}
