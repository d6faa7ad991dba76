/**
 * How the facts of a title stand in a badge. Only words of Open Badges are used, its own extension points included, so that
 * a badge needs no context of ours and every reader knows its words.
 */

/** Kinds of `credentialSubject.identifier`; those with `ext:` are ours. */
export const identityTypes = {
  name: 'name',
  placeName: 'ext:htsd-place-name',
  placeCode: 'ext:htsd-place-code',
} as const;

/** Kinds of `achievement.otherIdentifier`. */
export const achievementIdentifiers = {
  model: 'ext:htsd-model',
  outcome: 'ext:htsd-outcome',
  criteria: 'ext:htsd-criteria',
} as const;

/** Kind of `issuer.otherIdentifier`, and its value, by which programs know an issuer of demonstrations. */
export const demoMark = { type: 'ext:htsd-issuer-kind', value: 'demo' } as const;

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const badgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
