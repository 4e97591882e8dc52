import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, Instant } from '../define/ids.js';
import { IdentityLevel } from '../define/words.js';
import { ConsentChannel } from './events.js';

/** Subject: the curator's id. Revisions count what that person ever said yes to. */
export const consentGiven = defineEvent({
  type: 'consent.given',
  version: 1,
  owner: 'recruitment',
  summary: 'A curator said yes to one channel, until they take it back or the time they chose is over.',
  audience: 'internal',
  consumers: ['posting-gateway'],
  data: z.object({
    curatorId: CuratorId,
    channel: ConsentChannel,
    /** What they chose to show of themselves when they said so. */
    identityLevel: IdentityLevel,
    /** Null: until it is withdrawn. */
    until: Instant.nullable(),
    /** How often that person had withdrawn something before: a `consent.withdrawn` with a higher revision ends this one. */
    withdrawalsBefore: z.int().min(0),
  }),
  samples: [
    {
      curatorId: '0192e7a0-0000-7000-8000-000000000003',
      channel: 'archive',
      identityLevel: 'penName',
      until: null,
      withdrawalsBefore: 0,
    },
  ],
});
