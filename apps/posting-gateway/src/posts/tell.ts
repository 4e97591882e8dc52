import type { PostId, StoryVoice } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/**
 * Adds a line to the story of each post, as a person will read it, unless the last one says so already.
 * Never a word of the post itself.
 */
export async function tell(
  tx: Tx,
  postIds: readonly PostId[],
  what: string,
  voice: StoryVoice = 'baton',
): Promise<void> {
  if (postIds.length === 0) return;
  await tx.query(
    `INSERT INTO post_story (charity_id, post_id, at, what, voice)
     SELECT $1, post_id, baton.now(), $3, $4 FROM unnest($2::uuid[]) AS told (post_id)
      WHERE $3 IS DISTINCT FROM (SELECT right(what, length($3)) FROM post_story AS said
                                  WHERE said.post_id = told.post_id ORDER BY entry_id DESC LIMIT 1)`,
    [tx.charityId, postIds, what, voice],
  );
}
