import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { AccountId, CuratorId, FollowUpId, Instant, MentionId, PostId, TakeoverId } from '../define/ids.js';
import { CheckName, Severity } from './finding.js';
import { HandedUpTo } from './held-post-operations.js';
import { ReportReason } from './mention.js';
import { PolicyOrigin } from './policy-operations.js';
import { PostKind, RejectionReason } from './post.js';
import { SwitchMode } from './switch-operations.js';

const postId = '0192e7a0-0000-7000-8000-000000000021';
const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** What every fact about a post carries. Never its text. */
const aboutPost = {
  postId: PostId,
  takeoverId: TakeoverId.nullable(),
  curatorId: CuratorId.nullable(),
  kind: PostKind,
};
const sample = { postId, takeoverId, curatorId, kind: 'post' as const };

/** Subject: the post's id. */
export const postPublished = defineEvent({
  type: 'post.published',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X has the post, seen in its answer, on the account’s own timeline, or by a person.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object({
    ...aboutPost,
    xPostId: z.string(),
    publishedAt: Instant,
    pictures: z.int().min(0),
    /** How the outcome became known. */
    knownBy: z.enum(['answer', 'timeline', 'person']),
  }),
  samples: [
    {
      ...sample,
      xPostId: '2063000000000000001',
      publishedAt: '2026-11-28T10:00:00.000Z',
      pictures: 1,
      knownBy: 'answer',
    },
  ],
});

/** Subject: the post's id. */
export const postHeld = defineEvent({
  type: 'post.held',
  version: 1,
  owner: 'posting-gateway',
  summary: 'A post waits for a moderator.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object({ ...aboutPost, checks: z.array(CheckName) }),
  samples: [{ ...sample, checks: ['contactDetails'] }],
});

/** Subject: the post's id. */
export const postDecided = defineEvent({
  type: 'post.decided',
  version: 1,
  owner: 'posting-gateway',
  summary: 'A moderator approved or declined a held post.',
  audience: 'internal',
  consumers: ['api-gateway', 'feedback'],
  data: z.object({
    ...aboutPost,
    verdict: z.enum(['approve', 'decline']),
    /** Role and pseudonym, as in the audit. Absent: it was said before this was told of. */
    by: z
      .string()
      .regex(/^[a-z]+ [0-9a-f-]{36}$/)
      .optional(),
  }),
  samples: [
    { ...sample, verdict: 'decline' },
    { ...sample, verdict: 'approve', by: 'moderator 0192e7a0-0000-7000-8000-0000000000bb' },
  ],
});

/** Subject: the post's id. */
export const postRejected = defineEvent({
  type: 'post.rejected',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X said no for certain.',
  audience: 'internal',
  consumers: [],
  data: z.object({ ...aboutPost, reason: RejectionReason }),
  samples: [{ ...sample, reason: 'duplicate' }],
});

/** Subject: the post's id. */
export const postOutcomeUnknown = defineEvent({
  type: 'post.outcome-unknown',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X may or may not have the post; it is looked for on the timeline and never resent by machine.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object(aboutPost),
  samples: [sample],
});

/** Subject: the post's id. */
export const postMissedWindow = defineEvent({
  type: 'post.missed-window',
  version: 1,
  owner: 'posting-gateway',
  summary: 'The window closed before the post could go; it was not sent.',
  audience: 'internal',
  consumers: ['api-gateway', 'feedback'],
  data: z.object(aboutPost),
  samples: [sample],
});

/** Subject: the post's id. */
export const postDeleted = defineEvent({
  type: 'post.deleted',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X has deleted a post, because its author or the team wanted it gone.',
  audience: 'internal',
  consumers: [],
  data: z.object(aboutPost),
  samples: [sample],
});

/** Subject: the post's id. */
export const postHandedUp = defineEvent({
  type: 'post.handed-up',
  version: 1,
  owner: 'posting-gateway',
  summary:
    'A moderator has left the decision about a held post to somebody else of the team, or to a manager.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ postId: PostId, to: HandedUpTo }),
  samples: [{ postId, to: 'managers' }],
});

/** What waits for a person of the team: a held post, somebody who may be in danger, or a message that was reported. */
export const TeamWait = z.enum(['heldPost', 'followUp', 'report']);
export type TeamWait = z.infer<typeof TeamWait>;

/** Subject: the id of what waits. The revision is the second of the reminder, so that none is taken for an older one. */
export const teamIsLate = defineEvent({
  type: 'team.is-late',
  version: 1,
  owner: 'posting-gateway',
  summary:
    'Something has been waiting for a person of the team longer than the team means to let anybody wait.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ what: TeamWait, id: z.uuid(), since: Instant }),
  samples: [{ what: 'heldPost', id: postId, since: '2026-11-28T09:30:00.000Z' }],
});

/**
 * Subject: the id of what waited; the revision is always 1. A held post: its author took it back or changed it (a decision and a
 * missed window are facts of their own). `handedUp`: it waits still, but for nobody else than whoever had handed it up.
 */
export const teamWaitOver = defineEvent({
  type: 'team.wait-over',
  version: 1,
  owner: 'posting-gateway',
  summary: 'Something does not wait for a person of the team any more, or not for another one.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ what: z.enum([...TeamWait.options, 'handedUp']), id: z.uuid() }),
  samples: [{ what: 'report', id: '0192e7a0-0000-7000-8000-000000000041' }],
});

/** Subject: the mention's id. */
export const mentionReceived = defineEvent({
  type: 'mention.received',
  version: 1,
  owner: 'posting-gateway',
  summary: 'A follower mentioned the account during a takeover.',
  audience: 'internal',
  consumers: [],
  data: z.object({ mentionId: MentionId, takeoverId: TakeoverId }),
  samples: [{ mentionId: '0192e7a0-0000-7000-8000-000000000031', takeoverId }],
});

/** Subject: the takeover's id; revision: the how-manieth storm. */
export const stormBegan = defineEvent({
  type: 'storm.began',
  version: 1,
  owner: 'posting-gateway',
  summary: 'More messages come than a person can read; they are set aside, and the team is told.',
  audience: 'internal',
  consumers: ['api-gateway', 'feedback'],
  data: z.object({ takeoverId: TakeoverId }),
  samples: [{ takeoverId }],
});

/** Subject: the takeover's id; revision: of the storm that is over. */
export const stormOver = defineEvent({
  type: 'storm.over',
  version: 1,
  owner: 'posting-gateway',
  summary: 'A storm of messages is over: in an hour came less than half of what begins one.',
  audience: 'internal',
  consumers: ['api-gateway', 'feedback'],
  data: z.object({ takeoverId: TakeoverId }),
  samples: [{ takeoverId }],
});

/** Subject: the takeover's id. */
export const takeoverGivenBack = defineEvent({
  type: 'takeover.given-back',
  version: 1,
  owner: 'posting-gateway',
  summary:
    'A takeover was ended before its time: nothing of the curator’s goes out any more. Nobody was asked why.',
  audience: 'internal',
  consumers: ['scheduling', 'feedback'],
  data: z.object({ takeoverId: TakeoverId, curatorId: CuratorId, givenBackAt: Instant }),
  samples: [{ takeoverId, curatorId, givenBackAt: '2026-11-28T21:15:00.000Z' }],
});

/** Subject: the account's id. */
export const accountConnected = defineEvent({
  type: 'account.connected',
  version: 1,
  owner: 'posting-gateway',
  summary: 'The charity’s X account was connected.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ accountId: AccountId, handle: z.string() }),
  samples: [{ accountId: '0192e7a0-0000-7000-8000-000000000041', handle: 'shine_ms' }],
});

/** Subject: the account's id. */
export const accountNeedsReconnecting = defineEvent({
  type: 'account.needs-reconnecting',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X does not take the keys of the charity’s account any more; only a person can help.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({
    accountId: AccountId,
    because: z.enum(['renewalRefused', 'keyRefused', 'directMessages']),
  }),
  samples: [{ accountId: '0192e7a0-0000-7000-8000-000000000041', because: 'renewalRefused' }],
});

/** Subject: the account's id. */
export const accountDisconnected = defineEvent({
  type: 'account.disconnected',
  version: 1,
  owner: 'posting-gateway',
  summary: 'The charity took the connection to its X account back; the keys are destroyed.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ accountId: AccountId }),
  samples: [{ accountId: '0192e7a0-0000-7000-8000-000000000041' }],
});

/** Subject: the follow-up's id. As it was said before there were rehearsals. */
export const crisisNoticedV1 = defineEvent({
  type: 'crisis.noticed',
  version: 1,
  owner: 'posting-gateway',
  summary: 'Somebody wrote words of a crisis, and a person has to see to it. Never the words.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({
    followUpId: FollowUpId,
    takeoverId: TakeoverId,
    curatorId: CuratorId,
    postId: PostId.nullable(),
    severity: Severity,
  }),
  samples: [
    { followUpId: '0192e7a0-0000-7000-8000-000000000051', takeoverId, curatorId, postId, severity: 'high' },
  ],
});

/** Subject: the follow-up's id. Said instead of the first version since words of a crisis are heard in a rehearsal, too. */
export const crisisNoticed = defineEvent({
  type: 'crisis.noticed',
  version: 2,
  owner: 'posting-gateway',
  summary: 'Somebody wrote words of a crisis, and a person has to see to it. Never the words.',
  audience: 'internal',
  consumers: ['api-gateway', 'recruitment', 'feedback'],
  data: z.object({
    followUpId: FollowUpId,
    /** Null: in a rehearsal. */
    takeoverId: TakeoverId.nullable(),
    curatorId: CuratorId,
    postId: PostId.nullable(),
    severity: Severity,
  }),
  samples: [
    { followUpId: '0192e7a0-0000-7000-8000-000000000051', takeoverId, curatorId, postId, severity: 'high' },
    {
      ...{ followUpId: '0192e7a0-0000-7000-8000-000000000051', takeoverId: null, curatorId, postId: null },
      severity: 'medium',
    },
  ],
});

/** Subject: the mention's id. */
export const mentionReported = defineEvent({
  type: 'mention.reported',
  version: 1,
  owner: 'posting-gateway',
  summary:
    'Somebody told the team about a message to the account, and a person has to see to it. Never the words.',
  audience: 'internal',
  consumers: ['api-gateway', 'feedback'],
  data: z.object({ mentionId: MentionId, takeoverId: TakeoverId, reason: ReportReason }),
  samples: [{ mentionId: '0192e7a0-0000-7000-8000-000000000041', takeoverId, reason: 'threat' }],
});

/** Subject: the charity's id. */
export const switchChanged = defineEvent({
  type: 'switch.changed',
  version: 1,
  owner: 'posting-gateway',
  summary: 'The kill switch was thrown or released.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object({ mode: SwitchMode, at: Instant, stopped: z.int().min(0) }),
  samples: [{ mode: 'takenBack', at: '2026-11-28T11:00:00.000Z', stopped: 1 }],
});

/** Subject: the charity's id. The revision is the policy's version. */
export const policySet = defineEvent({
  type: 'policy.set',
  version: 1,
  owner: 'posting-gateway',
  summary: 'The charity chose or changed its posting policy.',
  audience: 'internal',
  consumers: [],
  data: z.object({ version: z.int().positive(), preset: PolicyOrigin }),
  samples: [{ version: 2, preset: 'standard' }],
});

/** Subject: the charity's id. The revision is the list's version. */
export const signpostingSet = defineEvent({
  type: 'signposting.set',
  version: 1,
  owner: 'posting-gateway',
  summary: 'The charity confirmed where it points people in distress to.',
  audience: 'internal',
  consumers: [],
  data: z.object({ version: z.int().positive(), resources: z.int().positive() }),
  samples: [{ version: 1, resources: 3 }],
});
