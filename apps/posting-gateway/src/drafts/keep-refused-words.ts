import type { CuratorId, DraftContent, DraftId, InputOf, submitPosts } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { draftOfPost } from './derived-draft-id.js';
import { writeInto } from './write-draft.js';

type Submission = Omit<InputOf<typeof submitPosts>, 'charityId' | 'takeoverId'>;

/** The drafts a submission can be found in: the one it was prepared as, and where it was kept when it was refused. */
export const draftsOf = ({ fromDraft, posts }: Submission): DraftId[] => [
  ...(fromDraft ? [fromDraft] : []),
  ...posts.slice(0, 1).map(({ postId }) => draftOfPost(postId)),
];

/** Keeps what could not be handed over as a draft, so that nobody has to type it again. Answers which. */
export async function keepRefusedWords(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
  submission: Submission,
): Promise<DraftId> {
  const [draftId] = draftsOf(submission);
  if (!draftId) throw new Error('a submission without a post');
  const { draft_id: keptAs } = await writeInto(tx, vault, {
    ...{ curatorId, draftId },
    content: contentOf(submission),
  });
  return keptAs;
}

const contentOf = ({ posts, replySettings, timedFor, inReplyTo, quoteOf }: Submission): DraftContent => ({
  posts: posts.map(({ text, mediaIds, poll }) => ({ text, mediaIds, poll })),
  replySettings,
  timedFor: timedFor ?? null,
  inReplyTo: inReplyTo ?? null,
  quoteOf: quoteOf ?? null,
});
