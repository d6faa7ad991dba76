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

/** Stands in for the print dialog, which a browser under test has not: new frames print by this until the answer is called. */
export function printBy(print: (inner: Window) => void): () => void {
  document.body.append = (...nodes) => {
    HTMLElement.prototype.append.apply(document.body, nodes);
    for (const one of nodes) {
      const inner = one instanceof HTMLIFrameElement ? one.contentWindow : undefined;
      if (inner) inner.print = () => print(inner);
    }
  };
  return () => void Reflect.deleteProperty(document.body, 'append');
}

/** The paper that something makes the desk print. */
export async function paperOf(cause: () => void): Promise<Document> {
  let paper: Document | undefined;
  const end = printBy((inner) => {
    paper = inner.document.cloneNode(true) as Document;
    inner.dispatchEvent(new Event('beforeprint'));
    inner.dispatchEvent(new Event('afterprint'));
  });
  try {
    cause();
    return await until(() => paper, 'the paper');
  } finally {
    end();
  }
}
