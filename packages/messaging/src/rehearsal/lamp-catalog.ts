import { defineEvent } from '@baton/contracts';
import { z } from 'zod';

const Lit = z.object({ step: z.int(), colour: z.string() });

/** A small catalog for messaging's own tests: scheduling lights lamps, feedback and recruitment watch. */
export const lampLit = defineEvent({
  type: 'lamp.lit',
  version: 1,
  owner: 'scheduling',
  summary: 'A lamp was lit.',
  audience: 'internal',
  consumers: ['feedback'],
  data: Lit,
  samples: [{ step: 1, colour: 'red' }],
});
export const lampDimmed = defineEvent({
  ...lampLit,
  type: 'lamp.dimmed',
  summary: 'A lamp was dimmed.',
});
export const lampSold = defineEvent({
  ...lampLit,
  type: 'lamp.sold',
  summary: 'A lamp was sold. Feedback does not care.',
  consumers: ['recruitment'],
});
export const lampCatalog = {
  'lamp.lit.v1': lampLit,
  'lamp.dimmed.v1': lampDimmed,
  'lamp.sold.v1': lampSold,
} as const;
