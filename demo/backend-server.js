/**
 * Where the pages keep what is entered: on the server that serves them, which signs in whoever asks as whoever he likes.
 * `?adapter=local` keeps a page in this browser, as it is where no such server runs.
 */
import { createHttpAdapter } from '/htsd/lib/adapters/http.js';
import { createLocalAdapter } from '/htsd/lib/adapters/local.js';
import { HtsdError } from '/htsd/lib/backend.js';
import { presets } from '/htsd/lib/presets.js';

/** Whether what is entered goes to a server, which says itself when it was entered. */
export const remote = new URL(location.href).searchParams.get('adapter') !== 'local';
/** Tokens by person, as long as this page is open. */
const tokens = new Map();

async function signIn(asked) {
  const response = await fetch('/v1/demo/sign-in', { method: 'POST', body: asked }).catch((cause) => {
    throw new HtsdError('offline', { cause });
  });
  if (!response.ok) throw new HtsdError('server', { params: { status: response.status } });
  const { token, minutes } = await response.json();
  return { token, until: Date.now() + (minutes - 1) * 60_000 };
}

async function tokenOf(actor, province) {
  const asked = JSON.stringify({ ...actor, province });
  const known = await tokens.get(asked)?.catch(() => undefined);
  if (known && known.until > Date.now()) return known.token;
  const signed = signIn(asked);
  tokens.set(asked, signed);
  return (await signed).token;
}

/** Says loudly what this server is, once a page. */
function mark() {
  if (document.querySelector('#demo-server')) return;
  const notice = document.createElement('p');
  notice.id = 'demo-server';
  notice.setAttribute('role', 'note');
  notice.textContent =
    'Máy chủ chạy thử: ai cũng vào được với mọi vai. Dữ liệu ở đây để xem thử, đừng nhập dữ liệu thật.';
  document.body.prepend(notice);
}

/**
 * The back end as the person sees it who is given; without one, as a visitor. `name`: of a store of its own, which is a
 * province of its own here. What comes along beside it and what time it is, a server knows by itself.
 */
export function backendFor(actor, { name: province, catalog = presets, now } = {}) {
  if (!remote)
    return createLocalAdapter({ actor, catalog, ...(province && { name: province }), ...(now && { now }) });
  mark();
  return createHttpAdapter({
    baseUrl: location.origin,
    ...(province && { province }),
    token: () => (actor ? tokenOf(actor, province) : undefined),
  });
}
