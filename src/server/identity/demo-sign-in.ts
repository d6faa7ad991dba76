import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Actor } from '../../domain/actor.schema.js';
import { z } from '../../domain/zod.js';
import { HtsdError } from '../../backend/errors.js';
import type { Issuer } from './tokens.js';

/** Lets anybody be anybody. For trials on one's own machine, never beside real data. */
export interface DemoSignIn {
  /** Whose tokens the server believes then. */
  issuer: Issuer;
  /**
   * A token for the person that is asked for, whoever asks. Errors: invalid, where it is no person.
   * @param asked an actor: id, name, roles, scope; with `province`, of another province than that of the program
   */
  tokenFor(asked: unknown): Promise<{ token: string; minutes: number }>;
}

const Asked = z.object({
  ...Actor.shape,
  province: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
});

const name = 'htsd-demo';
const minutes = 60;

/** Signs by a key that is made now and gone with the program. */
export async function createDemoSignIn(province: string): Promise<DemoSignIn> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: name }] };
  return {
    issuer: { issuer: name, audience: name, keys, lifetime: minutes },
    async tokenFor(asked) {
      const read = Asked.safeParse(asked);
      if (!read.success) throw new HtsdError('invalid', { params: { field: 'actor' } });
      const { id, name: called, roles, scope, province: home = province } = read.data;
      const token = await new SignJWT({
        ...{ name: called, htsd_roles: roles, htsd_scope: scope ?? [] },
        htsd_province: home,
      })
        .setProtectedHeader({ alg: 'EdDSA', kid: name })
        .setIssuer(name)
        .setAudience(name)
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime(`${minutes}m`)
        .sign(privateKey);
      return { token, minutes };
    },
  };
}
