import type { Post } from '../posts/post.js';

/** A post and the author's own continuations of it, in reading order. */
export type Thread = readonly [Post, ...Post[]];

/** Joins an author's posts (newest first) into threads, the newest thread first. A reply to oneself continues. */
export function joinThreads(newestFirst: Iterable<Post>): readonly Thread[] {
  const threads = new Map<string, [Post, ...Post[]]>();
  const rootOf = new Map<string, string>();
  for (const post of [...newestFirst].reverse()) {
    const parent = post.inReplyTo?.authorId === post.authorId ? post.inReplyTo.postId : undefined;
    const root = parent === undefined ? undefined : rootOf.get(parent);
    const thread = root === undefined ? undefined : threads.get(root);
    rootOf.set(post.id, root ?? post.id);
    if (thread) thread.push(post);
    else threads.set(post.id, [post]);
  }
  return [...threads.values()].reverse();
}
