import type { Post } from '../posts/post.js';
import { compareIds } from '../world/snowflake.js';
import type { TimelineQuery } from './timeline-query.js';

export interface Page {
  readonly posts: readonly Post[];
  readonly hasMore: boolean;
}

/** Cuts one page from a timeline that comes newest first. Deleted and not yet visible posts are not on it. Pure. */
export function cutPage(timeline: Iterable<Post>, query: TimelineQuery, now: number): Page {
  const posts: Post[] = [];
  for (const post of timeline) {
    if (query.sinceId !== undefined && compareIds(post.id, query.sinceId) <= 0) break;
    if (!belongs(post, query, now)) continue;
    if (posts.length === query.maxResults) return { posts, hasMore: true };
    posts.push(post);
  }
  return { posts, hasMore: false };
}

function belongs(post: Post, query: TimelineQuery, now: number): boolean {
  const isBelow = (id: string | undefined) => id === undefined || compareIds(post.id, id) < 0;
  return (
    post.life.state === 'live' &&
    post.visibleAt <= now &&
    isBelow(query.untilId) &&
    isBelow(query.after) &&
    post.appliedAt >= query.from &&
    post.appliedAt < query.until &&
    (query.withReplies || post.inReplyTo === undefined)
  );
}
