// @ts-check

/** @typedef {import('rolldown').ChunkingContext} Context */

/**
 * How far small pieces are put together, in characters of source without comments, of which some 40 in 100 are left when
 * minified.
 * @typedef {object} Limits
 * @property {number} small smaller ones are worth no request of their own
 * @property {number} alongside what a root may be given, all in all, that it did not ask for
 * @property {boolean} [apart] what others need, too, is not put into the file of an entry, whose names are its interface
 */

/**
 * @typedef {object} Piece modules that the same roots need
 * @property {string[]} ids
 * @property {Set<string>} users roots that need it
 * @property {number} size
 * @property {boolean} asked holds a root: what it does when loaded is nobody else's
 * @property {string | undefined} place
 */

/** @param {string} code */
const weight = (code) =>
  code
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ').length;

/**
 * What a page can ask for, and what comes with each.
 * @param {readonly string[]} entries
 * @param {Context} context
 */
function reachable(entries, context) {
  /** @type {Map<string, Set<string>>} */
  const users = new Map();
  const roots = [...entries];
  for (const root of roots) {
    const waiting = [root];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const known = users.get(id) ?? new Set();
      if (known.has(root)) continue;
      users.set(id, known.add(root));
      const { importedIds = [], dynamicallyImportedIds = [] } = context.getModuleInfo(id) ?? {};
      waiting.push(...importedIds);
      for (const asked of dynamicallyImportedIds) if (!roots.includes(asked)) roots.push(asked);
    }
  }
  return { users, roots: new Set(roots) };
}

/**
 * Pieces as a bundler cuts them: modules that the same roots need lie together.
 * @param {ReturnType<typeof reachable>} graph
 * @param {Context} context
 * @param {(id: string) => string | undefined} placeOf the name of the place that a module has already
 */
function cut({ users, roots }, context, placeOf) {
  const numbers = new Map([...roots].map((root, at) => [root, at]));
  /** @type {Map<string, Piece>} */
  const pieces = new Map();
  for (const [id, by] of users) {
    const place = placeOf(id);
    const key =
      place ??
      [...by]
        .map((root) => numbers.get(root))
        .sort()
        .join();
    const piece = pieces.get(key) ?? {
      ids: [],
      users: new Set(),
      size: 0,
      asked: place !== undefined,
      place,
    };
    piece.ids.push(id);
    for (const root of by) piece.users.add(root);
    piece.size += weight(context.getModuleInfo(id)?.code ?? '');
    piece.asked ||= roots.has(id);
    pieces.set(key, piece);
  }
  return [...pieces.values()];
}

/**
 * @param {Piece} piece
 * @param {Map<Piece, Set<Piece>>} needs
 * @param {Set<Piece>} [found]
 * @returns {Set<Piece>} the piece and all that comes with it
 */
function comesWith(piece, needs, found = new Set()) {
  if (found.has(piece)) return found;
  found.add(piece);
  for (const next of needs.get(piece) ?? []) comesWith(next, needs, found);
  return found;
}

/**
 * Whether two pieces made one would need each other by way of a third: what is loaded in a circle may be used before it is there.
 * @param {Piece} a @param {Piece} b
 * @param {Map<Piece, Set<Piece>>} needs
 */
function inCircle(a, b, needs) {
  const seen = new Set([a, b]);
  const waiting = [...(needs.get(a) ?? []), ...(needs.get(b) ?? [])].filter((piece) => !seen.has(piece));
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    if (seen.has(piece)) continue;
    seen.add(piece);
    for (const next of needs.get(piece) ?? []) {
      if (next === a || next === b) return true;
      waiting.push(next);
    }
  }
  return false;
}

/**
 * @param {Piece[]} pieces
 * @param {Context} context
 */
function needsOf(pieces, context) {
  /** @type {Map<string, Piece>} */
  const home = new Map(pieces.flatMap((piece) => piece.ids.map((id) => [id, piece])));
  return new Map(
    pieces.map((piece) => {
      const imported = piece.ids.flatMap((id) => context.getModuleInfo(id)?.importedIds ?? []);
      const needed = new Set(imported.flatMap((id) => home.get(id) ?? []));
      needed.delete(piece);
      return [piece, needed];
    }),
  );
}

/**
 * Makes two pieces one.
 * @param {Piece} one is gone afterwards
 * @param {Piece} other
 * @param {Map<Piece, Set<Piece>>} needs
 */
function put(one, other, needs) {
  const needed = new Set([...(needs.get(one) ?? []), ...(needs.get(other) ?? [])]);
  needs.delete(one);
  needs.set(other, needed);
  for (const others of needs.values()) if (others.delete(one)) others.add(other);
  needed.delete(other);
  other.ids.push(...one.ids);
  other.size += one.size;
  for (const root of one.users) other.users.add(root);
  for (const next of comesWith(other, needs)) for (const root of other.users) next.users.add(root);
}

/**
 * Puts small pieces together with others that mostly the same pages need: on hosts that answer few requests at a time, a
 * hundred files of 300 bytes are what a page waits for.
 * @param {readonly string[]} entries their ids
 * @param {Context} context
 * @param {Limits} limits
 * @param {(id: string) => string | undefined} [placeOf] the name of the place that a module has already
 * @returns {Map<string, string>} places of those that have one, now
 */
export function smallTogether(
  entries,
  context,
  { small, alongside, apart = false },
  placeOf = () => undefined,
) {
  const pieces = cut(reachable(entries, context), context, placeOf);
  const needs = needsOf(pieces, context);
  const free = new Set(pieces.filter(({ asked }) => !asked));
  /** @type {Set<Piece>} */
  const made = new Set();
  /** What each root is given that it did not ask for. @type {Map<string, number>} */
  const given = new Map();
  /**
   * What roots that need only the other piece would be given with this one; undefined where they would wait for more files.
   * @param {Piece} piece @param {Piece} other
   */
  const alongWith = (piece, other) => {
    const roots = [...other.users].filter((root) => !piece.users.has(root));
    const comes = [...comesWith(piece, needs)];
    return comes.some((next) => next !== piece && roots.some((root) => !next.users.has(root)))
      ? undefined
      : roots.map((root) => /** @type {const} */ ([root, piece.size]));
  };
  /** @param {Piece} one @param {Piece} other who is given what, if they are made one; undefined where it is too much */
  const extraOf = (one, other) => {
    const [more, less] = [alongWith(one, other), alongWith(other, one)];
    const extra = more && less && [...more, ...less];
    return extra?.every(([root, size]) => (given.get(root) ?? 0) + size <= alongside) ? extra : undefined;
  };
  /** @param {Piece} one @param {Piece} other requests that are saved, or none where somebody would be given too much */
  const gain = (one, other) => {
    const shared = [...one.users].filter((root) => other.users.has(root)).length;
    const extra = shared > 0 && extraOf(one, other);
    return extra ? shared - extra.reduce((sum, [, size]) => sum + size, 0) / alongside : 0;
  };
  const nextPair = () => {
    for (const one of [...free].filter(({ size }) => size < small).sort((a, b) => a.size - b.size)) {
      /** @type {{ one: Piece, other: Piece, saved: number } | undefined} */
      let best;
      for (const other of free) {
        if (other === one) continue;
        const saved = gain(one, other);
        if (saved > (best?.saved ?? 0) && !inCircle(one, other, needs)) best = { one, other, saved };
      }
      if (best) return best;
    }
    return undefined;
  };
  for (let pair = nextPair(); pair; pair = nextPair()) {
    const { one, other } = pair;
    for (const [root, size] of extraOf(one, other) ?? []) given.set(root, (given.get(root) ?? 0) + size);
    put(one, other, needs);
    free.delete(one);
    pieces.splice(pieces.indexOf(one), 1);
    made.delete(one);
    made.add(other);
  }
  const names = new Set(pieces.map(({ place }) => place));
  const places = pieces.flatMap((piece) => {
    const own = made.has(piece) || (apart && !piece.ids.some((id) => entries.includes(id)));
    const place = piece.place ?? (own ? nameOf(piece, context, names) : undefined);
    return place === undefined ? [] : piece.ids.map((id) => /** @type {[string, string]} */ ([id, place]));
  });
  return new Map(places);
}

/**
 * A piece is called after the largest of its modules.
 * @param {Piece} piece
 * @param {Context} context
 * @param {Set<string | undefined>} taken
 */
function nameOf({ ids }, context, taken) {
  const sizes = new Map(ids.map((id) => [id, weight(context.getModuleInfo(id)?.code ?? '')]));
  const [largest = ''] = [...ids].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const file = /([^/\\]+?)\.\w+$/.exec(largest)?.[1] ?? 'shared';
  let name = file;
  for (let count = 2; taken.has(name); count++) name = `${file}-${count}`;
  taken.add(name);
  return name;
}
