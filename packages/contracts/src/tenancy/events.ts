import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { TimeZone } from '../define/time-zone.js';
import { Slug } from '../define/words.js';

/** Subject: the charity's id. */
export const charityRegistered = defineEvent({
  type: 'charity.registered',
  version: 1,
  owner: 'api-gateway',
  summary: 'A charity came aboard.',
  audience: 'internal',
  consumers: ['recruitment', 'scheduling', 'posting-gateway', 'feedback'],
  data: z.object({ name: z.string(), slug: Slug, zone: TimeZone }),
  samples: [{ name: 'Shine MS', slug: 'shine-ms', zone: 'Europe/London' }],
});

/**
 * Where a charity stands with the operator. `suspended`: nothing of it goes out. `leaving`: the same, and it will be
 * erased.
 */
export const CharityStanding = z.enum(['active', 'suspended', 'leaving']);
export type CharityStanding = z.infer<typeof CharityStanding>;

/** Subject: the charity's id. */
export const charityStandingChanged = defineEvent({
  type: 'charity.standing-changed',
  version: 1,
  owner: 'api-gateway',
  summary: 'A charity was suspended, resumed, or has begun to leave.',
  audience: 'internal',
  consumers: ['posting-gateway'],
  data: z.object({ standing: CharityStanding }),
  samples: [{ standing: 'suspended' }],
});

/** Subject: the charity's id. */
export const charityErased = defineEvent({
  type: 'charity.erased',
  version: 1,
  owner: 'api-gateway',
  summary: 'A charity has left: every service shreds its keys and erases what it holds of it.',
  audience: 'internal',
  consumers: ['recruitment', 'scheduling', 'posting-gateway', 'feedback'],
  data: z.object({}),
  samples: [{}],
});

const PulseWordsDays = z.int().min(7).max(730);

/** How long each kind of record is kept, in days. The bounds are law and sense: evidence needs its time, people need an end. */
export const Retention = z.object({
  /** Applications that were declined or withdrawn. */
  declinedApplications: z.int().min(7).max(730).default(180),
  /** Who a curator is, after their last part in the charity. */
  curatorIdentities: z.int().min(30).max(2190).default(730),
  /** Replies and mentions of the account. */
  mentions: z.int().min(7).max(365).default(90),
  /** What was typed and never went out, and pictures after their post is out. */
  draftsAndPictures: z.int().min(7).max(365).default(90),
  /** What followers wrote about a weekend, after its pulse is over. Figures stay. */
  pulseWords: PulseWordsDays.default(365),
});
export type Retention = z.infer<typeof Retention>;

/** Subject: the charity's id. */
export const retentionSet = defineEvent({
  type: 'retention.set',
  version: 1,
  owner: 'api-gateway',
  summary: 'A charity set how long each kind of record is kept.',
  audience: 'internal',
  consumers: ['recruitment', 'posting-gateway', 'feedback'],
  /** Absent: said before followers were asked. */
  data: Retention.extend({ pulseWords: PulseWordsDays.optional() }),
  samples: [
    {
      declinedApplications: 180,
      curatorIdentities: 730,
      mentions: 90,
      draftsAndPictures: 90,
    },
    {
      declinedApplications: 180,
      curatorIdentities: 730,
      mentions: 90,
      draftsAndPictures: 90,
      pulseWords: 365,
    },
  ],
});
