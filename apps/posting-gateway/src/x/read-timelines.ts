import { parseAnswer } from './parse-answer.js';
import { readableText } from './readable-text.js';
import { TimelinePage, type XPost, type XUser } from './timeline-page.js';
import type { OwnPost } from './x-account.js';
import type { XWire } from './x-wire.js';

/** X shows at most 100 posts a page, and 800 mentions altogether. */
const pageSize = 100;
const mostPages = 8;

/** An account as its timelines are asked for. */
export interface TimelineOwner {
  readonly accessToken: string;
  readonly xUserId: string;
}

/** The account's own posts since an instant. `complete` is false when there were more than X shows. */
export async function readOwnPosts(
  wire: XWire,
  owner: TimelineOwner,
  since: Date,
): Promise<{ posts: OwnPost[]; complete: boolean }> {
  const { pages, complete } = await readPages(wire, owner, 'tweets', {
    start_time: since.toISOString(),
    'tweet.fields': 'created_at,entities,referenced_tweets',
  });
  return { posts: pages.flatMap(({ data }) => data.map(ownPost)), complete };
}

/** Someone mentioned the account. */
export interface Mention {
  readonly xPostId: string;
  /** The writer's handle, without the at sign. */
  readonly from: string;
  /** Their id at X, which stays when they change their handle. */
  readonly writerId: string | null;
  /** Since when they have their account, where X says so. */
  readonly accountSince: Date | undefined;
  readonly text: string;
  readonly at: Date;
  /** The post it answers, and the one its conversation began with; null where it answers none. */
  readonly answersXPostId: string | null;
  readonly conversationXPostId: string | null;
}

/** What X showed of an account's mentions, and how many posts that were: it takes money for each. */
export interface ReadMentions {
  /** By others; oldest first. */
  readonly mentions: readonly Mention[];
  /** The newest post of all of them, to ask on from. */
  readonly newest: string | undefined;
  readonly byOthers: number;
  readonly byItself: number;
  /** False: there were more than X shows, and the older ones cannot be had. */
  readonly complete: boolean;
}

/** Mentions newer than one that is known or since an instant. */
export async function readMentions(
  wire: XWire,
  owner: TimelineOwner,
  after: { readonly sinceId: string } | { readonly since: Date },
): Promise<ReadMentions> {
  const { pages, complete } = await readPages(wire, owner, 'mentions', {
    ...('sinceId' in after ? { since_id: after.sinceId } : { start_time: after.since.toISOString() }),
    expansions: 'author_id',
    'tweet.fields': 'created_at,entities,author_id,conversation_id,referenced_tweets',
    'user.fields': 'username,created_at',
  });
  const posts = pages.flatMap(({ data }) => data);
  const byOthers = posts.filter((post) => post.author_id !== owner.xUserId);
  const writers = new Map(pages.flatMap(({ includes }) => includes.users.map((user) => [user.id, user])));
  return {
    mentions: byOthers.map((post) => mention(post, writers.get(post.author_id ?? ''))).reverse(),
    newest: posts[0]?.id,
    byOthers: byOthers.length,
    byItself: posts.length - byOthers.length,
    complete,
  };
}

async function readPages(
  wire: XWire,
  { accessToken, xUserId }: TimelineOwner,
  timeline: 'tweets' | 'mentions',
  query: Readonly<Record<string, string>>,
): Promise<{ pages: TimelinePage[]; complete: boolean }> {
  const client = wire.asUser(accessToken);
  const pages: TimelinePage[] = [];
  let next: string | undefined;
  do {
    const place = next === undefined ? {} : { pagination_token: next };
    const answer = await client.v2.get(`users/${xUserId}/${timeline}`, {
      ...query,
      ...place,
      max_results: pageSize,
    });
    const page = parseAnswer(TimelinePage, answer);
    pages.push(page);
    next = page.meta.next_token;
  } while (next !== undefined && pages.length < mostPages);
  return { pages, complete: next === undefined };
}

const answeredBy = (post: XPost): string | undefined =>
  post.referenced_tweets.find(({ type }) => type === 'replied_to')?.id;

function ownPost(post: XPost): OwnPost {
  const repliedTo = answeredBy(post);
  return {
    xPostId: post.id,
    text: readableText(post),
    createdAt: post.created_at,
    ...(repliedTo === undefined ? {} : { replyToXPostId: repliedTo }),
  };
}

const mention = (post: XPost, writer: XUser | undefined): Mention => ({
  xPostId: post.id,
  from: writer?.username ?? '',
  accountSince: writer?.created_at,
  writerId: post.author_id ?? null,
  text: readableText(post),
  at: post.created_at,
  answersXPostId: answeredBy(post) ?? null,
  conversationXPostId: post.conversation_id ?? null,
});
