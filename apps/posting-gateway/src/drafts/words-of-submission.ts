import type { DraftId, InputOf, submitPosts, TakeoverId } from '@baton/contracts';
import { draftOfPost } from './derived-draft-id.js';
import type { RefusedWords } from './keep-refused-words.js';

/** Of a takeover; or of a rehearsal, which has none. */
type Submission = Omit<InputOf<typeof submitPosts>, 'charityId' | 'takeoverId'> & {
  readonly takeoverId: TakeoverId | null;
};

/** The drafts a submission can be found in: the one it was prepared as, and where it was kept when it was refused. */
export const draftsOf = ({ fromDraft, posts }: Pick<Submission, 'fromDraft' | 'posts'>): DraftId[] => [
  ...(fromDraft ? [fromDraft] : []),
  ...posts.slice(0, 1).map(({ postId }) => draftOfPost(postId)),
];

export function wordsOfSubmission(submission: Submission): RefusedWords {
  const [draftId] = draftsOf(submission);
  const [first] = submission.posts;
  if (!draftId || !first) throw new Error('a submission without a post');
  const { takeoverId, posts, replySettings, timedFor, inReplyTo, quoteOf } = submission;
  return {
    ...{ draftId, takeoverId, postId: first.postId },
    content: {
      posts: posts.map(({ text, mediaIds, poll }) => ({ text, mediaIds, poll })),
      replySettings,
      timedFor: timedFor ?? null,
      inReplyTo: inReplyTo ?? null,
      quoteOf: quoteOf ?? null,
    },
  };
}
