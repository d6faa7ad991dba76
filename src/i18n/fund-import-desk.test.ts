import { describe, expect, it } from 'vitest';
import { columnRoles, lookCodes, planCodes, stopCodes } from '../domain/fund/import/import.types.js';
import { fundImportDeskVi } from './vi/fund-import-desk.js';

describe('sentences of an import', () => {
  it('there is one for every reason, and a name for every meaning of a column', () => {
    for (const code of [...stopCodes, ...lookCodes])
      expect(fundImportDeskVi).toHaveProperty([`import.line.${code}`]);
    for (const code of planCodes) expect(fundImportDeskVi).toHaveProperty([`import.plan.${code}`]);
    for (const role of columnRoles) expect(fundImportDeskVi).toHaveProperty([`import.role.${role}`]);
  });
});
