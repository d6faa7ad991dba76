import { performance } from 'node:perf_hooks';
import { importJWK, jwtVerify, SignJWT } from 'jose';
import { summary } from '../harness/stats.mjs';

/** Badges of one decision. */
const count = 1_000;
const listUrl = 'https://khuyenhoc.example/status/1';
const now = '2026-08-10T08:00:00.000Z';

/** Titles as a decision grants them; every tenth one is revoked. */
function factsOf(index) {
  return {
    id: `0190b2a4-7c1e-7d3a-9f00-${String(index).padStart(12, '0')}`,
    subjectId: `subject-${index}`,
    subjectName: `Gia đình ông Nguyễn Văn ${index}`,
    model: 'family',
    cycle: '2025',
    criteria: { id: 'gia-dinh-hoc-tap', version: '1' },
    outcome: 'dat',
    outcomeLabel: { vi: 'Đạt', en: 'Met' },
    place: { name: 'Xã Vĩnh Phúc', code: '08869' },
    decision: {
      number: '15/QĐ-UBND',
      date: '2026-02-10',
      signer: 'Trần Thị Bình',
      issuer: { id: 'ubnd', name: 'Ủy ban nhân dân xã Vĩnh Phúc' },
    },
    validFrom: '2026-02-10',
    validUntil: '2027-02-09',
    status: { list: listUrl, index },
  };
}

/** Issuing and checking the badges of a decision, against bare jose signing and checking the same payloads. */
export async function credentials(lib, rounds = 3) {
  const secret = new Uint8Array(32).fill(7);
  const signer = lib.createLocalSigner(secret);
  const options = { tenant: 'vinh-phuc', issuer: { id: signer.issuer } };
  const badges = Array.from({ length: count }, (_, index) => lib.buildCredential(factsOf(index), options));
  const bits = badges.reduce(
    (list, _, index) => (index % 10 === 0 ? lib.setBit(list, index, true) : list),
    lib.newStatusList(),
  );
  const facts = { id: listUrl, issuer: signer.issuer, bits, validFrom: '2026-08-01T00:00:00Z' };
  const content = await lib.signDataIntegrity(lib.buildStatusListCredential(facts), signer, facts.validFrom);
  const context = { now, statusLists: { [listUrl]: { content, fetchedAt: now } } };

  const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(signer.publicKey.bytes) };
  const privateKey = await importJWK({ ...jwk, d: base64url(secret) }, 'EdDSA');
  const publicKey = await importJWK(jwk, 'EdDSA');
  const header = { alg: 'EdDSA', kid: signer.id, typ: 'JWT' };

  const ways = {
    'jose: sign': () => each(badges, (one) => new SignJWT(one).setProtectedHeader(header).sign(privateKey)),
    'jose: check': (made) =>
      each(made['jose: sign'], (one) => jwtVerify(one, publicKey, { currentDate: new Date(now) })),
    'jwt: issue': () =>
      each(badges, (_, index) => lib.signJwt(lib.buildCredential(factsOf(index), options), signer)),
    'jwt: check': (made) => each(made['jwt: issue'], (one) => lib.verify(one, context)),
    'proof: issue': () =>
      each(badges, (_, index) =>
        lib.signDataIntegrity(lib.buildCredential(factsOf(index), options), signer, '2026-02-10T02:00:00Z'),
      ),
    'proof: check': (made) => each(made['proof: issue'], (one) => lib.verify(one, context)),
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  const memory = {};
  const made = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(ways)) {
      globalThis.gc?.();
      const before = process.memoryUsage();
      const start = performance.now();
      made[name] = await run(made);
      times[name].push(performance.now() - start);
      globalThis.gc?.();
      const after = process.memoryUsage();
      const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
      memory[name] = grown / 1e6;
    }
  }
  for (const name of ['jwt: check', 'proof: check']) {
    const revoked = made[name].filter(({ answer }) => answer === 'revoked').length;
    const valid = made[name].filter(({ answer }) => answer === 'valid').length;
    if (revoked !== count / 10 || valid !== count - revoked)
      throw new Error(`${name}: ${valid} valid, ${revoked} revoked`);
  }
  return {
    count,
    memory,
    times: Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summary(all)])),
  };
}

async function each(list, run) {
  const done = [];
  for (const [index, one] of list.entries()) done.push(await run(one, index));
  return done;
}
