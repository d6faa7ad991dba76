import type { Achievement } from '../../domain/achievement.schema.js';
import type { Actor } from '../../domain/actor.schema.js';

/** Who sends a request, and where he is at home. */
export interface Identity {
  /** Null for a visitor. */
  actor: Actor | null;
  /** Code of the province that the request works in. */
  province: string;
  /**
   * Whether who says who he is says also that he achieved this, by the proof that comes with it. Absent: nobody does.
   * Errors: server, where that cannot be found out now.
   */
  achieved?: ((achievement: Achievement) => Promise<boolean>) | undefined;
}

/**
 * Finds out who sends a request. Answers a visitor where nothing is said; errors: unauthenticated, where what is said
 * cannot be believed.
 */
export type Identify = (request: {
  authorization: string | undefined;
  province: string | undefined;
}) => Promise<Identity>;
