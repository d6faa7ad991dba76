/** A long import is read in parts, and comes to the same as if it were read at one go. */
import { describe, expect, it } from 'vitest';
import { AreaCommand, MOST_SUBJECTS } from './area/area-command.schema.js';
import { readCommand } from './read-command.js';

const rows = (count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_none, index) => ({
    id: `s${index}`,
    model: 'family',
    name: `Hộ ${index}`,
    place: { name: 'Thôn Mẫu' },
    facts: {},
  }));
const command = (subjects: unknown): object => ({
  ...{ id: 'nhap', kind: 'subject.import', record: 'dot-nhap', expected: 0, payload: { subjects } },
});

describe('reading an import of many rows', () => {
  it('comes to what the schema says, and lets others do something meanwhile', async () => {
    const raw = command(rows(1_234));
    let breaths = 0;
    const read = await readCommand(raw, async () => void (breaths += 1));
    expect(read).toEqual({ ok: true, command: AreaCommand.parse(raw) });
    expect(breaths).toBe(13);
  });

  it('names the row and the field that are wrong, as the schema does', async () => {
    const bad = rows(777);
    bad[654] = { ...bad[654], place: { name: 7 } };
    const path = ['payload', 'subjects', '654', 'place', 'name'];
    expect(await readCommand(command(bad))).toEqual({ ok: false, path });
    expect(AreaCommand.safeParse(command(bad)).error?.issues[0]?.path.map(String)).toEqual(path);
  });

  it('refuses too many, none, and what is no list', async () => {
    for (const subjects of [rows(MOST_SUBJECTS + 1), [], 'tất cả', null])
      expect(await readCommand(command(subjects))).toEqual({ ok: false, path: ['payload', 'subjects'] });
    expect(await readCommand({ ...command(rows(500)), expected: 'một' })).toEqual({
      ok: false,
      path: ['expected'],
    });
  });

  it('ends where it is given up', async () => {
    const gone = new Error('thôi');
    await expect(readCommand(command(rows(500)), () => Promise.reject(gone))).rejects.toBe(gone);
  });
});
