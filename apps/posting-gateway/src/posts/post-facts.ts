import type { PostRow } from './post-row.js';

/** What every fact about a post says of it. */
export const aboutPost = (row: PostRow) => ({
  postId: row.post_id,
  takeoverId: row.takeover_id,
  curatorId: row.curator_id,
  kind: row.kind,
});

/** The head of a fact about a post. The row must be as it was returned by the change that raised its revision. */
export const factHead = (row: PostRow) => ({ subject: row.post_id, revision: row.revision });
