// @ts-check

/** The last part of idb: what lets `for await` walk over cursors. Before it stands all that opens, reads and writes. */
const loops = /\nconst advanceMethodProps = [^]*?\n(?=export \{)/;

/**
 * idb without `for await` over cursors, which nothing here uses: half a kilobyte of what a first show waits for.
 * @param {string} code of idb's one module
 * @returns {string | undefined} undefined where it is written in another way
 */
export function withoutLoops(code) {
  const shorter = code.replace(loops, '');
  return shorter === code || /asyncIterator/.test(shorter) ? undefined : shorter;
}

/**
 * Vite: leaves out what is not used of idb.
 * @returns {import('vite').Plugin}
 */
export function idbWithoutLoops() {
  return {
    name: 'idb-without-loops',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/idb\/build\/index\.js/ },
      handler(code) {
        const shorter = withoutLoops(code);
        if (shorter === undefined) this.error('idb is written in a way that is not understood.');
        return { code: shorter, map: null };
      },
    },
  };
}
