import type { CheckName } from '@baton/contracts';
import { type Measured, measure, samplesOf } from './measure.js';
import { retold } from './retold.js';
import { stops } from './stops.js';

export interface Figure extends Measured {
  readonly check: CheckName;
  readonly set: 'built with' | 'built with, retold' | 'not seen before';
}

/** Each check with a set of its own: whether it was tuned on the words alone (then they are retold), and whether it has a part that it had not seen. */
const measured: readonly {
  readonly check: CheckName;
  /** Further sets it was built with. */
  readonly more?: readonly string[];
  readonly isRetold: boolean;
  readonly hasHeldOut: boolean;
}[] = [
  { check: 'crisis', more: ['crisis.posts', 'crisis.others'], isRetold: true, hasHeldOut: true },
  { check: 'ownIdentity', isRetold: false, hasHeldOut: true },
  {
    check: 'contactDetails',
    more: ['contactDetails.posts', 'contactDetails.others'],
    isRetold: false,
    hasHeldOut: true,
  },
  {
    check: 'identifiers',
    more: ['identifiers.posts', 'identifiers.others'],
    isRetold: false,
    hasHeldOut: true,
  },
  { check: 'thirdParties', isRetold: false, hasHeldOut: true },
  { check: 'medicalAdvice', isRetold: true, hasHeldOut: false },
  { check: 'links', isRetold: false, hasHeldOut: true },
  { check: 'profanity', isRetold: true, hasHeldOut: false },
];

/** How good the checks are, on the sets the repository keeps. The same every time. */
export const figures = (): Figure[] =>
  measured.flatMap(({ check, more = [], isRetold, hasHeldOut }) => {
    const isStopped = stops(check);
    const samples = samplesOf(check, ...more);
    const heldOut = hasHeldOut ? samplesOf(`${check}.held-out`) : [];
    const sets = [
      { set: 'built with', samples, isThere: true },
      { set: 'built with, retold', samples: retold(samples), isThere: isRetold },
      { set: 'not seen before', samples: heldOut, isThere: hasHeldOut },
    ] as const;
    return sets
      .filter(({ isThere }) => isThere)
      .map(({ set, samples: some }) => ({ check, set, ...measure(isStopped, some) }));
  });
