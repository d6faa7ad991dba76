import type { Registry } from '../domain/registry.schema.js';

/**
 * Competent bodies of a made-up commune, so that a demonstration has some. A real registry is entered by the operator
 * from the deciding texts: who recognises which title since the districts ended is not known to us for every model.
 */
export const sampleRegistry: Registry = {
  format: 1,
  status: 'sample',
  updated: '2026-11-24',
  bodies: [
    {
      ids: ['hkh-xa-mau'],
      name: { vi: 'Hội Khuyến học xã Mẫu', en: 'Study Promotion Association of Mẫu commune' },
      places: [{ name: 'Xã Mẫu' }],
      models: ['citizen', 'unit'],
      from: '2025-07-01',
      source: { vi: 'Mẫu, chưa đối chiếu văn bản', en: 'Sample, not checked against the official text' },
    },
    {
      ids: ['ubnd-xa-mau'],
      name: { vi: 'Ủy ban nhân dân xã Mẫu', en: "People's Committee of Mẫu commune" },
      places: [{ name: 'Xã Mẫu' }],
      models: ['family', 'clan', 'community', 'unit', 'citizen'],
      from: '2025-07-01',
      source: { vi: 'Mẫu, chưa đối chiếu văn bản', en: 'Sample, not checked against the official text' },
    },
  ],
};
