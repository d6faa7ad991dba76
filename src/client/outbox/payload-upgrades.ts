/** Steps by kind of command: each takes the payload as one release wrote it and answers what the next one writes. */
export type PayloadUpgrades = Readonly<Record<string, readonly ((payload: unknown) => unknown)[]>>;

/**
 * How commands of former releases become those of this one. Steps are only ever added, never taken out, because a phone may
 * come back after a year. None so far: every payload that was ever written is read as it is.
 */
export const payloadUpgrades: PayloadUpgrades = {};

/** The shape that this release writes; nothing where no step leads to it. */
export function shapeOf(kind: string, upgrades: PayloadUpgrades = payloadUpgrades): { shape?: number } {
  const steps = Object.hasOwn(upgrades, kind) ? upgrades[kind]!.length : 0;
  return steps > 0 ? { shape: steps } : {};
}

/**
 * The payload in the shape of this release. A step that cannot make sense of what it is given throws; the command is told as
 * damaged then, and stays.
 */
export function upgradedPayload(
  kind: string,
  payload: unknown,
  shape: number,
  upgrades: PayloadUpgrades,
): { payload: unknown; steps: number } {
  const steps = Object.hasOwn(upgrades, kind) ? upgrades[kind]!.slice(shape) : [];
  return { payload: steps.reduce((value, step) => step(value), payload), steps: steps.length };
}
