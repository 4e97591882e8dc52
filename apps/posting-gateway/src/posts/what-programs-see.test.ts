import { type Post, PostId, type PostState } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { whatProgramsSee } from './what-programs-see.js';

const at = '2027-03-26T17:30:00.000Z';
const id = PostId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001');

const aPost = (status: PostState): Post => ({
  postId: id,
  takeoverId: null,
  author: 'curator',
  curatorId: null,
  kind: 'post',
  threadId: id,
  position: 1,
  text: 'Good morning!',
  mediaIds: [],
  ...{ poll: null, hidden: null, replySettings: 'everyone', timedFor: null },
  weightedLength: 13,
  edits: 0,
  edition: 0,
  status,
  findings: [
    {
      ...{ check: 'contactDetails', verdict: 'warn', severity: 'high', span: null },
      ...{ explanation: 'An address', suggestion: '' },
    },
  ],
  signposting: [],
  timeline: [{ at, by: 'team', what: 'A moderator approved it' }],
  acceptedAt: at,
});

describe('what a charity’s own program sees of posts', () => {
  it('is those that are out, without what the checks and the team made of them', () => {
    const published = aPost({ state: 'published', xPostId: '1', publishedAt: at });
    expect(whatProgramsSee([published])).toEqual([{ ...published, findings: [], timeline: [] }]);
  });

  it.each<PostState>([
    { state: 'held', wait: { since: at, by: at, isLate: false, words: 'It waits' } },
    { state: 'declined', reason: 'It names you.' },
    { state: 'queued', dueAt: at, waitingFor: null },
    { state: 'attempting', since: at },
    { state: 'deleted', deletedAt: at },
    { state: 'unknown', since: at, lookingUntil: null },
    { state: 'withdrawn' },
    { state: 'missedWindow' },
  ])('is nothing of a post that is $state', (status) => {
    expect(whatProgramsSee([aPost(status)])).toEqual([]);
  });
});
