import type { World } from '../world/world.js';
import type { Post, PostMetrics } from './post.js';

const hourMs = 3_600_000;
/** After so many hours a post has half of what it will ever get. */
const halfLifeHours = 18;

/** What a post has by now: what a test set, and, where that is wished for, what comes by itself. */
export function grownMetrics({ settings, now }: World, post: Post): PostMetrics {
  if (!settings.engagementGrows) return post.metrics;
  const ageHours = Math.max(0, now().getTime() - post.appliedAt) / hourMs;
  const reach = 1 - 2 ** (-ageHours / halfLifeHours);
  const draw = 5 + (Number(post.id.slice(-4)) % 40);
  const more = (share: number) => Math.floor(draw * share * reach);
  const { metrics } = post;
  return {
    like_count: metrics.like_count + more(1),
    reply_count: metrics.reply_count + more(0.25),
    retweet_count: metrics.retweet_count + more(0.2),
    quote_count: metrics.quote_count + more(0.05),
    bookmark_count: metrics.bookmark_count + more(0.1),
    impression_count: metrics.impression_count + more(90),
  };
}
