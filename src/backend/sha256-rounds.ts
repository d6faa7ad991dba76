/**
 * The rounds of SHA-256 (FIPS 180-4, 6.2.2) over blocks of 64 bytes. Plain loops over 32-bit numbers that are given to
 * nobody: the ledger of a fund is a million of these blocks, gone through while somebody waits, and the rounds of
 * @noble/hashes, which are made for every algorithm of their family, take twice as long.
 */

// prettier-ignore
const constants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);
const schedule = new Int32Array(64);

/** Hashes the first `bytes` of `room`, a whole number of blocks, padded already; writes the 32 bytes to `digest`. */
export function hashBlocks(room: DataView, bytes: number, digest: DataView): void {
  let ha = 0x6a09e667 | 0;
  let hb = 0xbb67ae85 | 0;
  let hc = 0x3c6ef372 | 0;
  let hd = 0xa54ff53a | 0;
  let he = 0x510e527f | 0;
  let hf = 0x9b05688c | 0;
  let hg = 0x1f83d9ab | 0;
  let hh = 0x5be0cd19 | 0;
  for (let at = 0; at < bytes; at += 64) {
    for (let i = 0; i < 16; i += 1) schedule[i] = room.getInt32(at + i * 4);
    for (let i = 16; i < 64; i += 1) {
      const x = schedule[i - 15]!;
      const y = schedule[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      schedule[i] = (schedule[i - 16]! + schedule[i - 7]! + s0 + s1) | 0;
    }
    let a = ha;
    let b = hb;
    let c = hc;
    let d = hd;
    let e = he;
    let f = hf;
    let g = hg;
    let h = hh;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + (g ^ (e & (f ^ g))) + constants[i]! + schedule[i]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    ha = (ha + a) | 0;
    hb = (hb + b) | 0;
    hc = (hc + c) | 0;
    hd = (hd + d) | 0;
    he = (he + e) | 0;
    hf = (hf + f) | 0;
    hg = (hg + g) | 0;
    hh = (hh + h) | 0;
  }
  digest.setInt32(0, ha);
  digest.setInt32(4, hb);
  digest.setInt32(8, hc);
  digest.setInt32(12, hd);
  digest.setInt32(16, he);
  digest.setInt32(20, hf);
  digest.setInt32(24, hg);
  digest.setInt32(28, hh);
}
