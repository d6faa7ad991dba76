import type { Registry } from '../../domain/registry.schema.js';
import { receiptOf, same } from './assertions.js';
import type { CaseScript } from './conformance.js';
import { grantOf, verified } from './judging.js';

/** One body that may grant titles of units of "Xã Mẫu" in the second half of 2026. */
const registry = (id: string): Registry => ({
  format: 1,
  status: 'operator',
  updated: '2026-11-01',
  bodies: [
    {
      ids: [id],
      name: { vi: 'Hội Khuyến học xã Mẫu' },
      places: [{ name: 'Xã Mẫu' }],
      models: ['unit'],
      from: '2026-07-01',
      to: '2026-12-31',
    },
  ],
});

export const registryCases: CaseScript[] = [
  {
    name: 'grants no title in the name of a body that is not in the registry of competent bodies',
    needs: 'vouch',
    async run(scene, harness) {
      const { ids, signing } = await verified(scene, 2);
      harness.vouch?.(scene.tenant, registry('mot-noi-khac'));
      const grant = grantOf(ids);
      const wrong = receiptOf(await scene.send(signing, grant), 'rejected', 'a body that is not in it');
      same([wrong.code, wrong.path], ['not-competent', ['grants', ...ids]], 'code and path');
      same((await signing.query('recognitions.list', {})).items, [], 'titles');
      harness.vouch?.(scene.tenant, registry(grant.payload.decision.issuer.id));
      const late = grantOf(ids);
      late.payload.decision.date = '2027-01-01';
      same(
        receiptOf(await scene.send(signing, late), 'rejected', 'a day on which it is not competent').code,
        'not-competent',
        'the code for another day',
      );
      receiptOf(await scene.send(signing, grantOf(ids)), 'applied', 'a body that is in it');
    },
  },
];
