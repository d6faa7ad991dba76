import type { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.schema.js';
import { audience, createSigner, issuer, type Signer } from './keys.js';
import type { Identify } from '../../src/server/identity/identity.js';
import { tokenIdentity } from '../../src/server/identity/tokens.js';

const officer: Actor = { id: 'cb-1', name: 'Nguyễn Thị Ánh', roles: ['officer'], scope: ['don-vi-1'] };
let signer: Signer;
let identify: Identify;
beforeAll(async () => {
  signer = await createSigner();
  identify = tokenIdentity({ issuers: [{ issuer, audience, keys: signer.keys }], province: '25' });
});

const asking = (token: string, province?: string) => identify({ authorization: `Bearer ${token}`, province });

describe('who sends a request', () => {
  it('is a visitor where he says nothing, in the province that he names', async () => {
    expect(await identify({ authorization: undefined, province: undefined })).toEqual({
      actor: null,
      province: '25',
    });
    expect(await identify({ authorization: undefined, province: '01' })).toEqual({
      actor: null,
      province: '01',
    });
  });

  it('is who the token names, with its roles, scope and province', async () => {
    expect(await asking(await signer.token(officer, '26'))).toMatchObject({ actor: officer, province: '26' });
  });

  it('is a visitor in every province but his own', async () => {
    expect(await asking(await signer.token(officer, '26'), '25')).toEqual({ actor: null, province: '25' });
    expect(await asking(await signer.token(officer, '26'), '26')).toMatchObject({ actor: { id: 'cb-1' } });
  });

  const bad: [string, (jwt: SignJWT) => SignJWT][] = [
    ['for somebody else', (jwt) => jwt.setAudience('another')],
    ['of somebody else', (jwt) => jwt.setIssuer('https://elsewhere.example.vn')],
    ['of yesterday', (jwt) => jwt.setExpirationTime(Math.floor(Date.now() / 1000) - 3_600)],
    ['of tomorrow', (jwt) => jwt.setNotBefore('1d')],
    ['about nobody', (jwt) => jwt.setSubject('')],
  ];
  it.each(bad)('is refused with a token %s', async (_, change) => {
    await expect(asking(await signer.token(officer, '26', change))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('is refused with a token that another key signed, that was changed, or that is none', async () => {
    const other = await createSigner();
    const token = await signer.token(officer, '26');
    const [head, , sign] = token.split('.');
    const body = Buffer.from(JSON.stringify({ iss: issuer, aud: audience, sub: 'x', exp: 9e9 })).toString(
      'base64url',
    );
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const wrong of [
      await other.token(officer, '26'),
      `${head}.${body}.${sign}`,
      `${none}.${body}.AA`,
      'abc',
      '',
    ])
      await expect(asking(wrong)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('bears a clock that differs by a minute, and no more', async () => {
    const at = (seconds: number) =>
      signer.token(officer, '26', (jwt) => jwt.setExpirationTime(Math.floor(Date.now() / 1000) + seconds));
    expect(await asking(await at(-50))).toMatchObject({ actor: { id: 'cb-1' } });
    await expect(asking(await at(-70))).rejects.toMatchObject({ params: { reason: 'expired' } });
  });

  it('is refused by an issuer whose tokens last an hour with one that begins in a year, and so lasts until then', async () => {
    const { keys } = signer;
    const host = tokenIdentity({ issuers: [{ issuer, audience, keys, lifetime: 60 }], province: '25' });
    const from = async (seconds: number) => {
      const iat = Math.floor(Date.now() / 1000) + seconds;
      const change = (jwt: SignJWT) => jwt.setIssuedAt(iat).setExpirationTime(iat + 1_800);
      return host({
        authorization: `Bearer ${await signer.token(officer, '25', change)}`,
        province: undefined,
      });
    };
    expect(await from(0)).toMatchObject({ actor: { id: 'cb-1' } });
    expect(await from(50), 'a clock that is ahead').toMatchObject({ actor: { id: 'cb-1' } });
    await expect(from(365 * 86_400)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('holds only roles that there are, in the words of his issuer', async () => {
    const told = { ...officer, roles: ['officer', 'root'] as never };
    expect((await asking(await signer.token(told, '26'))).actor?.roles).toEqual(['officer']);
    const keycloak = tokenIdentity({
      issuers: [
        { issuer, audience, keys: signer.keys, roles: { 'can-bo': 'officer', __proto__: 'admin' } as never },
      ],
      province: '25',
    });
    const said = { ...officer, roles: ['can-bo', 'toString', 'admin'] as never };
    const { actor } = await keycloak({
      authorization: `Bearer ${await signer.token(said, '26')}`,
      province: undefined,
    });
    expect(actor?.roles).toEqual(['officer']);
  });

  it('is in charge of nothing that has no name', async () => {
    const told = { ...officer, scope: ['', '07210', ''] };
    expect((await asking(await signer.token(told, '26'))).actor?.scope).toEqual(['07210']);
  });

  it('is one of those that his issuer may name, in charge of what it may put people in charge of', async () => {
    const school = tokenIdentity({
      issuers: [{ issuer, audience, keys: signer.keys, people: 'school.', within: ['07210', 'don-vi-1'] }],
      province: '25',
    });
    const ask = async (actor: Actor) =>
      school({ authorization: `Bearer ${await signer.token(actor, '25')}`, province: undefined });
    const known = { ...officer, id: 'school.u4', scope: ['*', '07210', '07213'] };
    expect((await ask(known)).actor).toMatchObject({ id: 'school.u4', scope: ['07210'] });
    await expect(ask({ ...known, id: 'cb-1' })).rejects.toMatchObject({
      code: 'unauthenticated',
      params: { reason: 'subject' },
    });
  });
});
