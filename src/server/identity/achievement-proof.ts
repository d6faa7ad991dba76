import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { createHash } from 'node:crypto';
import type { Achievement } from '../../domain/achievement.schema.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import { HtsdError } from '../../backend/errors.js';
import { algorithms } from './algorithms.js';
import { NoKeys } from './key-source.js';

/** Whom a proof has to be of and about. */
export interface Proving {
  /** As its tokens name it, and us. */
  issuer: string;
  audience: string;
  keySet: JWTVerifyGetKey;
  /** The `sub` of the person who claims it. */
  person: string;
  /** Seconds by which clocks may differ. */
  skew: number;
  at: Date;
}

/** Most seconds from `iat` to `exp`: what waits on a device is sent by then, and a badge that was taken back claimed no more. */
const longest = 31 * 86_400;

/**
 * What a proof holds of an achievement: the SHA-256 of its canonical JSON without the proof, base64url. A proof is kept with the
 * record, and what it says stands beside it.
 */
export function achievementDigest({ proof: _, ...achievement }: Achievement): string {
  return createHash('sha256').update(canonicalJson(achievement)).digest('base64url');
}

/**
 * The proof of an achievement is of this issuer, about this person and this very achievement. No token for signing in is one, nor
 * the other way round: they are for different audiences. Errors: server, where the issuer's keys cannot be had.
 */
export async function proves(
  achievement: Achievement,
  { issuer, audience, keySet, person, skew, at }: Proving,
): Promise<boolean> {
  if (achievement.proof === undefined) return false;
  try {
    const { payload } = await jwtVerify(achievement.proof, keySet, {
      ...{ issuer, audience: `${audience}/achievement`, subject: person, algorithms },
      ...{ clockTolerance: skew, currentDate: at, requiredClaims: ['exp'], maxTokenAge: longest },
    });
    const { exp = 0, iat = 0, htsd_achievement: digest } = payload;
    return exp - iat <= longest && digest === achievementDigest(achievement);
  } catch (error) {
    if (error instanceof NoKeys || !(error instanceof errors.JOSEError))
      throw new HtsdError('server', { params: { reason: 'identity' }, cause: error });
    return false;
  }
}
