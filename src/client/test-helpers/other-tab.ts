import type { openAssessment } from '../assessment-session.js';
import type { createClient } from '../client.js';
import type { openNotes } from '../notes.js';
import type { Client } from '../client.types.js';
import type { Backend } from '../../backend/port.js';

export interface OtherTab {
  client: Client;
  /** By the code of that tab, which ends with it. */
  openAssessment: typeof openAssessment;
  window: Window & typeof globalThis;
  openNotes: typeof openNotes;
  /** Ends it as closing a tab does: it is told in its last moment. */
  close(): void;
}

/** Opens a second tab on the same origin, in a frame. */
export async function openTab(backend: Backend, storage: string, now?: () => Date): Promise<OtherTab> {
  const frame = document.createElement('iframe');
  frame.src = '/src/client/test-helpers/frame.html';
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    document.body.append(frame);
  });
  const inner = frame.contentWindow as Window &
    typeof globalThis & {
      createClient: typeof createClient;
      openAssessment: typeof openAssessment;
      openNotes: typeof openNotes;
    };
  return {
    client: inner.createClient(backend, { storage, ...(now && { now }) }),
    window: inner,
    openAssessment: inner.openAssessment,
    openNotes: inner.openNotes,
    close: () => frame.remove(),
  };
}
