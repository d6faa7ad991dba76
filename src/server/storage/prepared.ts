/** Statements that are asked often, by their text: a connection reads and plans each once. */
const names = new Map<string, string>();

/**
 * Says of a statement that it is to be kept by connections. Its text must come from a few that the program has, and never
 * hold a value.
 */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `htsd_${names.size}`);
  return text;
}

/** The name under which connections keep a statement, if they do. */
export const nameOf = (text: string): string | undefined => names.get(text);
