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
 * Who may see what.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * What one person may read of a store.
 */
class sight {
    /** @var string[] types that anybody may read, some of them with names covered */
    private const OPEN = ['criteria', 'places', 'target', 'figure', 'activity', 'tally'];

    /** @var string[] types that belong to a subject and its owner */
    private const PERSONAL = ['subject', 'assessment', 'recognition', 'row'];

    /** @var string put in the place of a name that is covered */
    private const COVERED = 'hidden';

    /** @var true[]|null the titles that the person may see, by id; null before it was asked for */
    private ?array $titles = null;

    /** @var array whose a subject is, by its id, of those that are in a list of consents, or were looked up */
    private array $owners = [];

    /**
     * A person's sight of a store.
     *
     * @param store $store
     * @param actor|null $actor null for a visitor
     */
    public function __construct(
        /** @var store what is looked at */
        private readonly store $store,
        /** @var actor|null who looks */
        private readonly ?actor $actor,
    ) {
    }

    /**
     * A record as the person may read it.
     *
     * @param string $type
     * @param string $id
     * @return array `version` and `body`, or `hidden`; empty where there is none
     */
    public function read(string $type, string $id): array {
        $row = $this->store->find($type, $id);
        if (!$row) {
            return [];
        }
        $body = $this->shown($type, $row->value, $row->body);
        return $body === null ? ['hidden' => true] : self::told($row, $body);
    }

    /**
     * A record together with what a command on it looks at, so that one question is enough.
     *
     * @param string $id of an assessment or a subject
     * @return array[] records, each with `type`; those that are not there have nothing else
     */
    public function around(string $id): array {
        $assessment = $this->store->get('assessment', $id);
        $about = $assessment->subjectId ?? $id;
        $subject = $this->store->get('subject', $about);
        $wanted = [['assessment', $id], ['subject', $about], ['row', $about]];
        if ($subject && !$this->may_see($subject->owner, $about)) {
            // What stands around it says something of it, too.
            $subject = $assessment = null;
        }
        foreach ([...($subject->registrations ?? []), ...($assessment ? [$assessment] : [])] as $one) {
            $wanted[] = ['criteria', $one->criteria->id . '@' . $one->criteria->version];
        }
        foreach ($subject ? $this->store->scan('assessment', null, $about) : [] as $other) {
            $wanted[] = ['assessment', $other->recordid];
        }
        $found = [];
        foreach ($wanted as [$type, $key]) {
            $found["$type $key"] ??= ['type' => $type, 'id' => $key] + $this->read($type, $key);
        }
        return array_values($found);
    }

    /**
     * Records of a type, in the order of their ids, as far as the person may see them.
     *
     * @param string $type
     * @param string|null $after
     * @param string|null $parent
     * @param array $wanted `mine`: only what is the person's own; `state` and `cycle` of assessments and titles, '' for any
     * @return array `records` and `last`, the id after which to go on, or null
     */
    public function scan(string $type, ?string $after, ?string $parent, array $wanted = []): array {
        $seenby = in_array($type, self::PERSONAL) ? $this->seen_by() : null;
        if ($this->actor !== null && in_array($type, self::PERSONAL) && !empty($wanted['mine'])) {
            $seenby = [$this->actor->id, []];
        }
        $columns = in_array($type, ['assessment', 'recognition']) ? ['state' => '', 'cycle' => ''] : [];
        $columns = array_filter(array_intersect_key($wanted, $columns), fn($value) => $value !== '');
        $rows = $this->store->scan($type, $after, $parent, $seenby, store::SCAN, $columns);
        if ($type === 'consent') {
            $this->owners += $this->store->owners(array_column($rows, 'subject'));
        }
        $records = [];
        foreach ($rows as $row) {
            try {
                $body = $this->shown($type, store::parse($row->body), $row->body);
            } catch (\Error | \JsonException) {
                // One that is damaged must not hide the others.
                continue;
            }
            if ($body !== null) {
                $records[] = self::told($row, $body);
            }
        }
        $last = count($rows) === store::SCAN ? end($rows)->recordid : null;
        return ['records' => $records, 'last' => $last];
    }

    /**
     * The open assessment of a subject.
     *
     * @param string $subject
     * @param string $cycle
     * @return array as of read()
     */
    public function open_assessment(string $subject, string $cycle): array {
        $row = $this->store->open_assessment($subject, $cycle);
        return $row ? $this->read('assessment', $row->recordid) : [];
    }

    /**
     * What the log holds of a command; of somebody else's only that it is there.
     *
     * @param string $commandid
     * @return string|null JSON
     */
    public function entry(string $commandid): ?string {
        $row = $this->store->entry($commandid);
        if (!$row) {
            return null;
        }
        if ($this->actor && $row->actorid === $this->actor->id) {
            return $row->entry;
        }
        return json_encode(['command' => ['id' => $commandid], 'actor' => ['id' => self::COVERED, 'name' => ''],
            'at' => '', 'records' => []], store::JSON);
    }

    /**
     * A title as anybody may read it, with the years before and after: field by field, so that what is added to titles
     * later stays inside until the domain names it.
     *
     * @param string $id
     * @return array `recognition`, `recognitions`, `assessments` as JSON, and `place`; empty where it is not to be shown
     */
    public function title(string $id): array {
        $title = $this->store->get('recognition', $id);
        if (!$title) {
            return [];
        }
        $known = $this->actor && $this->may_see($title->owner, $title->subjectId);
        $personal = in_array($title->model, rules::PERSONAL_MODELS);
        if (!$known && $personal && !$this->may_be_shown($title->subjectId)) {
            return [];
        }
        $open = fn(stdClass $one) => array_intersect_key((array) $one, array_flip(rules::PUBLIC_TITLE));
        $titles = array_map(fn($row) => $open($row->value), $this->store->all('recognition', $title->subjectId));
        $assessments = [];
        foreach ($personal ? [] : $this->store->all('assessment', $title->subjectId) as $row) {
            $assessments[] = ['id' => $row->recordid, 'cycle' => $row->cycle, 'state' => $row->state,
                'updatedAt' => $row->value->updatedAt];
        }
        $subject = $personal ? null : $this->store->get('subject', $title->subjectId);
        return [
            'recognition' => $open($title),
            'recognitions' => $titles,
            'assessments' => $assessments,
            'place' => $subject->place ?? $title->place,
        ];
    }

    /**
     * A record lies within what the person may read.
     *
     * @param string $owner
     * @param string $subject
     * @return bool
     */
    public function may_see(string $owner, string $subject): bool {
        return $this->actor !== null && ($owner === $this->actor->id || $this->actor->in_scope($subject));
    }

    /**
     * The record's text, with names covered where need be; null where the person may not read it.
     *
     * @param string $type
     * @param stdClass $value
     * @param string $body
     * @return string|null
     */
    private function shown(string $type, stdClass $value, string $body): ?string {
        if (in_array($type, self::OPEN)) {
            return $this->covered($type, $value, $body);
        }
        if ($this->actor === null) {
            return null;
        }
        $may = match ($type) {
            'subject', 'row' => $this->may_see($value->owner, $value->id),
            'assessment', 'recognition' => $this->may_see($value->owner, $value->subjectId),
            'consent' => $this->may_see($this->owner_of($value->subjectId), $value->subjectId),
            'decision' => $this->sees_decision($value),
            'counter' => (bool) $this->actor->reaches('recognition.grant'),
            default => false,
        };
        return $may ? $body : null;
    }

    /**
     * Figures and activities without the names of those who told them, for who has no hand in them.
     *
     * @param string $type
     * @param stdClass $value
     * @param string $body
     * @return string
     */
    private function covered(string $type, stdClass $value, string $body): string {
        if ($type === 'activity' && $this->actor === null) {
            unset($value->note);
            $value->owner = self::COVERED;
            return json_encode($value, store::JSON);
        }
        if ($type === 'figure' && !$this->actor?->reaches('indicator.report')) {
            foreach ([$value, ...$value->earlier] as $told) {
                $told->by = self::COVERED;
                $told->byName = '';
            }
            return json_encode($value, store::JSON);
        }
        return $body;
    }

    /**
     * A decision names many: it is seen by who applied it, who is in charge of all, and who may see one of its titles. Whose
     * these are is asked once, not of each: a list has two hundred decisions, with up to five hundred titles each.
     *
     * @param stdClass $decision
     * @return bool
     */
    private function sees_decision(stdClass $decision): bool {
        if ($decision->owner === $this->actor->id || $this->actor->in_scope('*')) {
            return true;
        }
        $this->titles ??= array_fill_keys($this->store->ids('recognition', $this->seen_by()), true);
        return (bool) array_intersect_key(array_flip($decision->recognitions), $this->titles);
    }

    /**
     * Whose a subject is.
     *
     * @param string $subject
     * @return string empty where there is none
     */
    private function owner_of(string $subject): string {
        return $this->owners[$subject] ??= $this->store->get('subject', $subject)->owner ?? '';
    }

    /**
     * Its publication, or a badge to be shown, is consented to.
     *
     * @param string $subject
     * @return bool
     */
    private function may_be_shown(string $subject): bool {
        foreach ($this->store->all('consent', $subject) as $row) {
            $given = !isset($row->value->withdrawnAt) && in_array($row->value->purpose, ['publication', 'badge']);
            if ($given && in_array($row->value->giver, ['self', 'representative'])) {
                return true;
            }
        }
        return false;
    }

    /**
     * For the database: whose records the person sees; null for all.
     *
     * @return array|null
     */
    private function seen_by(): ?array {
        if ($this->actor === null) {
            return [self::COVERED, []];
        }
        return $this->actor->in_scope('*') ? null : [
            $this->actor->id,
            $this->actor->scope,
            $this->actor->courses,
            $this->actor->ingroups,
        ];
    }

    /**
     * A row as it is answered.
     *
     * @param stdClass $row
     * @param string $body
     * @return array
     */
    private static function told(stdClass $row, string $body): array {
        return ['id' => $row->recordid, 'version' => (int) $row->version, 'body' => $body];
    }
}
