import { expect, it } from 'vitest';
import type { Actor } from '../domain/actor.schema.js';
import { mayActOn } from '../domain/permissions.js';
import { asGiven } from './as-given.js';

const reviewer: Actor = { id: 'tham-dinh', name: 'Lò Văn Chín', roles: ['reviewer'], scope: ['07210'] };
const led = { ...reviewer, places: ['07210'] };
const may = (actor: Actor, owner: string) =>
  mayActOn(asGiven(actor), 'assessment.review', { owner, subjectId: 's' }, owner === actor.id);

it('lets who is in charge of places act on what he was given, and not on his own', () => {
  expect([may(led, 'owner'), may(led, led.id), may(reviewer, 'owner')]).toEqual([
    'yes',
    'own-assessment',
    'forbidden',
  ]);
});
