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
 * Keys by which this site says to a server who is signed in.
 *
 * @package    local_htsd
 * @copyright  2026 HTSD contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

namespace local_htsd\local;

use core\encryption;
use Firebase\JWT\JWT;

/**
 * Keys of Ed25519: one signs, one may wait to be known to the server, old ones stay published until they are removed. Their
 * secret halves lie in the settings, encrypted by the key of this site, which is kept outside of the database.
 */
class signing_keys {
    /** @var string waits until the server knows it */
    public const NEXT = 'next';

    /** @var string signs */
    public const CURRENT = 'current';

    /** @var string signs no more; its last tokens may be on their way */
    public const OLD = 'old';

    /**
     * All keys, without their secrets.
     *
     * @return array[] kid, state, x (the public half, base64url), time (when it was made)
     */
    public static function all(): array {
        return array_map(fn($key) => array_diff_key($key, ['secret' => '']), self::read());
    }

    /**
     * What anybody may know: the public halves, as RFC 7517 writes them.
     *
     * @return array
     */
    public static function public_set(): array {
        return ['keys' => array_map(fn($key) => [
            'kty' => 'OKP', 'crv' => 'Ed25519', 'use' => 'sig', 'alg' => 'EdDSA', 'kid' => $key['kid'], 'x' => $key['x'],
        ], self::read())];
    }

    /**
     * There is a key that signs.
     *
     * @return bool
     */
    public static function ready(): bool {
        return self::find(self::CURRENT) !== null;
    }

    /**
     * Makes a key. The first one signs at once, each later one when it is told to; there is one that waits, at most.
     */
    public static function make(): void {
        if (self::find(self::NEXT) !== null) {
            return;
        }
        $pair = sodium_crypto_sign_keypair();
        $public = sodium_crypto_sign_publickey($pair);
        $key = [
            'kid' => substr(hash('sha256', $public), 0, 16),
            'state' => self::ready() ? self::NEXT : self::CURRENT,
            'x' => JWT::urlsafeB64Encode($public),
            'secret' => encryption::encrypt(base64_encode(sodium_crypto_sign_secretkey($pair))),
            'time' => time(),
        ];
        self::write([...self::read(), $key], "+ {$key['kid']} ({$key['state']})");
    }

    /**
     * From now on the key that waits signs, and the one that signed is an old one.
     */
    public static function promote(): void {
        $next = self::find(self::NEXT);
        if ($next === null) {
            return;
        }
        $keys = array_map(function ($key) use ($next) {
            $state = $key['kid'] === $next['kid'] ? self::CURRENT : self::OLD;
            return ['state' => $state] + $key;
        }, self::read());
        self::write($keys, "= {$next['kid']} (" . self::CURRENT . ')');
    }

    /**
     * Forgets a key that does not sign.
     *
     * @param string $kid
     */
    public static function remove(string $kid): void {
        $keys = self::read();
        $left = array_filter($keys, fn($key) => $key['kid'] !== $kid || $key['state'] === self::CURRENT);
        if (count($left) < count($keys)) {
            self::write(array_values($left), "- $kid");
        }
    }

    /**
     * Signs claims.
     *
     * @param array $claims
     * @return string a token, as RFC 7519 writes it
     */
    public static function sign(array $claims): string {
        $key = self::find(self::CURRENT);
        return JWT::encode($claims, encryption::decrypt($key['secret']), 'EdDSA', $key['kid']);
    }

    /**
     * A key in a state.
     *
     * @param string $state
     * @return array|null
     */
    private static function find(string $state): ?array {
        foreach (self::read() as $key) {
            if ($key['state'] === $state) {
                return $key;
            }
        }
        return null;
    }

    /**
     * The keys as they are kept.
     *
     * @return array[]
     */
    private static function read(): array {
        return json_decode(get_config('local_htsd', 'signingkeys') ?: '[]', true) ?: [];
    }

    /**
     * Keeps the keys. Who did what with which stands in the report of changed settings, secrets do not.
     *
     * @param array[] $keys
     * @param string $what
     */
    private static function write(array $keys, string $what): void {
        set_config('signingkeys', json_encode($keys), 'local_htsd');
        add_to_config_log('signingkeys', '', $what, 'local_htsd');
    }
}
