import { HtsdError } from '../src/backend/errors.js';
import type { MoodlePage } from '../src/backend/moodle/ajax.js';

/** What Moodle's pages know of themselves. */
interface MoodleGlobal {
  M?: { cfg?: Partial<MoodlePage> & { contextid?: number } };
}

const config = () => (globalThis as MoodleGlobal).M?.cfg;

/** The Moodle that this page is of. Errors: invalid where it is of none. */
export function moodlePage(): MoodlePage {
  const { wwwroot, sesskey } = config() ?? {};
  if (wwwroot === undefined || sesskey === undefined)
    throw new HtsdError('invalid', { params: { field: 'wwwroot' } });
  return { wwwroot, sesskey };
}

/** Moodle's context of this page; undefined where it is of none. */
export const moodleContext = (): number | undefined => config()?.contextid;
