/**
 * The one place that brings zod into the house. `jitless` matters: without it zod probes `new Function`,
 * which a strict Content-Security-Policy reports as a violation in the host's console.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
