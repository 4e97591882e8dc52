import {
  type Account,
  accountNamed,
  changeAccount,
  createAccount,
  type NewAccount,
} from '../accounts/account.js';
import { type Fault, FaultRule } from '../faults/fault.js';
import { forgetUploads, type PictureOnX, picturesOf } from '../media/uploads-behind-the-api.js';
import { type App, createApp, type NewApp } from '../oauth/app.js';
import { type Scope, scopes } from '../oauth/scopes.js';
import { issueTokens, revokeTokensOf, spendRefreshTokensOf, type TokenAnswer } from '../oauth/tokens.js';
import type { Post, PostMetrics } from '../posts/post.js';
import { publish, remove } from '../posts/publish.js';
import { registerWebhook, type Webhook } from '../webhooks/webhook.js';
import { Impossible } from '../world/impossible.js';
import { plantSeed, type Seed } from '../world/seed.js';
import type { Settings } from '../world/settings.js';
import { clearWorld, type World } from '../world/world.js';
import type { RequestRecord } from './request-record.js';

export interface FollowerPost {
  /** Made if it does not exist yet. */
  readonly username: string;
  readonly name?: string | undefined;
  /** Of an account that is made: for how long they have had it; a few years unless told otherwise. */
  readonly accountAgeDays?: number | undefined;
  readonly text: string;
  readonly inReplyTo?: string | undefined;
  readonly quoteOf?: string | undefined;
}

export interface TokenOrder {
  readonly username: string;
  readonly clientId?: string | undefined;
  readonly scopes?: readonly Scope[] | undefined;
}

/** Everything a test or a story may do to this pretend X behind the API's back. Names that do not exist or are taken throw `Impossible`. */
export interface SandboxControl {
  /** Back to the seed. Ids go on growing. */
  reset(): void;
  createApp(app: NewApp): App;
  createAccount(account: NewAccount): Account;
  apps(): readonly App[];
  accounts(): readonly Account[];
  /** Tokens without the authorize page, with every scope unless told otherwise. */
  issueTokens(order: TokenOrder): TokenAnswer;
  /** The account's refresh tokens behave as if used already. */
  spendRefreshTokens(username: string): void;
  revokeTokens(username: string): void;
  suspend(username: string): void;
  restore(username: string): void;
  setCredit(clientId: string, creditUsd: number | 'unlimited'): void;
  /** A follower posts, mentions or replies; no rule of the API applies to them. */
  followerPosts(post: FollowerPost): Post;
  /** Calls this address from now on when somebody mentions one of these accounts; it has to answer X's challenge first. */
  registerWebhook(webhook: Webhook): Promise<void>;
  deletePost(postId: string): void;
  setMetrics(postId: string, metrics: Partial<PostMetrics>): void;
  setFollowers(username: string, followers: number): void;
  /** Every post that ever took effect, oldest first, deleted ones too; of one account or of all. */
  posts(username?: string): readonly Post[];
  /** The pictures of a post with their descriptions, in order. */
  pictures(postId: string): readonly PictureOnX[];
  /** What the account uploaded and no post carries is gone, as after a day. */
  forgetUploads(username: string): void;
  /** Every request to the API, in the order in which they ended. */
  requests(): readonly RequestRecord[];
  /** Resolves when no request is under way, not even one whose caller has given up. */
  settled(): Promise<void>;
  queueFault(rule: FaultRule): Fault;
  /** The faults that have turns left. */
  faults(): readonly Fault[];
  clearFaults(): void;
  changeSettings(change: Partial<Settings>): Settings;
}

export function controlOf(world: World, seed: Seed, settings: Partial<Settings>): SandboxControl {
  return {
    reset() {
      clearWorld(world, settings);
      plantSeed(world, seed);
    },
    createApp: (app) => createApp(world, app),
    createAccount: (account) => createAccount(world, account),
    apps: () => [...world.apps.values()],
    accounts: () => [...world.accounts.values()],
    issueTokens: (order) => issueFor(world, order),
    spendRefreshTokens: (username) => spendRefreshTokensOf(world, requireAccount(world, username).id),
    revokeTokens: (username) => revokeTokensOf(world, requireAccount(world, username).id),
    suspend: (username) =>
      changeAccount(world, requireAccount(world, username).id, { standing: 'suspended' }),
    restore: (username) => changeAccount(world, requireAccount(world, username).id, { standing: 'good' }),
    setCredit(clientId, creditUsd) {
      const app = requireApp(world, clientId);
      const creditMicroUsd = creditUsd === 'unlimited' ? creditUsd : Math.round(creditUsd * 1_000_000);
      world.apps.set(clientId, { ...app, creditMicroUsd });
    },
    followerPosts: (post) => postAsFollower(world, post),
    registerWebhook: (webhook) => registerWebhook(world, webhook),
    deletePost: (postId) => remove(world, requirePost(world, postId)),
    setMetrics(postId, metrics) {
      const post = requirePost(world, postId);
      world.posts.change(postId, { metrics: { ...post.metrics, ...metrics } });
    },
    setFollowers: (username, followers) =>
      changeAccount(world, requireAccount(world, username).id, { followers }),
    posts(username) {
      if (username === undefined) return world.posts.all();
      return [...world.posts.newestBy(requireAccount(world, username).id)].reverse();
    },
    pictures: (postId) => picturesOf(world, requirePost(world, postId)),
    forgetUploads: (username) => forgetUploads(world, requireAccount(world, username).id),
    requests: () => [...world.requests],
    async settled() {
      while (world.underWay.size > 0) await Promise.allSettled(world.underWay);
    },
    queueFault: (rule) => queue(world, rule),
    faults: () => [...world.faults],
    clearFaults: () => void world.faults.splice(0),
    changeSettings(change) {
      world.settings = { ...world.settings, ...change };
      return world.settings;
    },
  };
}

function queue(world: World, given: FaultRule): Fault {
  const rule = FaultRule.parse(given);
  const fault: Fault = { id: world.nextId(), rule, remaining: rule.times };
  world.faults.push(fault);
  return { ...fault };
}

function issueFor(world: World, order: TokenOrder): TokenAnswer {
  const account = requireAccount(world, order.username);
  const app = requireApp(world, order.clientId ?? world.apps.keys().next().value ?? '');
  return issueTokens(world, {
    clientId: app.clientId,
    accountId: account.id,
    scopes: order.scopes ?? scopes,
  });
}

function postAsFollower(world: World, post: FollowerPost): Post {
  const author =
    accountNamed(world, post.username) ??
    createAccount(world, {
      username: post.username,
      name: post.name ?? post.username,
      ageDays: post.accountAgeDays ?? 1_000,
    });
  return publish(world, {
    author,
    text: post.text,
    parent: post.inReplyTo === undefined ? undefined : requirePost(world, post.inReplyTo),
    quoteOf: post.quoteOf === undefined ? undefined : requirePost(world, post.quoteOf).id,
    receivedAt: world.now().getTime(),
    visibleAfterMs: world.settings.visibilityLagMs,
  });
}

function requireAccount(world: World, username: string): Account {
  const account = accountNamed(world, username);
  if (!account) throw new Impossible(`there is no account @${username}`);
  return account;
}

function requireApp(world: World, clientId: string): App {
  const app = world.apps.get(clientId);
  if (!app) throw new Impossible(`there is no app ${clientId}`);
  return app;
}

function requirePost(world: World, postId: string): Post {
  const post = world.posts.findLive(postId);
  if (!post) throw new Impossible(`there is no post ${postId}`);
  return post;
}
