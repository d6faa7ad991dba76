import type { SheetSubject } from '../../../../src/document/register/register-sheet.js';
import { dateInVietnam } from '../../../../src/domain/civil-date.js';
import { saveFile } from '../../../base/files.js';
import type { RegisterHost } from '../../register-host.js';
import { titleWords } from './row-words.js';

/** Hands the list that is shown over as a file, all of it: what is not in memory is read. Errors: those of the query. */
export async function exportRegister(
  { session, list, sets, l }: RegisterHost,
  as: 'xlsx' | 'csv',
  signal: AbortSignal,
): Promise<void> {
  const { client } = session;
  const view = list.getState();
  const { cycle } = view.filter;
  const today = dateInVietnam(client.now().toISOString());
  const rows = view.complete ? view.rows : await list.readAll(signal);
  const paper = await import('../../../../src/document/index.js');
  const { registerSheet, registerFileName } = await paper.registerPapers();
  const sheet = registerSheet({
    cycle,
    lang: l.lang,
    rows: rows.map((row): SheetSubject => ({
      id: row.subject,
      model: row.model,
      ...(row.subjectGroup !== undefined && { subjectGroup: row.subjectGroup }),
      name: row.name,
      head: row.head?.name ?? '',
      ...(row.memberCounts?.total !== undefined && { members: row.memberCounts.total }),
      ...(row.memberCounts?.recognised !== undefined && { citizens: row.memberCounts.recognised }),
      parent: row.parent ?? '',
      place: row.place.name,
      code: row.place.code ?? '',
      cycle: row.state === 'none' ? '' : row.cycle,
      state: l.t(`register.state.${row.state}`),
      ...(row.score !== undefined && { score: row.score }),
      title: titleWords(row, sets, l, today),
    })),
  });
  const name = `${registerFileName({ cycle, lang: l.lang })}-${today}`;
  const blob = as === 'xlsx' ? await paper.toXlsx([sheet]) : paper.toCsv(sheet);
  saveFile(blob, `${name}.${as}`);
}
