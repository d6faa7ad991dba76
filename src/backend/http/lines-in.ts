/** A line that is longer is none of ours: what it is would fill the memory. */
const longest = 16 * 1024 * 1024;

/**
 * The lines of a body as they come, without their ends; what is left when it stops is part of a line, and is not told.
 * Read no faster than they are taken; who leaves has the rest not sent. Rejects with what reading failed with.
 * @param waiting hears whether it waits for the network
 */
export async function* linesIn(
  body: ReadableStream<Uint8Array>,
  waiting: (on: boolean) => void,
): AsyncGenerator<string, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      waiting(true);
      const { value, done } = await reader.read();
      waiting(false);
      if (done) return;
      const whole = (text + decoder.decode(value, { stream: true })).split('\n');
      text = whole.pop()!;
      if (text.length > longest) throw new RangeError('The line does not end.');
      yield* whole;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
