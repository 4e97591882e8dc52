import type { InputOf, submitPosts } from '@baton/contracts';
import type { Vault } from '@baton/persistence';

/**
 * What makes a submission the same submission, as keyed digests: they compare texts without keeping
 * them, and nobody can try out guesses on them.
 */
export const fingerprintsOf = (
  vault: Vault,
  { charityId, takeoverId, posts, inReplyTo, replySettings, timedFor }: InputOf<typeof submitPosts>,
): Promise<Buffer[]> => {
  const thread = posts.map(({ postId }) => postId);
  return Promise.all(
    posts.map(({ text, mediaIds, poll }, index) =>
      vault.fingerprint(
        charityId,
        'post',
        JSON.stringify({
          ...{ takeoverId, thread, index, text, mediaIds, poll },
          ...{ inReplyTo, replySettings, timedFor },
        }),
      ),
    ),
  );
};
