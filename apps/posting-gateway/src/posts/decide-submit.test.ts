import type { AccountId, CuratorId, Finding, Policy, PostId } from '@baton/contracts';
import { isRefusal } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '../policy/default-policy.js';
import { decideSubmit, type SubmitSituation } from './decide-submit.js';

const opensAt = new Date('2026-11-27T17:30:00.000Z');
const closesAt = new Date('2026-11-30T09:00:00.000Z');
const at = (from: Date, ms: number) => new Date(from.getTime() + ms);
const robin = 'a0000000-0000-4000-8000-000000000001' as CuratorId;
const sam = 'a0000000-0000-4000-8000-000000000002' as CuratorId;
const policy: Policy = { ...defaultPolicy, undoSeconds: 20 };
const finding = (verdict: Finding['verdict']): Finding => ({
  ...{
    check: 'contactDetails',
    verdict,
    severity: 'high',
    span: null,
    explanation: 'A number',
    suggestion: 'Take it out',
  },
});
const draft = (...findings: Finding[]) => ({ postId: robin as string as PostId, findings });

const situation: SubmitSituation = {
  now: at(opensAt, 3_600_000),
  curatorId: robin,
  hasWithdrawn: false,
  takeover: { curatorId: robin, opensAt, closesAt, closedAt: null, restingSince: null },
  switchMode: 'off',
  standing: 'active',
  policy,
  account: { accountId: robin as string as AccountId, takesPosts: true },
  picturesComplete: true,
  replyTarget: 'none',
  ...{ wantsToQuote: false, timedFor: null, askFirst: false },
  drafts: [draft()],
};
const decide = (change: Partial<SubmitSituation>) => {
  const result = decideSubmit({ ...situation, ...change });
  return isRefusal(result) ? result.refusal.code : result.value;
};

describe('whether a post is taken in', () => {
  it.each([
    ['one millisecond before the window opens', at(opensAt, -1), 'windowNotOpen'],
    ['the moment the window closes', closesAt, 'windowClosed'],
    ['one second after the window closed', at(closesAt, 1_000), 'windowClosed'],
  ])('R6 refuses a post sent %s', (_, now, code) => {
    expect(decide({ now })).toBe(code);
  });

  it.each([
    ['the moment the window opens', opensAt],
    ['one millisecond before it closes', at(closesAt, -1)],
  ])('R6 accepts a post sent %s', (_, now) => {
    expect(decide({ now })).toMatchObject({ posts: [{ state: 'queued' }] });
  });

  it('holds every part for a person where the policy says so, whatever the checks found', () => {
    const careful = { ...policy, review: 'every' } as const;
    expect(decide({ policy: careful, drafts: [draft(), draft()] })).toMatchObject({
      posts: [
        {
          state: 'held',
          story: [{ by: 'checks' }, { by: 'baton', what: expect.stringContaining('every post') }],
        },
        { state: 'held' },
      ],
    });
  });

  it('refuses a curator who has taken back their consent', () => {
    expect(decide({ hasWithdrawn: true })).toBe('consentWithdrawn');
  });

  it('R6 refuses after an early end', () => {
    const takeover = { curatorId: robin, opensAt, closesAt, closedAt: at(opensAt, 10), restingSince: null };
    expect(decide({ takeover })).toBe('windowClosed');
  });

  it.each([
    ['a takeover nobody has heard of', { takeover: undefined }, 'notFound'],
    ['somebody else’s takeover', { curatorId: sam }, 'notYours'],
    ['no connected account', { account: undefined }, 'notConnected'],
    ['an unfinished picture', { picturesComplete: false }, 'unknownMedia'],
    ['an answer to a message that is not in the inbox', { replyTarget: 'unknown' }, 'unknownMention'],
    ['an answer that X refused before', { replyTarget: 'closed' }, 'cannotReply'],
    ['a part that is blocked', { drafts: [draft(), draft(finding('block'))] }, 'blocked'],
  ] as const)('refuses %s', (_, change, code) => {
    expect(decide(change)).toBe(code);
  });

  it('says first whose takeover it is, and never when it would be', () => {
    expect(decide({ curatorId: sam, now: at(closesAt, 1) })).toBe('notYours');
  });
});

describe('what becomes of it', () => {
  it('waits for as long as it can be taken back', () => {
    expect(decide({})).toMatchObject({ dueAt: at(situation.now, 20_000), posts: [{ state: 'queued' }] });
  });

  it('gives up undo time near the end of the window, so that it can go', () => {
    expect(decide({ now: at(closesAt, -10_000) })).toMatchObject({ dueAt: at(closesAt, -1_500) });
    expect(decide({ now: at(closesAt, -100) })).toMatchObject({ dueAt: at(closesAt, -100) });
  });

  it('goes with a warning, is held where the policy says so', () => {
    expect(decide({ drafts: [draft(finding('warn'))] })).toMatchObject({ posts: [{ state: 'queued' }] });
    expect(decide({ drafts: [draft(finding('hold'))] })).toMatchObject({
      posts: [
        {
          state: 'held',
          story: [
            { by: 'checks', what: 'Checked: contact details.' },
            { by: 'baton', what: 'Held for the team to look at.' },
          ],
        },
      ],
    });
  });

  it('lets a thread wait as a whole while one part is held, and says so', () => {
    expect(decide({ drafts: [draft(), draft(finding('hold')), draft()] })).toMatchObject({
      posts: [
        {
          state: 'queued',
          story: [{ by: 'checks' }, { by: 'baton', what: expect.stringContaining('whole thread') }],
        },
        { state: 'held' },
        {
          state: 'queued',
          story: [{ by: 'checks' }, { by: 'baton', what: expect.stringContaining('whole thread') }],
        },
      ],
    });
  });

  it.each([
    ['hold', 'held'],
    ['pause', 'queued'],
    ['takenBack', 'queued'],
  ] as const)('loses no words to the switch: %s leaves it %s', (switchMode, state) => {
    expect(decide({ switchMode })).toMatchObject({ posts: [{ state }] });
  });
});

describe('a post for a moment its author chose', () => {
  const edges = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };

  it.each([
    ['in the window', at(opensAt, 3_600_000), at(opensAt, 7_200_000)],
    ['before the window has begun', at(opensAt, -86_400_000), opensAt],
  ])('is taken %s and due then', (_, now, timedFor) => {
    expect(decide({ now, timedFor })).toMatchObject({ dueAt: timedFor, posts: [{ state: 'queued' }] });
  });

  it.each([
    ['before the window', at(opensAt, -1)],
    ['in the last moment, in which it could not arrive in time', at(closesAt, -499)],
    ['after the window', at(closesAt, 86_400_000)],
  ])('R6 is refused %s, with both edges', (_, timedFor) => {
    const answer = decideSubmit({ ...situation, timedFor });
    expect(answer).toMatchObject({ refusal: { code: 'timedOutsideWindow', details: edges } });
  });

  it('can be taken back for as long as any other when that moment is over already', () => {
    const now = at(opensAt, 3_600_000);
    expect(decide({ now, timedFor: opensAt })).toMatchObject({ dueAt: at(now, 20_000) });
  });
});

it('tells somebody who wants to be asked first that it waits for them', () => {
  expect(decide({ askFirst: true })).toMatchObject({
    posts: [{ story: [{ by: 'checks' }, { what: expect.stringContaining('your yes') }] }],
  });
});

it('says that X lets nobody quote, instead of leaving the quote out', () => {
  expect(decide({ wantsToQuote: true })).toBe('quotingNotAvailable');
});
