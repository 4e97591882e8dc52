import type { CharityId, InputOf, submitPosts, TakeoverId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';

/** Of a rehearsal: no takeover, and the made-up message it answers. */
interface ToFingerprint extends Pick<InputOf<typeof submitPosts>, 'posts' | 'replySettings' | 'timedFor'> {
  readonly charityId: CharityId;
  readonly takeoverId?: TakeoverId;
  readonly inReplyTo?: string | undefined;
}

/**
 * What makes a submission the same submission, as keyed digests: they compare texts without keeping
 * them, and nobody can try out guesses on them.
 */
export const fingerprintsOf = (
  vault: Vault,
  { charityId, takeoverId, posts, inReplyTo, replySettings, timedFor }: ToFingerprint,
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
