/** The register as a file and back: whatever stands in it, the import knows each row again and finds nothing new. */
import { describe, expect, it } from 'vitest';
import type { ImportPlan, KnownSubject } from '../../domain/register-import/import.types.js';
import { planSteps } from '../../domain/register-import/plan-import.js';
import type { Model } from '../../domain/text.schema.js';
import type { Lang } from '../../i18n/translate.js';
import { toCsv } from '../sheet/csv.js';
import { readSheet } from '../sheet/read/read-sheet.js';
import { toXlsx } from '../sheet/xlsx.js';
import { registerSheet } from './register-sheet.js';

const groups: Readonly<Record<Model, readonly (string | undefined)[]>> = {
  family: [undefined],
  clan: [undefined],
  // The last of each is of a set that somebody wrote himself.
  community: ['village', 'commune', 'lang-nghe'],
  unit: [undefined, 'agencies', 'schools', 'enterprises', 'ton-giao'],
  citizen: ['farmers', 'workers', 'officials', 'learners', 'nghe-nhan'],
};
/** As people, other programs and other people's files have written them. */
const names = [
  'Nguyễn Văn An',
  'Lê  Thị   Hoa',
  'Trần Hòa'.normalize('NFD'),
  'Nhà 👨‍👩‍👧 bốn',
  '\u202eTrần\u202c Bình\u200f',
  'Lê\u202eHoa',
  '=HYPERLINK("x")',
  '- Đỗ, "An"; b',
  'Tổng',
  'A'.repeat(255),
  ' Bùi\u00a0Minh ',
  "'=Quân",
];

const subjects: KnownSubject[] = (Object.keys(groups) as Model[]).flatMap((model) =>
  groups[model].flatMap((subjectGroup, kind) =>
    names.map((name, at) => ({
      id: `${model}-${kind}-${at}`,
      version: 1,
      model,
      ...(subjectGroup !== undefined && { subjectGroup }),
      name,
      place: { name: name.slice(0, 200), ...(at % 2 === 0 && { code: '90001.2' }) },
      ...(at % 3 === 0 && { head: { name, position: 'Chủ hộ' } }),
      ...(at % 4 === 0 && { parent: name }),
      ...(at % 2 === 1 && { memberCounts: { total: at, ...(at % 3 === 1 && { recognised: at - 1 }) } }),
      ...(at % 5 === 0 && { judged: '2026' }),
    })),
  ),
);

async function comeBack(as: 'csv' | 'xlsx', lang: Lang): Promise<ImportPlan> {
  const sheet = registerSheet({
    cycle: '2026',
    lang,
    rows: subjects.map(({ place, head, parent = '', judged, memberCounts, version: _, ...one }) => ({
      ...one,
      place: place.name,
      code: place.code ?? '',
      head: head?.name ?? '',
      ...(memberCounts?.total !== undefined && { members: memberCounts.total }),
      ...(memberCounts?.recognised !== undefined && { citizens: memberCounts.recognised }),
      parent,
      cycle: judged ?? '',
      state: judged ? 'Đạt danh hiệu' : 'Chưa đăng ký',
      ...(judged && { score: 85.5 }),
      title: judged ? 'Loại Tốt' : '',
    })),
  });
  const blob = as === 'csv' ? toCsv(sheet) : await toXlsx([sheet]);
  const read = await readSheet(new File([blob], `so.${as}`));
  if (!read.ok) throw new Error(read.problem.code);
  const steps = planSteps(read.file.tables[0]!, { known: subjects, setFor: () => undefined, year: 'none' });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('the register as a file', () => {
  for (const as of ['csv', 'xlsx'] as const)
    for (const lang of ['vi', 'en'] as const)
      it(`comes back unchanged: ${as}, ${lang}`, async () => {
        const { rows, skipped } = await comeBack(as, lang);
        expect(skipped).toEqual([]);
        const changed = rows
          .filter(({ state }) => state !== 'same')
          .map(({ draft, state, problems }) =>
            [draft.id, state, ...problems.map(({ code }) => code)].join(' '),
          );
        expect(changed).toEqual([]);
        expect(rows.length).toBe(subjects.length);
      });
});
