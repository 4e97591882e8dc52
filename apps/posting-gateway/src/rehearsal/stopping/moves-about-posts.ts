import { isRefusal, type Post, type PostId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { anyOf } from './bans.js';
import type { Evening, Move } from './evening.js';

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
/** No digits: in a post they now and then look like a telephone number. */
function newText({ random }: Evening): string {
  const name = Array.from({ length: 8 }, () => random.pick(alphabet)).join('');
  return `${random.chance(0.07) ? 'Mail robin@example.org. ' : ''}Words ${name}`;
}

export async function submits(evening: Evening, timedFor?: Date): Promise<void> {
  const parts = Array.from({ length: 1 + evening.random.below(2) }, () => ({
    postId: newId<PostId>(),
    text: newText(evening),
    mediaIds: [],
    poll: null,
  }));
  for (const { text, postId } of parts) evening.writes(text, postId);
  if (timedFor) {
    const covers = anyOf(parts.map(({ postId }) => postId));
    evening.bans.push({ why: 'was timed for later', covers, from: 0, until: timedFor.getTime() });
  }
  const words = parts.map(({ text, postId }) => `${postId} ${text}`).join(' | ');
  const when = timedFor ? { timedFor: timedFor.toISOString() } : {};
  await evening.asks(`submit ${words} ${JSON.stringify(when)}`, () =>
    evening.charity.hand({ posts: parts, ...when }),
  );
}

export async function submitsTimed(evening: Evening): Promise<void> {
  const { opensAt, closesAt } = evening.edges;
  const at = opensAt + evening.random.below(closesAt - opensAt);
  await submits(evening, new Date(evening.random.chance(0.3) ? opensAt : at));
}

/** Does something with one of the posts in such a state, if there is one. */
const withPost =
  (
    states: readonly Post['status']['state'][],
    move: (evening: Evening, post: Post) => Promise<unknown>,
  ): Move =>
  async (evening) => {
    const posts = (await evening.charity.posts()).filter(({ status, author }) => {
      return author === 'curator' && states.includes(status.state);
    });
    if (posts.length > 0) await move(evening, evening.random.pick(posts));
  };

/** Asks, and if it was not refused its thread is no longer told to be held. */
const asksAbout = (evening: Evening, what: string, post: Post, ask: () => Promise<unknown>) =>
  evening.asks(`${what} ${post.postId}`, async (began) => {
    const answer = await ask();
    if (!isRefusal(answer)) evening.lift(new RegExp(`^is held: .* of ${post.threadId}`), began);
    return answer;
  });

export const approves = withPost(['held'], (evening, post) =>
  evening.asks(`approve ${post.postId}`, async (began) => {
    const answer = await evening.charity.decide(post.postId, 'approve', '', post);
    if (isRefusal(answer)) return answer;
    evening.approved.set(post.postId, began);
    evening.lift(new RegExp(`^is held: .* of ${post.threadId}`), began);
    return answer;
  }),
);

export const declines = withPost(['held'], (evening, post) =>
  asksAbout(evening, 'decline', post, () => evening.charity.decide(post.postId, 'decline', 'No', post)),
);

export const withdraws = withPost(['held', 'queued', 'attempting'], (evening, post) =>
  asksAbout(evening, 'withdraw', post, () => evening.charity.withdraw(post.postId)),
);

export const edits = withPost(['held', 'queued', 'attempting'], async (evening, post) => {
  const text = newText(evening);
  evening.writes(text, post.postId);
  const { answer, answered } = await asksAbout(evening, `edit to ${text}`, post, () =>
    evening.charity.edit(post.postId, text, { basedOn: post.edits }),
  );
  if (!isRefusal(answer)) evening.ban('had been changed', answered, (call) => call.text === post.text);
});

export const resolves = withPost(['unknown'], (evening, post) => {
  const verdict = evening.random.chance(0.7) ? 'sendAgain' : 'letItGo';
  return evening.asks(`${verdict} ${post.postId}`, async (began) => {
    const answer = await evening.charity.resolve(post.postId, verdict);
    if (verdict === 'sendAgain' && !isRefusal(answer)) evening.approved.set(post.postId, began);
    return answer;
  });
});
