import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processorTime } from './postgres.mjs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const { publicKey, privateKey } = await generateKeyPair('EdDSA');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'EdDSA' }] };
const issuer = 'https://id.example.vn';
export const province = '25';

/** A token as a portal's provider would sign it. */
export function tokenFor(id, roles = ['officer'], scope = undefined) {
  return new SignJWT({ name: id, htsd_roles: roles, htsd_scope: scope, htsd_province: province })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
    .setIssuer(issuer)
    .setAudience('htsd')
    .setSubject(id)
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(privateKey);
}

export const ours = fileURLToPath(new URL('../../../dist/server/htsd-server.js', import.meta.url));
const plain = fileURLToPath(new URL('plain.mjs', import.meta.url));

/** Starts a program as an operator does, and waits until it says where it listens. */
export async function start(which, env) {
  const data = mkdtempSync(join(tmpdir(), 'htsd-bench-data-'));
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE ?? '').split(' ').filter(Boolean), { ours, plain }[which] ?? which],
    {
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        HTSD_DATA: data,
        HTSD_PROVINCE: province,
        HTSD_ISSUERS: JSON.stringify([{ issuer, audience: 'htsd', jwks, lifetime: 120 }]),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  // Whatever goes wrong here, nothing is left running.
  process.once('exit', () => child.kill('SIGKILL'));
  const port = await new Promise((done, fail) => {
    let said = '';
    const hear = (text) => {
      said += text;
      const line = said.split('\n').find((one) => one.includes('"listening"'));
      if (!line) return;
      // What it logs from now on is taken from it, and read by nobody: whoever measures must not be what is slow.
      child.stdout.off('data', hear).resume();
      done(JSON.parse(line).port);
    };
    child.stdout.on('data', hear);
    child.once('exit', (code) => fail(new Error(`${which} ended with ${code}: ${said}`)));
  });
  return {
    port,
    /** Milliseconds of processor time that it has used so far. */
    used: () => processorTime(child.pid),
    /** Resident bytes. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) * 1024,
    signal: (name) => child.kill(name),
    /** The next line of its log that says so. */
    hears: (message) =>
      new Promise((done) => {
        let said = '';
        const hear = (text) => {
          said += text;
          const line = said
            .split('\n')
            .slice(0, -1)
            .find((one) => one.includes(`"message":"${message}"`));
          if (!line) return;
          child.stdout.off('data', hear).resume();
          done(JSON.parse(line));
        };
        child.stdout.on('data', hear);
      }),
    async stop() {
      child.removeAllListeners('exit');
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
