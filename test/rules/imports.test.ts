import { describe, expect, it } from 'vitest';
import { forbiddenImports } from './import-rules.js';
import { readSources } from './sources.js';

const sources = readSources(['src', 'components', 'embed', 'demo'], /\.(ts|js|mjs)$/);

describe('who may import whom', () => {
  it('every file keeps to the table of the house', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(({ path, text }) => forbiddenImports(path, text))).toEqual([]);
  });

  const planted: [path: string, text: string][] = [
    ['src/domain/score.ts', `import { html } from 'lit';`],
    ['src/domain/score.ts', `import * as z from 'zod/mini';`],
    ['src/domain/zod.ts', `import * as z from 'zod';`],
    ['src/domain/score.ts', `import type { Backend } from '../backend/port.js';`],
    ['src/domain/score.ts', `type B = import('../backend/port.js').Backend;`],
    ['src/domain/score.ts', `import { readFile } from 'node:fs';`],
    ['src/presets/unit.ts', `import { CriteriaSet } from '../domain/criteria-set.schema.js';`],
    ['src/i18n/translate.ts', `import { score } from '../domain/score.js';`],
    ['src/i18n/translate.ts', `export { score } from '../domain/score.js';`],
    ['src/backend/port.ts', `import { createLocalAdapter } from './local/local-adapter.js';`],
    ['src/backend/conformance/suite.ts', `import { it } from 'vitest';`],
    [
      'src/backend/conformance/suite.ts',
      `import { createMemoryAdapter } from '../memory/memory-adapter.js';`,
    ],
    ['src/backend/memory/memory-adapter.ts', `import { openDB } from 'idb';`],
    ['src/backend/memory/memory-adapter.ts', `import { open } from '../local/store.js';`],
    ['src/backend/local/local-adapter.ts', `import { LitElement } from 'lit';`],
    ['src/backend/fancy/fancy.ts', `import type { Backend } from '../port.js';`],
    ['src/document/docx.ts', `import type { Client } from '../client/client.types.js';`],
    ['src/document/docx.ts', `import { toHtsdError } from '../backend/errors.js';`],
    ['src/client/client.ts', `import { createLocalAdapter } from '../backend/local/local-adapter.js';`],
    ['src/client/client.ts', `await import('../backend/local/local-adapter.js');`],
    ['src/client/client.ts', `import { presets } from '../presets/catalog.js';`],
    ['components/a/a.ts', `import { createDocx } from '../../src/document/docx.js';`],
    ['components/a/a.ts', `import { openDB } from 'idb';`],
    ['components/a/a.ts', `import * as z from 'zod/mini';`],
    ['components/a/a.ts', `import '../b/b.define.js';`],
    ['components/a/a.ts', `import type { B } from '../b/b.js';`],
    ['components/a/a.ts', `import { createBackend } from '../../src/backend/local/local-adapter.js';`],
    ['components/a/a.ts', `import { toHtsdError } from '../../src/backend/errors.js';`],
    ['components/a/a.ts', `import '../../embed/install.js';`],
    ['components/a/a.ts', `await import('../../src/presets/fund-categories.js');`],
    ['components/fund-tracker/a.ts', `import { fundPresets } from '../../src/presets/fund-categories.js';`],
    ['components/base/b.ts', `import '../a/a.js';`],
    ['components/a/a.ts', `import x from '../../../elsewhere.js';`],
    ['embed/htsd.ts', `import '../demo/portal.js';`],
    ['embed/htsd.ts', `import '../test/rules/sources.js';`],
    ['demo/portal.js', `import '../src/domain/score.js';`],
    ['demo/portal.js', `import '/htsd/chunks/form-abc.js';`],
    ['src/fresh/a.ts', `import './b.js';`],
    ['components/a/a.ts', `const load = () => import('../../src/credential/issue.js');`],
    ['components/a/a.ts', `const load = () => import('../../src/credential/index.js');`],
    ['components/a/a.ts', `const load = () => import('../../src/credential/issue/sign-jwt.js');`],
    ['components/a/a.ts', `import { openDemoKey } from '../../src/client/demo-key.js';`],
    ['src/credential/verify/verify.ts', `import { signJwt } from '../issue/sign-jwt.js';`],
    ['embed/htsd.ts', `import { signJwt } from '../src/credential/issue.js';`],
    ['embed/htsd.ts', `const load = () => import('./demo-issuer.js');`],
  ];
  it.each(planted)('in %s a planted %s is found', (path, text) => {
    expect(forbiddenImports(path, text)).toHaveLength(1);
  });

  const fine: [path: string, text: string][] = [
    ['src/domain/zod.ts', `import * as z from 'zod/mini';`],
    ['src/presets/unit.ts', `import type { CriteriaSet } from '../domain/criteria-set.schema.js';`],
    ['components/a/a.ts', `const load = () => import('../../src/document/docx.js');`],
    ['components/a/a.ts', `import type { DocumentOptions } from '../../src/document/options.js';`],
    ['components/fund-tracker/a.ts', `await import('../../src/presets/fund-categories.js');`],
    ['components/a/parts/row.ts', `import { rowStyles } from '../row.styles.js';`],
    [
      'src/client/client.test.ts',
      `import { createMemoryAdapter } from '../backend/memory/memory-adapter.js';`,
    ],
    ['components/a/a.ts', `const load = () => import('../../src/credential/verify.js');`],
    ['components/a/a.ts', `import type { Signer } from '../../src/credential/issue/signer.js';`],
    ['embed/demo-issuer.ts', `import { signJwt } from '../src/credential/issue.js';`],
    ['src/server/badges.ts', `import { signJwt } from '../credential/issue.js';`],
    ['demo/portal.js', `import { presets } from '/htsd/lib/presets.js';`],
    ['embed/adapters.ts', `const load = () => import('../src/backend/local/local-adapter.js');`],
  ];
  it.each(fine)('in %s an honest %s passes', (path, text) => {
    expect(forbiddenImports(path, text)).toEqual([]);
  });

  it('an import whose module is computed is refused', () => {
    expect(() => forbiddenImports('embed/htsd.ts', 'await import(`./${name}.js`);')).toThrow(
      'not written out',
    );
  });
});
