// @ts-check
import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(import.meta.url);

/**
 * A process that makes one of Vite's builds after the other: most of a small one's time went into loading the tools.
 * @returns {{ build: (mode: string, outDir?: string) => Promise<void>, close: () => void }} `mode` of vite.config.ts; `outDir`
 * stands for the folder named there. `build` rejects where it fails, and waits for no other one: ask when it has answered.
 */
export function viteBuilder() {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  return {
    build: (mode, outDir) =>
      new Promise((done, fail) => {
        child ??= fork(script);
        const builder = child;
        const failed = () => fail(new Error(`The build "${mode}" failed.`));
        builder.once('exit', failed);
        builder.once('message', (built) => {
          builder.off('exit', failed);
          if (built === true) done();
          else failed();
        });
        builder.send({ mode, outDir });
      }),
    close: () => void child?.kill(),
  };
}

if (process.argv[1] === script) {
  const { build } = await import('vite');
  process.on('message', async (/** @type {{ mode: string, outDir?: string }} */ { mode, outDir }) => {
    try {
      await build({ mode, logLevel: 'warn', ...(outDir !== undefined && { build: { outDir } }) });
      process.send?.(true);
    } catch (error) {
      console.error(error);
      process.send?.(false);
    }
  });
}
