import { describe, expect, it } from 'vitest';
import { isCompetent } from '../domain/competence.js';
import { Registry } from '../domain/registry.schema.js';
import { sampleRegistry } from './sample-registry.js';

describe('the sample registry', () => {
  it('is a registry, says that it is a sample, and names no source that could be taken for one', () => {
    expect(Registry.safeParse(sampleRegistry).success).toBe(true);
    expect(sampleRegistry.status).toBe('sample');
    for (const { source } of sampleRegistry.bodies) expect(source?.vi).toBe('Mẫu, chưa đối chiếu văn bản');
    expect(
      isCompetent(sampleRegistry, 'ubnd-xa-mau', { name: 'xã mẫu' }, '2026-12-05', 'family'),
    ).toMatchObject({ competent: true, sample: true });
  });
});
