import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineEvent } from '../define/define-event.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, TakeoverId } from '../define/ids.js';

/** When it is looked whether everything is there for a takeover. */
export const PreFlightTime = z.enum(['dayBefore', 'hourBefore']);
export type PreFlightTime = z.infer<typeof PreFlightTime>;

/** What the gateway finds: is the account connected, does X still let us in, can a post be paid, does anything stop posts. */
export const GatewayProblem = z.enum([
  'notConnected',
  'reconnectNeeded',
  'xDoesNotAnswer',
  'budgetSpent',
  'outOfCredit',
  'switchOn',
]);
export type GatewayProblem = z.infer<typeof GatewayProblem>;

/** All that can be wrong. `gatewaySilent`: nobody knows, because the gateway has not answered for five minutes. */
export const PreFlightProblem = z.enum([
  ...GatewayProblem.options,
  'curatorNotReady',
  'nobodyOnCall',
  'gatewaySilent',
]);
export type PreFlightProblem = z.infer<typeof PreFlightProblem>;

const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const about = { takeoverId: TakeoverId, time: PreFlightTime };

/** Subject: the takeover's id. */
export const takeoverPreFlightDue = defineEvent({
  type: 'takeover.pre-flight-due',
  version: 1,
  owner: 'scheduling',
  summary: 'A takeover opens soon: whoever publishes looks whether it could.',
  audience: 'internal',
  consumers: ['posting-gateway'],
  data: z.object({ ...about, opensAt: Instant }),
  samples: [{ takeoverId, time: 'hourBefore', opensAt: '2026-11-27T17:30:00.000Z' }],
});

/** Subject: the takeover's id. */
export const takeoverPreFlightChecked = defineEvent({
  type: 'takeover.pre-flight-checked',
  version: 1,
  owner: 'posting-gateway',
  summary: 'What whoever publishes found before a takeover. No problem: it could post.',
  audience: 'internal',
  consumers: ['scheduling'],
  data: z.object({
    ...about,
    problems: z.array(GatewayProblem),
    /** The window it was looked for, as it was asked. Absent: said before it was told. */
    opensAt: Instant.optional(),
  }),
  samples: [
    { takeoverId, time: 'hourBefore', problems: [], opensAt: '2026-11-27T17:30:00.000Z' },
    { takeoverId, time: 'hourBefore', problems: [] },
    { takeoverId, time: 'dayBefore', problems: ['reconnectNeeded'] },
  ],
});

/** Subject: the takeover's id. Stated once a time of looking, and only where something is wrong. */
export const takeoverPreFlightFailed = defineEvent({
  type: 'takeover.pre-flight-failed',
  version: 1,
  owner: 'scheduling',
  summary: 'Something is missing for a takeover that opens soon, and there is still time.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ ...about, opensAt: Instant, problems: z.array(PreFlightProblem).min(1) }),
  samples: [
    { takeoverId, time: 'dayBefore', opensAt: '2026-11-27T17:30:00.000Z', problems: ['nobodyOnCall'] },
  ],
});

/** Subject: the takeover's id. Whatever was missing at an earlier look is not missing any more. */
export const takeoverPreFlightPassed = defineEvent({
  type: 'takeover.pre-flight-passed',
  version: 1,
  owner: 'scheduling',
  summary: 'It was looked ahead of a takeover, and nothing is missing.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ ...about, opensAt: Instant }),
  samples: [{ takeoverId, time: 'hourBefore', opensAt: '2026-11-27T17:30:00.000Z' }],
});

export const listPreFlights = defineOperation({
  name: 'list-pre-flights',
  owner: 'scheduling',
  summary: 'What was found before each takeover of the last and the next weeks, latest window first.',
  method: 'GET',
  path: '/charities/{charityId}/pre-flights',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    preFlights: z.array(
      z.object({
        ...about,
        opensAt: Instant,
        askedAt: Instant,
        /** Null: not known yet. */
        problems: z.array(PreFlightProblem).nullable(),
      }),
    ),
  }),
  refusals: {},
});
