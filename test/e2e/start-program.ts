import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What an operator starts. */
export const program = fileURLToPath(new URL('../../dist/server/htsd-server.js', import.meta.url));

/**
 * For a program that lives for seconds only: the database in it is compiled once and simply. To compile it again, better and
 * for long use, takes as much of the processor as all else that such a program does.
 */
export const briefly = ['--liftoff-only'];

export interface RunningProgram {
  child: ChildProcess;
  /** Where it listens; undefined where it ended before it did. */
  port: number | undefined;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  said(): string;
  complained(): string;
}

/** Starts the program as an operator does, and waits until it says where it listens. */
export async function startProgram(env: NodeJS.ProcessEnv): Promise<RunningProgram> {
  const child = spawn(process.execPath, [...briefly, program], { env });
  let said = '';
  let complained = '';
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  child.stderr.on('data', (text: Buffer) => (complained += text.toString()));
  const port = await new Promise<number | undefined>((done) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const line = said.split('\n').find((one) => one.includes('"listening"'));
      if (line) done((JSON.parse(line) as { port: number }).port);
    });
    void ended.then(() => done(undefined));
  });
  return { child, port, ended, said: () => said, complained: () => complained };
}
