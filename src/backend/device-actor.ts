import type { Actor } from '../domain/actor.schema.js';

/**
 * Who acts where nobody signs in: the officer at this device, who owns what he writes here. His name is empty,
 * because nobody asked for it; the head who signs stands in the subject.
 */
export const deviceActor: Actor = Object.freeze({
  id: 'device',
  name: '',
  roles: ['officer'],
} satisfies Actor);
