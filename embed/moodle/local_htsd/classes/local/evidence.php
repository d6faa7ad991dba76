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
 * Evidence files.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use context_system;
use stored_file;

/**
 * Files under the hash of their bytes, in Moodle's file storage. They come in pieces, because PHP takes no large requests
 * where nobody has told it to, and are never served by an address: what is in them is given to who may see it, as text.
 */
class evidence {
    /** @var int files that one person may have begun and not brought to their end */
    private const MOSTBEGUN = 20;

    /**
     * Files of a tenant for one person.
     *
     * @param store $store
     * @param actor $actor
     */
    public function __construct(
        /** @var store whose records name files */
        private readonly store $store,
        /** @var actor who brings or asks */
        private readonly actor $actor,
    ) {
    }

    /**
     * Takes a piece of a file, which has to follow what is there.
     *
     * @param string $sha256 of the whole
     * @param int $offset where the piece begins
     * @param int $total bytes of the whole
     * @param string $piece
     * @return array `offset`, how much is there, and once it is whole `type` and `size`
     */
    public function put_piece(string $sha256, int $offset, int $total, string $piece): array {
        self::check_hash($sha256);
        if ($total > rules::LARGEST_FILE) {
            throw new \moodle_exception('errortoolarge', 'local_htsd', '', rules::LARGEST_FILE / 1048576);
        }
        if ($this->kept($sha256) && $this->may_read($sha256)) {
            return $this->told($sha256);
        }
        $folder = make_temp_directory('local_htsd/' . sha1($this->store->tenant . ' ' . $this->actor->id));
        $path = "$folder/$sha256";
        $there = is_file($path) ? filesize($path) : 0;
        if ($piece !== '' && ($offset !== $there || $offset + strlen($piece) > $total)) {
            return ['offset' => $there];
        }
        if ($there === 0) {
            self::make_room($folder);
        }
        file_put_contents($path, $piece, FILE_APPEND | LOCK_EX);
        clearstatcache(true, $path);
        if (filesize($path) < $total || $total === 0) {
            return ['offset' => filesize($path)];
        }
        $bytes = file_get_contents($path);
        unlink($path);
        $this->keep($sha256, $bytes);
        return $this->told($sha256);
    }

    /**
     * Forgets what was begun longest ago, where there is too much of it: it begins anew, if it ever goes on.
     *
     * @param string $folder
     */
    private static function make_room(string $folder): void {
        $begun = array_fill_keys(glob("$folder/*"), 0);
        foreach (array_keys($begun) as $path) {
            $begun[$path] = filemtime($path);
        }
        asort($begun);
        foreach (array_slice(array_keys($begun), 0, max(0, count($begun) - self::MOSTBEGUN + 1)) as $path) {
            unlink($path);
        }
    }

    /**
     * Stores a whole file, if it is evidence at all.
     *
     * @param string $sha256
     * @param string $bytes
     */
    private function keep(string $sha256, string $bytes): void {
        global $DB;
        $type = self::sniff($bytes);
        if ($type === null || hash('sha256', $bytes) !== $sha256) {
            throw new \moodle_exception('errorinvalid', 'local_htsd');
        }
        if (!$this->file($sha256)) {
            get_file_storage()->create_file_from_string($this->place($sha256) + ['mimetype' => $type], $bytes);
        }
        $row = ['tenant' => $this->store->tenant, 'sha256' => $sha256, 'actorid' => $this->actor->id];
        if (!$DB->record_exists('local_htsd_file', $row)) {
            $DB->insert_record('local_htsd_file', (object) ($row + ['userid' => $this->actor->userid,
                'filetype' => $type, 'filesize' => strlen($bytes), 'timecreated' => time()]));
        }
    }

    /**
     * The bytes of a file.
     *
     * @param string $sha256
     * @return array `type` and `bytes`
     */
    public function get(string $sha256): array {
        self::check_hash($sha256);
        $file = $this->file($sha256);
        if (!$file || !$this->may_read($sha256)) {
            throw new \moodle_exception('errornotfound', 'local_htsd');
        }
        return ['type' => $file->get_mimetype(), 'bytes' => $file->get_content()];
    }

    /**
     * By naming a file nobody may give himself the right to read it.
     *
     * @param string[] $hashes
     */
    public function check_names(array $hashes): void {
        foreach ($hashes as $sha256) {
            if ($this->kept($sha256) && !$this->may_read($sha256)) {
                refusal::refuse('invalid', "file $sha256");
            }
        }
    }

    /**
     * He brought it, or may see a record that names it.
     *
     * @param string $sha256
     * @return bool
     */
    private function may_read(string $sha256): bool {
        global $DB;
        $where = ['tenant' => $this->store->tenant, 'sha256' => $sha256];
        if ($DB->record_exists('local_htsd_file', $where + ['actorid' => $this->actor->id])) {
            return true;
        }
        $sight = new sight($this->store, $this->actor);
        foreach ($DB->get_records('local_htsd_fileref', $where) as $ref) {
            if (isset($sight->read($ref->type, $ref->recordid)['body'])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Somebody brought it.
     *
     * @param string $sha256
     * @return bool
     */
    private function kept(string $sha256): bool {
        global $DB;
        return $DB->record_exists('local_htsd_file', ['tenant' => $this->store->tenant, 'sha256' => $sha256]);
    }

    /**
     * What is said of a file that is there.
     *
     * @param string $sha256
     * @return array
     */
    private function told(string $sha256): array {
        $file = $this->file($sha256);
        return ['offset' => (int) $file->get_filesize(), 'type' => $file->get_mimetype(), 'size' => (int) $file->get_filesize()];
    }

    /**
     * The file in Moodle's storage.
     *
     * @param string $sha256
     * @return stored_file|null
     */
    private function file(string $sha256): ?stored_file {
        return get_file_storage()->get_file(...array_values($this->place($sha256))) ?: null;
    }

    /**
     * Where Moodle keeps a file.
     *
     * @param string $sha256
     * @return array
     */
    private function place(string $sha256): array {
        return [
            'contextid' => context_system::instance()->id,
            'component' => 'local_htsd',
            'filearea' => 'evidence',
            'itemid' => 0,
            'filepath' => '/' . $this->store->tenant . '/',
            'filename' => $sha256,
        ];
    }

    /**
     * What a file is, by its first bytes; null for what is no evidence.
     *
     * @param string $bytes
     * @return string|null
     */
    private static function sniff(string $bytes): ?string {
        foreach (rules::SIGNATURES as $type => $pattern) {
            if (preg_match($pattern, substr($bytes, 0, 16))) {
                return $type;
            }
        }
        return null;
    }

    /**
     * Refuses what is no hash, before it comes near a path.
     *
     * @param string $sha256
     */
    private static function check_hash(string $sha256): void {
        if (!preg_match('/^[0-9a-f]{64}\z/', $sha256)) {
            throw new \moodle_exception('errorinvalid', 'local_htsd');
        }
    }
}
