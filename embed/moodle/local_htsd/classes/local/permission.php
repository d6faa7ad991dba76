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
 * Who may do it to which record.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use stdClass;

/**
 * Whether a person may use a command on each of the records that it comes to.
 */
class permission {
    /**
     * Of one person, for one command.
     *
     * @param store $store
     * @param actor $actor
     * @param stdClass $command
     * @param array[] $writes records to be written, by type and id: type, id, value, before
     */
    public function __construct(
        /** @var store as it is */
        private readonly store $store,
        /** @var actor who changes it */
        private readonly actor $actor,
        /** @var stdClass what he changes it by */
        private readonly stdClass $command,
        /** @var array[] records to be written */
        private readonly array $writes,
    ) {
    }

    /**
     * The person may use the command on this record.
     *
     * @param array $write
     */
    public function check(array $write): void {
        ['type' => $type, 'value' => $value, 'before' => $before] = $write;
        match ($type) {
            'subject' => $before ? $this->permit_subject($before) : $this->own($value),
            'assessment' => $this->permit_assessment($value, $before),
            'recognition' => $this->permit_title($value),
            'consent' => $this->permit_subject($this->subject($value->subjectId)),
            'decision' => $this->own($value),
            'figure' => $this->permit_figure($value, $before),
            'activity' => $this->permit_activity($value, $before),
            default => null,
        };
    }

    /**
     * Refuses where the answer is no.
     *
     * @param string $owner
     * @param string $subject
     * @param bool $authored
     */
    private function may(string $owner, string $subject, bool $authored): void {
        $answer = $this->actor->may_act_on($this->command->kind, $owner, $subject, $authored);
        if ($answer !== 'yes') {
            refusal::refuse($answer, "$subject of $owner");
        }
    }

    /**
     * The subject as it is stored, or as it is about to be.
     *
     * @param string $id
     * @return stdClass
     */
    private function subject(string $id): stdClass {
        return $this->store->get('subject', $id)
            ?? $this->writes["subject $id"]['value']
            ?? refusal::refuse('not-found', "subject $id");
    }

    /**
     * He owns the subject, or is in charge of it; what is new is his own.
     *
     * @param stdClass $subject
     */
    private function permit_subject(stdClass $subject): void {
        $this->may($subject->owner, $subject->id, $subject->owner === $this->actor->id);
    }

    /**
     * What is new belongs to who makes it.
     *
     * @param stdClass $value
     */
    private function own(stdClass $value): void {
        (new signatures($this->actor))->own($value);
    }

    /**
     * The person had a hand in filling it in, so that he cannot judge it.
     *
     * @param stdClass $assessment
     * @return bool
     */
    private function authored(stdClass $assessment): bool {
        if ($assessment->owner === $this->actor->id) {
            return true;
        }
        foreach ($assessment->history as $step) {
            if ($step->by === $this->actor->id && in_array($step->kind, rules::AUTHORING)) {
                return true;
            }
        }
        return false;
    }

    /**
     * An assessment: whose it is, and how it goes on.
     *
     * @param stdClass $value
     * @param stdClass|null $before
     */
    private function permit_assessment(stdClass $value, ?stdClass $before): void {
        $subject = $this->subject($value->subjectId);
        $authored = $subject->owner === $this->actor->id || ($before && $this->authored($before));
        $this->may($before->owner ?? $subject->owner, $value->subjectId, $authored);
        (new progress($this->store, $this->actor, $this->command->kind))->check($value, $before, $subject);
    }

    /**
     * A title comes from a verified assessment that the person had no hand in.
     *
     * @param stdClass $title
     */
    private function permit_title(stdClass $title): void {
        $assessment = $this->store->get('assessment', $title->id) ?? refusal::refuse('not-found', 'assessment');
        $subject = $this->subject($assessment->subjectId);
        $this->may(
            $assessment->owner,
            $assessment->subjectId,
            $subject->owner === $this->actor->id || $this->authored($assessment)
        );
        foreach (['subjectId', 'model', 'cycle', 'criteria', 'owner'] as $field) {
            if (canonical::json([$title->$field ?? null]) !== canonical::json([$assessment->$field])) {
                refusal::refuse('invalid', "title and assessment differ in $field");
            }
        }
        $kind = $this->command->kind;
        $before = $this->writes["recognition $title->id"]['before'];
        $state = $kind === 'recognition.revoke' ? 'revoked' : 'granted';
        if ($title->state !== $state || ($before->state ?? 'granted') !== 'granted' || $title->assessmentId !== $title->id) {
            refusal::refuse('wrong-state', $title->state);
        }
        if ($kind !== 'recognition.attach' && !isset($this->writes["assessment $title->id"])) {
            refusal::refuse('invalid', 'a title without its assessment');
        }
    }

    /**
     * A figure of a place that the person is in charge of, told by himself; what was told before stays as it was told.
     *
     * @param stdClass $value
     * @param stdClass|null $before
     */
    private function permit_figure(stdClass $value, ?stdClass $before): void {
        $this->permit_place(strtok($value->place, '@'), null);
        $told = array_intersect_key((array) $before, array_flip(['figure', 'by', 'byName', 'at']));
        $earlier = $before ? [...$before->earlier, (object) $told] : [];
        if ($value->by !== $this->actor->id || canonical::json($value->earlier) !== canonical::json($earlier)) {
            refusal::refuse('forbidden', 'a figure that somebody else told');
        }
    }

    /**
     * An activity of a place that the person is in charge of, or his own.
     *
     * @param stdClass $value
     * @param stdClass|null $before
     */
    private function permit_activity(stdClass $value, ?stdClass $before): void {
        if (!$before) {
            $this->own($value);
        } else {
            $this->permit_place($before->place, $before->owner);
        }
        $this->permit_place($value->place, $before->owner ?? null);
    }

    /**
     * He is in charge of the place, or of the province whose list holds it.
     *
     * @param string $code
     * @param string|null $owner
     */
    private function permit_place(string $code, ?string $owner): void {
        $kind = $this->command->kind;
        foreach ([$code, 'nation', ...$this->actor->scope] as $over) {
            if ($over !== $code && $over !== 'nation' && !$this->holds_place($over, $code)) {
                continue;
            }
            if ($this->actor->may_act_on($kind, $owner ?? '', $over, false) === 'yes') {
                return;
            }
        }
        refusal::refuse('forbidden', "place $code");
    }

    /**
     * A part of the list of places has a place.
     *
     * @param string $part
     * @param string $code
     * @return bool
     */
    private function holds_place(string $part, string $code): bool {
        foreach ($this->store->get('places', $part)->localities ?? [] as $one) {
            if ($one->code === $code) {
                return true;
            }
        }
        return false;
    }
}
