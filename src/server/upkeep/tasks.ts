import { dateInVietnam } from '../../domain/civil-date.js';
import { isHtsdError } from '../../backend/errors.js';
import type { Uploads } from '../files/uploads.js';
import { eraseSubject, type EraseOptions } from './erase.js';
import { personalData, subjectsOf } from './personal-data.js';
import { deliveriesOf } from '../storage/deliveries.js';
import { lastCommand } from '../storage/last-command.js';
import { missingFiles } from './missing-files.js';
import { keepRetention } from './retention.js';

export interface TaskOptions extends EraseOptions {
  uploads: Uploads;
  print: (line: string) => void;
}

const tasks = ['retention', 'export', 'erase', 'evidence', 'webhooks'] as const;
export type Task = (typeof tasks)[number];
export const isTask = (word: string): word is Task => tasks.some((task) => task === word);

export const taskHelp = `htsd-server                        serves
htsd-server retention              erases what is kept longer than its consent allows, and files that nothing names
htsd-server retention <today>      the same where nobody has sent a command for more than a year
htsd-server export subject <id>    writes all that is kept of a subject
htsd-server export person <id>     writes all that is kept of the subjects that an account owns
htsd-server erase subject <id>     takes out what is kept of a subject
htsd-server evidence               writes which files records name and the store does not have, as after a restore
htsd-server webhooks               writes how many events wait to be sent, and how many were given up
htsd-server webhooks retry <name>  has those sent again that were given up
htsd-server webhooks drop <name>   takes out what waits and what was given up, for one who is not told any more
`;

/**
 * Does one of the works that an operator asks for or has done by a timer, and prints what came of it as JSON.
 * @returns the code to end with: 0; 64 where the words make no sense; 66 where there is no such subject, 65 where files are missing; 75 to try again
 */
export async function runTask(task: Task, args: readonly string[], options: TaskOptions): Promise<number> {
  const { database, province, print } = options;
  const [what, id] = args;
  if (task === 'retention' && args.length <= 1) return retention(what, options);
  if (task === 'webhooks') return webhooks(args, options);
  if (task === 'evidence' && args.length === 0) {
    let missing = 0;
    for await (const one of missingFiles(options)) {
      print(JSON.stringify(one));
      missing += 1;
    }
    print(JSON.stringify({ missing }));
    return missing === 0 ? 0 : 65;
  }
  if (args.length !== 2 || id === undefined) return 64;
  if (task === 'export' && (what === 'subject' || what === 'person')) {
    const ids = what === 'subject' ? [id] : await subjectsOf(database, province, id);
    const found = await personalData(database, province, ids);
    if (found.length === 0) return 66;
    print(JSON.stringify(found, undefined, 2));
    return 0;
  }
  if (task !== 'erase' || what !== 'subject') return 64;
  try {
    const done = await eraseSubject(options, id);
    print(JSON.stringify(done));
    return done.stuck === 0 ? 0 : 75;
  } catch (error) {
    if (isHtsdError(error) && error.code === 'not-found') return 66;
    if (isHtsdError(error) && error.params['reason'] === 'busy') return 75;
    throw error;
  }
}

/**
 * Erases nothing after so many milliseconds without a command, unless it is said what day it is: more likely than a province in
 * which nobody did anything is a clock that is years ahead, by which everybody's time would be over.
 */
const silence = 400 * 86_400_000;

async function retention(day: string | undefined, options: TaskOptions): Promise<number> {
  const { database, province, now, print } = options;
  const today = dateInVietnam(now().toISOString());
  const last = await database.behind({ role: 'writer', province }, (db) => lastCommand(db, province));
  const isSilent = last !== undefined && now().getTime() - last.getTime() > silence;
  if (day === undefined ? isSilent : day !== today) {
    print(JSON.stringify({ today, lastCommand: last && dateInVietnam(last.toISOString()) }));
    return 75;
  }
  const done = await keepRetention(options);
  print(JSON.stringify(done));
  return done.stuck === 0 ? 0 : 75;
}

async function webhooks(args: readonly string[], options: TaskOptions): Promise<number> {
  const { database, province, now, print } = options;
  const deliveries = deliveriesOf(database, province);
  const [what, name] = args;
  if (args.length === 0) print(JSON.stringify(await deliveries.standings()));
  else if (args.length !== 2 || name === undefined) return 64;
  else if (what === 'retry') print(JSON.stringify({ again: await deliveries.retry(name, now()) }));
  else if (what === 'drop') print(JSON.stringify({ dropped: await deliveries.drop(name) }));
  else return 64;
  return 0;
}
