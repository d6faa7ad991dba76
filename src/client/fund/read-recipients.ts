import type { AwardLevel, Recipient } from '../../domain/fund/round.schema.js';

/** One line of a list of recipients, as far as it can be read. */
export interface RecipientLine {
  /** From 1, empty lines counted too, so that the person finds it. */
  readonly no: number;
  readonly who?: Recipient;
  readonly level?: AwardLevel;
  readonly fault?: 'name' | 'level' | 'born' | 'twice';
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();

/**
 * Reads recipients, one a line: name; class; school; hamlet; year of birth; level; guardian. Divided by semicolons, or by
 * tabs as a spreadsheet copies them. The level may be left out where there is only one. "người lớn" in the place of the
 * year of birth: no child.
 */
export function readRecipients(
  text: string,
  levels: readonly AwardLevel[],
  thisYear: number,
): RecipientLine[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((line, index): RecipientLine[] => {
    if (line.trim() === '') return [];
    const no = index + 1;
    const cells = line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim().normalize('NFC'));
    const [name = '', grade, school, hamlet, birth = '', levelName = '', guardian] = cells;
    if (name === '' || name.length > 255 || !/\p{L}/u.test(name)) return [{ no, fault: 'name' }];
    const adult = plain(birth) === 'nguoi lon' || plain(birth) === 'adult';
    const born = /(\d{4})$/.exec(birth)?.[1];
    if (birth !== '' && !adult && !(born && Number(born) >= 1900 && Number(born) <= thisYear))
      return [{ no, fault: 'born' }];
    const level =
      levelName === '' && levels.length === 1
        ? levels[0]
        : levels.find(({ id, label }) => id === levelName || plain(label.vi) === plain(levelName));
    if (!level) return [{ no, fault: 'level' }];
    // The same child on two lines would be paid twice.
    const key = JSON.stringify([
      plain(name),
      plain(grade ?? ''),
      plain(school ?? ''),
      plain(hamlet ?? ''),
      birth,
      level.id,
    ]);
    if (seen.has(key)) return [{ no, fault: 'twice' }];
    seen.add(key);
    const who: Recipient = {
      name,
      ...(born !== undefined && !adult && { born: Number(born) }),
      ...(adult && { adult }),
      ...(grade && { grade: grade.slice(0, 80) }),
      ...(school && { school: school.slice(0, 255) }),
      ...(hamlet && { hamlet: hamlet.slice(0, 255) }),
      ...(guardian && { guardian: guardian.slice(0, 255) }),
    };
    return [{ no, who, level }];
  });
}
