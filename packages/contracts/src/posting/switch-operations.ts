import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId } from '../define/ids.js';

const moderators = staff('manager', 'moderator');

/**
 * How far the account is out of the curator's hands.
 * `off`: handed over. `hold`: every post waits for a moderator. `pause`: posts wait, nothing goes.
 * `takenBack`: the same, and the curator is told that the charity has the account.
 */
export const SwitchMode = z.enum(['off', 'hold', 'pause', 'takenBack']);
export type SwitchMode = z.infer<typeof SwitchMode>;

const Switch = z.object({ mode: SwitchMode, since: Instant.nullable(), reason: z.string() });

/** Proof of one moment: every post that had not gone is named. */
const SwitchProof = z.object({
  switch: Switch,
  /** Waiting posts that will not go while the switch is on. */
  stopped: z.array(PostId),
  /** Posts of the open takeover that were out before. */
  alreadyOut: z.array(PostId),
  /** Posts X was being asked to publish at that moment, or whose outcome is unknown. */
  unknown: z.array(PostId),
});

const why = z.string().trim().max(500).default('');

export const setSwitch = defineOperation({
  name: 'set-switch',
  owner: 'posting-gateway',
  summary:
    'Throws the kill switch, at once and by any moderator, and answers with proof: what was stopped, what was out, what is unknown.',
  method: 'PUT',
  path: '/charities/{charityId}/switch',
  access: [moderators],
  input: z.object({ charityId: CharityId, mode: SwitchMode.exclude(['off']), reason: why }),
  output: SwitchProof,
  refusals: {
    looser: {
      status: 409,
      message:
        'The account is further out of the curator’s hands already. Release the switch to give it back.',
    },
  },
});

export const releaseSwitch = defineOperation({
  name: 'release-switch',
  owner: 'posting-gateway',
  summary: 'Hands the account back, wholly or so far that a moderator looks at every post.',
  method: 'POST',
  path: '/charities/{charityId}/switch/release',
  access: [moderators],
  stepUp: true,
  input: z.object({
    charityId: CharityId,
    to: SwitchMode.extract(['off', 'hold']).default('off'),
    reason: why,
  }),
  output: SwitchProof,
  refusals: {
    stricter: {
      status: 409,
      message: 'The account is further in the curator’s hands already, so there is nothing to release.',
    },
  },
});

export const viewSwitch = defineOperation({
  name: 'view-switch',
  owner: 'posting-gateway',
  summary: 'Who has the account just now.',
  method: 'GET',
  path: '/charities/{charityId}/switch',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: Switch,
  refusals: {},
});
