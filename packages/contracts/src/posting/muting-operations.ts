import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MentionId, TakeoverId } from '../define/ids.js';
import { notYours } from './refusals.js';

const theTeam = staff('manager', 'moderator');
const readers = [curator, theTeam] as const;
const notMuted = {
  status: 409,
  message: 'Nobody is muted by this message. list-muted shows who is, and by which.',
} as const;

const ofInbox = z.object({ charityId: CharityId, takeoverId: TakeoverId, mentionId: MentionId });

export const muteWriter = defineOperation({
  name: 'mute-writer',
  owner: 'posting-gateway',
  summary:
    'Sets aside whatever the writer of this message wrote and writes in this takeover. They are not told, nothing changes on X, and it ends with the takeover unless the team confirms it. Again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/mute',
  access: readers,
  input: ofInbox,
  output: z.object({
    mentionId: MentionId,
    mutedAt: Instant,
    /** Messages of theirs in this takeover that are out of sight now. */
    setAside: z.int().min(0),
  }),
  refusals: {
    notYours,
    writerUnknown: {
      status: 409,
      message:
        'X did not say who wrote this message, so nobody can be muted by it. You can park it, or end the takeover.',
    },
  },
});

export const unmuteWriter = defineOperation({
  name: 'unmute-writer',
  owner: 'posting-gateway',
  summary: 'Shows again what the writer of this message writes, and what was set aside for nothing else.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/unmute',
  access: readers,
  input: ofInbox,
  output: z.object({ mentionId: MentionId }),
  refusals: {
    notYours,
    confirmed: {
      status: 409,
      message: 'The team has muted this writer for everybody. Only the team can show their messages again.',
    },
  },
});

export const listMuted = defineOperation({
  name: 'list-muted',
  owner: 'posting-gateway',
  summary: 'Whom the curator of a takeover has muted, and which of them the charity keeps muted.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/muted',
  access: readers,
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({
    muted: z.array(
      z.object({
        /** The message by which they were muted. */
        mentionId: MentionId,
        from: z.string(),
        mutedAt: Instant,
        /** Since when the charity keeps them muted for everybody; null: it ends with the takeover. */
        confirmedAt: Instant.nullable(),
      }),
    ),
  }),
  refusals: { notYours },
});

export const confirmMute = defineOperation({
  name: 'confirm-mute',
  owner: 'posting-gateway',
  summary:
    'Keeps a writer muted in every takeover from now on, for as long as the charity keeps the message they were muted by.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox/{mentionId}/mute/confirm',
  access: [theTeam],
  input: ofInbox,
  output: z.object({ mentionId: MentionId, confirmedAt: Instant }),
  refusals: { notMuted },
});
