import type { createFaults } from '../../src/backend/memory/memory-adapter.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { signer, type DeskWorld } from './desk-world.js';
import { until } from './mount-form.js';
import '../../components/recognition/recognition.define.js';

export type RecognitionDeskElement = HTMLElementTagNameMap['htsd-recognition'];

export interface RecognitionMount {
  actor?: Actor | null;
  attributes?: Record<string, string>;
  properties?: Partial<RecognitionDeskElement>;
  faults?: ReturnType<typeof createFaults>;
  /** Prefix of its databases: the same one is the same device. */
  device?: string;
}

/** A signer's desk in its provider, when it shows that. */
export async function mountRecognition(
  world: DeskWorld,
  { actor = signer, attributes = {}, properties = {}, faults, device }: RecognitionMount = {},
  wanted: RecognitionDeskElement['phase'] = 'ready',
): Promise<RecognitionDeskElement> {
  const provider = document.createElement('htsd-provider');
  provider.client = world.client(actor, faults, device);
  const desk = document.createElement('htsd-recognition');
  const given = { 'issuer-id': 'ubnd', 'issuer-name': 'UBND xã Mẫu', signer: 'Phạm Minh Đức', place: 'Mẫu' };
  for (const [name, value] of Object.entries({ ...given, ...attributes })) desk.setAttribute(name, value);
  Object.assign(desk, properties);
  provider.append(desk);
  document.body.append(provider);
  await until(() => desk.phase === wanted, `${wanted}, not ${desk.phase}`);
  await desk.updateComplete;
  return desk;
}
