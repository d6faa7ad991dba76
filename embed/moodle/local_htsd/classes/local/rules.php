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
 * Rules of the domain. Made out of it by `npm run build:moodle`; changes belong there.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

/**
 * What the domain says of rights and states, as tables.
 */
class rules {
    /** @var array The capability that stands for each role. */
    public const ROLES = [
        'member' => 'local/htsd:member',
        'officer' => 'local/htsd:officer',
        'reviewer' => 'local/htsd:review',
        'signer' => 'local/htsd:sign',
        'treasurer' => 'local/htsd:treasury',
        'inspector' => 'local/htsd:inspect',
        'admin' => 'local/htsd:administer',
    ];

    /** @var array How far each role reaches with each kind of command. */
    public const RIGHTS = [
        'subject.register' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'subject.update' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'subject.close' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'assessment.open' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'assessment.answer' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'assessment.submit' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'assessment.withdraw' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'assessment.review' => ['reviewer' => 'others'],
        'assessment.mark' => ['reviewer' => 'others'],
        'assessment.return' => ['reviewer' => 'others'],
        'assessment.verify' => ['reviewer' => 'others'],
        'recognition.grant' => ['signer' => 'others'],
        'recognition.refuse' => ['signer' => 'others'],
        'recognition.revoke' => ['signer' => 'others'],
        'recognition.attach' => ['signer' => 'others'],
        'recognition.expire' => ['signer' => 'others', 'admin' => 'scope'],
        'criteria.publish' => ['admin' => 'tenant'],
        'criteria.localise' => ['reviewer' => 'tenant', 'admin' => 'tenant'],
        'consent.give' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'consent.withdraw' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
        'locality.import' => ['admin' => 'tenant'],
        'locality.change' => ['admin' => 'tenant'],
        'target.set' => ['admin' => 'tenant'],
        'target.drop' => ['admin' => 'tenant'],
        'indicator.report' => ['reviewer' => 'scope', 'admin' => 'scope'],
        'activity.record' => ['officer' => 'scope', 'reviewer' => 'scope', 'admin' => 'scope'],
        'activity.update' => ['officer' => 'scope', 'reviewer' => 'scope', 'admin' => 'scope'],
        'activity.remove' => ['officer' => 'scope', 'reviewer' => 'scope', 'admin' => 'scope'],
        'subject.import' => ['member' => 'own', 'officer' => 'scope', 'admin' => 'scope'],
    ];

    /** @var array From which states a command leads to which. */
    public const TRANSITIONS = [
        'assessment.open' => ['from' => [null], 'to' => 'draft'],
        'assessment.answer' => ['from' => ['draft', 'returned'], 'to' => 'same'],
        'assessment.submit' => ['from' => ['draft', 'returned'], 'to' => 'submitted'],
        'assessment.withdraw' => ['from' => ['submitted'], 'to' => 'draft'],
        'assessment.review' => ['from' => ['submitted'], 'to' => 'in-review'],
        'assessment.mark' => ['from' => ['in-review'], 'to' => 'same'],
        'assessment.return' => ['from' => ['in-review'], 'to' => 'returned'],
        'assessment.verify' => ['from' => ['in-review'], 'to' => 'verified'],
        'recognition.grant' => ['from' => ['verified'], 'to' => 'recognised'],
        'recognition.refuse' => ['from' => ['verified'], 'to' => 'not-recognised'],
        'recognition.expire' => ['from' => ['recognised'], 'to' => 'expired'],
        'recognition.revoke' => ['from' => ['recognised'], 'to' => 'revoked'],
    ];

    /** @var array Which parts of which records a command may write. */
    public const PARTS = [
        'subject.register' => [
            'subject' => [
                'subjectGroup',
                'name',
                'parent',
                'place',
                'head',
                'members',
                'facts',
                'registrations',
            ],
            'assessment' => ['subjectName', 'criteria', 'facts', 'answers', 'setAside'],
        ],
        'subject.update' => [
            'subject' => ['subjectGroup', 'name', 'parent', 'place', 'head', 'members', 'facts'],
        ],
        'subject.close' => ['subject' => ['closedAt']],
        'subject.import' => [
            'subject' => [
                'subjectGroup',
                'name',
                'parent',
                'place',
                'head',
                'members',
                'facts',
                'registrations',
                'past',
            ],
        ],
        'assessment.open' => ['assessment' => 'new'],
        'assessment.answer' => ['assessment' => ['answers', 'facts']],
        'assessment.submit' => ['assessment' => ['subjectName', 'submissions', 'review']],
        'assessment.withdraw' => ['assessment' => ['submissions']],
        'assessment.review' => ['assessment' => ['review']],
        'assessment.mark' => ['assessment' => ['review']],
        'assessment.return' => ['assessment' => ['comments', 'returned']],
        'assessment.verify' => ['assessment' => ['review']],
        'recognition.grant' => [
            'decision' => 'new',
            'counter' => ['used'],
            'assessment' => ['decision'],
            'recognition' => 'new',
        ],
        'recognition.refuse' => ['assessment' => []],
        'recognition.revoke' => ['recognition' => ['state', 'revokedAt', 'revokedReason'], 'assessment' => []],
        'recognition.attach' => ['recognition' => ['credential']],
        'recognition.expire' => ['assessment' => []],
        'criteria.publish' => ['criteria' => 'new'],
        'criteria.localise' => ['criteria' => 'new'],
        'consent.give' => ['consent' => 'new'],
        'consent.withdraw' => ['consent' => ['withdrawnAt']],
        'locality.import' => ['places' => ['localities', 'events', 'source']],
        'locality.change' => ['places' => ['localities', 'events']],
        'target.set' => ['target' => ['target', 'dropped', 'owner']],
        'target.drop' => ['target' => ['dropped', 'owner']],
        'indicator.report' => ['figure' => ['figure', 'by', 'byName', 'at', 'earlier']],
        'activity.record' => ['activity' => 'new'],
        'activity.update' => [
            'activity' => [
                'kind',
                'date',
                'place',
                'title',
                'sessions',
                'participants',
                'note',
                'source',
            ],
        ],
        'activity.remove' => ['activity' => ['removedAt']],
    ];

    /** @var array Commands that make somebody an author, who cannot judge any more. */
    public const AUTHORING = [
        'subject.register',
        'assessment.open',
        'assessment.answer',
        'assessment.submit',
        'assessment.withdraw',
    ];

    /** @var array States in which an assessment holds its year no more. */
    public const OVER = ['not-recognised', 'expired', 'revoked'];

    /** @var array States in which an author may type. */
    public const EDITABLE = ['draft', 'returned'];

    /** @var array States that count although the subject was closed since. */
    public const DECIDED = ['recognised', 'not-recognised', 'expired', 'revoked'];

    /** @var array Which counts a state adds to. */
    public const PASSED = [
        'submitted' => ['submitted'],
        'in-review' => ['submitted'],
        'verified' => ['submitted', 'verified'],
        'recognised' => ['submitted', 'verified', 'recognised'],
        'not-recognised' => ['submitted', 'verified', 'refused'],
        'expired' => ['submitted', 'verified', 'recognised'],
        'revoked' => ['submitted', 'verified'],
    ];

    /** @var array All counts. */
    public const COUNTS = ['subjects', 'registered', 'submitted', 'verified', 'recognised', 'refused'];

    /** @var array Fields that a line of the register has of its subject. */
    public const LINE = [
        'model',
        'subjectGroup',
        'name',
        'place',
        'parent',
        'head',
        'owner',
        'closedAt',
        'updatedAt',
    ];

    /** @var array Models whose titles are shown with consent only. */
    public const PERSONAL_MODELS = ['family', 'citizen'];

    /** @var array Fields of a title that anybody may read. */
    public const PUBLIC_TITLE = [
        'id',
        'version',
        'subjectName',
        'model',
        'cycle',
        'criteria',
        'criteriaStatus',
        'criteriaTitle',
        'outcome',
        'outcomeLabel',
        'place',
        'decision',
        'validFrom',
        'validUntil',
        'state',
        'revokedAt',
        'status',
        'credential',
        'updatedAt',
    ];

    /** @var string The record that counts places of the status lists. */
    public const COUNTER = 'revocation';

    /** @var int Bytes of the largest file of evidence. */
    public const LARGEST_FILE = 10485760;

    /** @var array How files of evidence begin. */
    public const SIGNATURES = [
        'image/jpeg' => '/^\\xff\\xd8\\xff/s',
        'image/png' => '/^\\x89PNG\\x0d\\x0a\\x1a\\x0a/s',
        'image/webp' => '/^RIFF[\\x00-\\xff]{4}WEBPVP8/s',
        'application/pdf' => '/^%PDF-/s',
    ];
}
