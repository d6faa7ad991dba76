import { Achievement } from '../../domain/achievement.schema.js';
import { malformed, type MoodleTransport } from './transport.js';

/** Courses and badges as the plugin tells them, and of whom. What does not fit is left out. Errors: as the port says. */
export async function readAchievements(
  transport: MoodleTransport,
  signal: AbortSignal | undefined,
): Promise<{ achievements: Achievement[]; person: unknown }> {
  const answer = (await transport.call('local_htsd_achievements', {}, signal)) as Record<string, unknown>;
  const { achievements: told, person } = answer;
  if (!Array.isArray(told)) throw malformed('local_htsd_achievements');
  const achievements = told.flatMap((one: unknown) => {
    // Moodle says null of what there is none of.
    const said = Object.entries(one ?? {}).filter(([, value]) => value !== null);
    const read = Achievement.safeParse(Object.fromEntries(said));
    return read.success ? [read.data] : [];
  });
  return { achievements, person };
}
