import { describe, expect, it } from 'vitest';
import { CriteriaSet } from '../domain/criteria-set.schema.js';
import { lintCriteriaSet } from '../domain/lint.js';
import { readSets } from './read-sets.js';

/** Every text in a set, with where it stands. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}/${key}`));
}

describe.each([...(await readSets())])('%s', (_name, set) => {
  const criteria = set.sections.flatMap((section) => section.criteria);

  it('fits the schema, with no field that the schema does not know', () => {
    expect(CriteriaSet.parse(set)).toEqual(set);
  });

  it('passes the lint; only gaps may leave a warning', () => {
    const issues = lintCriteriaSet(set);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(issues.map(({ code }) => code).filter((code) => code !== 'level-without-targets')).toEqual([]);
  });

  it('uses every id once, over sections and criteria', () => {
    const ids = [...set.sections, ...criteria].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every criterion where it comes from', () => {
    for (const { id, provenance } of criteria) expect(provenance, id).toBeDefined();
  });

  it('names in its targets, gaps included, only levels that it has', () => {
    const levels = set.scoring.mode === 'checklist' ? set.scoring.levels.map(({ id }) => id) : [];
    for (const criterion of criteria)
      for (const level of Object.keys(criterion.levels ?? {})) expect(levels, criterion.id).toContain(level);
  });

  it('says in so many words what is not sourced', () => {
    const weak = criteria.filter(({ provenance }) => provenance !== 'sourced');
    expect(weak.length > 0 && set.status === 'sourced').toBe(false);
    if (set.status !== 'sourced') expect(set.source.note?.vi).toMatch(/chưa/);
    if (set.status === 'sample') expect(`${set.source.name.vi} ${set.source.note?.vi}`).toMatch(/mẫu/i);
    for (const { id, provenance, title, sourceNote } of weak) {
      if (provenance === 'missing') expect(title.vi, id).toMatch(/\(chưa có nguyên văn\)$/);
      if (provenance === 'inferred') expect(sourceNote?.vi, id).toMatch(/suy ra/);
      if (provenance === 'sample' && set.status !== 'sample') expect(sourceNote?.vi, id).toMatch(/mẫu/);
    }
  });

  it('marks every criterion of a set without a decision of its own as a sample', () => {
    if (set.source.number === undefined)
      expect(new Set(criteria.map(({ provenance }) => provenance))).toEqual(new Set(['sample']));
  });

  it('has clean texts: NFC, no double, leading or trailing space, no typewriter quotes in Vietnamese', () => {
    for (const [path, text] of textsOf(set)) {
      expect(text, path).toBe(text.normalize('NFC'));
      expect(text, path).toBe(text.replace(/\s+/g, ' ').trim());
      expect(text, path).not.toBe('');
      if (path.endsWith('/vi')) expect(text, path).not.toMatch(/["']/);
    }
  });

  it('has an English rendering of every title and label', () => {
    const texts = [
      set.title,
      ...set.sections.map(({ title }) => title),
      ...criteria.map(({ title }) => title),
    ];
    for (const { vi, en } of texts) expect(en, vi).toBeTruthy();
  });

  it('leaves the closing mark of a basis to the printed page', () => {
    for (const { vi } of set.bases ?? []) expect(vi).toMatch(/^Căn cứ .*[^;.,]$/);
  });

  it('asks neither for ethnicity nor for religion, health or poverty', () => {
    for (const [path, text] of textsOf(set))
      expect(text, path).not.toMatch(/dân tộc|tôn giáo|hộ nghèo|bệnh án/i);
  });
});
