import type { CheckName } from '@baton/contracts';
import { type Measured, measure, samplesOf } from './measure.js';
import { retold } from './retold.js';
import { stops } from './stops.js';

export interface Figure extends Measured {
  readonly check: CheckName;
  readonly set: 'built with' | 'built with, retold' | 'not seen before';
}

/** Each check with a set of its own, and whether the set has a part that was written apart from the check. */
const measured: readonly (readonly [CheckName, boolean])[] = [
  ['crisis', false],
  ['ownIdentity', true],
  ['medicalAdvice', false],
  ['profanity', false],
];

/** How good the checks are, on the sets the repository keeps. The same every time. */
export const figures = (): Figure[] =>
  measured.flatMap(([check, hasHeldOut]) => {
    const isStopped = stops(check);
    const samples = samplesOf(check);
    const heldOut = hasHeldOut ? samplesOf(`${check}.held-out`) : [];
    return [
      { check, set: 'built with', ...measure(isStopped, samples) },
      { check, set: 'built with, retold', ...measure(isStopped, retold(samples)) },
      ...(hasHeldOut ? ([{ check, set: 'not seen before', ...measure(isStopped, heldOut) }] as const) : []),
    ];
  });
