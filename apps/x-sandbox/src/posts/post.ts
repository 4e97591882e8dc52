import type { PostEntities } from './entities.js';

export const replySettings = ['following', 'mentionedUsers', 'subscribers', 'verified'] as const;
export type ReplySetting = 'everyone' | (typeof replySettings)[number];

export interface Poll {
  readonly id: string;
  readonly options: readonly string[];
  readonly durationMinutes: number;
  readonly endsAt: Date;
}

export interface PostMetrics {
  readonly retweet_count: number;
  readonly reply_count: number;
  readonly like_count: number;
  readonly quote_count: number;
  readonly bookmark_count: number;
  readonly impression_count: number;
}

export interface Post {
  readonly id: string;
  readonly authorId: string;
  /** What the author typed. */
  readonly written: string;
  /** What X makes of it: reply mentions in front, links as t.co, a link per picture set, `& < >` escaped. */
  readonly text: string;
  readonly entities: PostEntities;
  readonly conversationId: string;
  readonly inReplyTo: { readonly postId: string; readonly authorId: string } | undefined;
  readonly quoteOf: string | undefined;
  readonly mediaIds: readonly string[];
  readonly poll: Poll | undefined;
  readonly replySettings: ReplySetting;
  /** When the request arrived, when it took effect, and from when timelines show it. Milliseconds. */
  readonly receivedAt: number;
  readonly appliedAt: number;
  readonly visibleAt: number;
  readonly hidden: boolean;
  readonly life: { readonly state: 'live' } | { readonly state: 'deleted'; readonly at: number };
  readonly metrics: PostMetrics;
}

export const noMetrics: PostMetrics = {
  retweet_count: 0,
  reply_count: 0,
  like_count: 0,
  quote_count: 0,
  bookmark_count: 0,
  impression_count: 0,
};
