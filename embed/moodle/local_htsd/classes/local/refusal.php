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
 * A change that is not written.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

/**
 * Thrown by what checks a change. `outcome` is `refused`, with the code that a receipt carries and what was wrong for who
 * looks into it, or `stale`: somebody was faster, and the change has to be decided anew.
 */
class refusal extends \Exception {
    /** @var string `refused` or `stale` */
    public string $outcome;

    /** @var string code of a rejection, as the domain names them */
    public string $reason;

    /**
     * A refusal.
     *
     * @param string $outcome
     * @param string $reason
     * @param string $detail for the developer; never shown
     */
    private function __construct(string $outcome, string $reason, string $detail) {
        parent::__construct($detail);
        $this->outcome = $outcome;
        $this->reason = $reason;
    }

    /**
     * The person may not do this, or the records are not what the command may come to.
     *
     * @param string $reason
     * @param string $detail
     * @return never
     */
    public static function refuse(string $reason, string $detail = '') {
        throw new self('refused', $reason, $detail);
    }

    /**
     * What it rests on has changed.
     *
     * @param string $detail
     * @return never
     */
    public static function stale(string $detail = '') {
        throw new self('stale', '', $detail);
    }
}
