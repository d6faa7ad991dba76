/** Badges as the tests of `htsd-model-badge` put them into a page. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import '../../components/model-badge/model-badge.define.js';
import type { CodeRead } from '../../components/badge-check/read-code.js';
import { setClientMaker } from '../../components/base/adapter-registry.js';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';
import type { PublicRecognition, SeriesEntry } from '../../src/domain/recognition.schema.js';
import { until } from './mount-form.js';
import { readDrawnCode } from './read-drawn-code.js';

export type Badge = HTMLElementTagNameMap['htsd-model-badge'];
export const today = '2026-11-20';
export const label = {
  'muc-1': { vi: 'Mức độ 1', en: 'Level 1' },
  'muc-2': { vi: 'Mức độ 2', en: 'Level 2' },
};
export const years: SeriesEntry[] = [
  { cycle: '2023', state: 'expired', outcome: 'dat', outcomeLabel: { vi: 'Đạt' }, validUntil: '2024-12-31' },
  { cycle: '2024', state: 'valid', outcome: 'muc-2', outcomeLabel: label['muc-2'], validUntil: '2026-12-31' },
  { cycle: '2025', state: 'pending' },
];
export const title = (changes: Partial<PublicRecognition> = {}): PublicRecognition => ({
  id: 'cong-nhan-1',
  version: 1,
  subjectName: 'Trường THCS Sen Hồ',
  model: 'unit',
  cycle: '2024',
  criteria: { id: 'don-vi', version: '1.0.0' },
  outcome: 'muc-2',
  outcomeLabel: label['muc-2'],
  place: { name: 'Xã Sen Hồ, huyện Cũ', code: '09999' },
  decision: {
    id: 'qd',
    number: '05/QĐ-UBND',
    date: '2025-01-15',
    signer: 'Trần Quốc Việt',
    signerTitle: 'Chủ tịch',
    issuer: { id: 'ubnd', name: 'Uỷ ban nhân dân xã Sen Hồ' },
  },
  validFrom: '2025-01-15',
  validUntil: '2026-12-31',
  state: 'granted',
  updatedAt: '2025-01-15T02:00:00.000Z',
  series: years,
  ...changes,
});

export function make(properties: Partial<Badge> = {}): Badge {
  const badge = document.createElement('htsd-model-badge');
  Object.assign(badge, { today, ...properties });
  return badge;
}

export async function shown(properties: Partial<Badge> = {}): Promise<Badge> {
  const badge = make({ value: title(), ...properties });
  document.body.append(badge);
  await badge.updateComplete;
  return badge;
}

/** What a phone reads on the screen that shows the badge. The paper's colour lies beneath. */
export async function codeOn(badge: Badge): Promise<CodeRead> {
  const dots = find<SVGPathElement>(badge, '[part=qr] .dots')!;
  return readDrawnCode(dots.getAttribute('d')!, dots.ownerSVGElement!.viewBox.baseVal.width);
}

/** A badge on a back end of which `query` is replaced, and what was asked. */
export function asking(
  query: Backend['query'],
  properties: Partial<Badge> = {},
  { now }: Pick<Backend, 'now'> = {},
): Badge {
  const provider = document.createElement('htsd-provider');
  provider.backend = { ...createMemoryAdapter({ actor: null }), query, now };
  const badge = make({ recognition: 'cong-nhan-1', ...properties });
  provider.append(badge);
  document.body.append(provider);
  return badge;
}

export const words = (badge: Badge): string =>
  (badge.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const find = <E extends Element = HTMLElement>(badge: Badge, selector: string): E | null =>
  badge.shadowRoot!.querySelector<E>(selector);
export const phase = (badge: Badge, wanted: Badge['phase']) => until(() => badge.phase === wanted, wanted);
export const answering = (value: PublicRecognition): Backend['query'] =>
  (async () => ({ items: [value] })) as Backend['query'];
export const failing =
  (code: ConstructorParameters<typeof HtsdError>[0]): Backend['query'] =>
  () =>
    Promise.reject(new HtsdError(code));

/** Each test of a file begins with an empty Vietnamese page. */
export function useCleanPage(): void {
  setClientMaker(async (backend) => createClient(backend, { storage: 'badge-test' }));

  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await emulateMedia({ media: 'screen' });
    await setViewport({ width: 800, height: 600 });
  });
}
