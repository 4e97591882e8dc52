import {
  type AccountId,
  Finding,
  type Post,
  type PostId,
  type StoryVoice,
  type TakeoverId,
} from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { accountAway } from '../account/connected-account.js';
import { takeoversAhead } from '../charity-posts/takeovers-ahead.js';
import { outOfCredit } from '../costs/credit.js';
import { helpFor } from '../crisis/help-for.js';
import { removalsOf } from '../deleting/queue-deletions.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { hiddenFrom, type Reader } from '../review/distressing.js';
import { justDecided, turnsOfTeam } from '../review/team-waits.js';
import { untilIntroduced } from '../takeovers/until-introduced.js';
import type { PostRow } from './post-row.js';
import { statusOf } from './post-status.js';
import { declineReasonToShow, pollToShow, textToShow } from './post-text.js';
import { waitsForThread } from './waits-for-thread.js';

/** Posts as the contract shows them to this reader: opened text, findings, story, and what each waits for just now. */
export async function presentPosts(
  tx: Tx,
  vault: Vault,
  rows: readonly PostRow[],
  reader: Reader,
): Promise<Post[]> {
  if (rows.length === 0) return [];
  const stories = await storiesOf(tx, rows);
  const seen = await readSwitch(tx);
  const away = await accountAway(tx);
  const resting = await restingAmong(tx, rows);
  const broke = await outOfCredit(tx);
  const leftAlone = await lanesAtRest(tx);
  const behind = await behindOthers(tx, rows);
  const unintroduced = await behindIntroduction(tx, rows);
  const removals = await removalsOf(
    tx,
    rows.map((row) => row.post_id),
  );
  const takeovers = rows.some(({ kind }) => kind === 'own') ? await takeoversAhead(tx) : [];
  const turns = await turnsOfTeam(tx, rows);
  const hard = await hiddenFrom(tx, reader, rows);
  const posts: Post[] = [];
  for (const row of rows) {
    const hidden = hard.get(row.post_id) ?? null;
    posts.push({
      postId: row.post_id,
      takeoverId: row.takeover_id,
      author: row.author,
      curatorId: row.curator_id,
      kind: row.kind,
      threadId: row.thread_id,
      position: row.position,
      text: hidden ? '' : await textToShow(vault, tx, row),
      mediaIds: row.media_ids,
      poll: hidden ? null : await pollToShow(vault, tx, row),
      hidden,
      replySettings: row.reply_settings,
      timedFor: row.timed_for?.toISOString() ?? null,
      weightedLength: row.weighted_length,
      edits: row.edits,
      edition: row.edition,
      status: statusOf(row, {
        now: seen.now,
        switchMode: seen.mode,
        standing: seen.standing,
        accountIsAway: row.account_id === away,
        isBehindAnother: behind.has(row.post_id),
        isBehindIntroduction: unintroduced.has(row.post_id),
        isOutOfCredit: broke.has(row.account_id),
        laneRestsUntil: leftAlone.get(row.account_id),
        isResting: row.takeover_id !== null && resting.has(row.takeover_id),
        removal: removals.get(row.post_id),
        takeovers,
        wait: turns.get(row.post_id) ?? justDecided(row),
        declineReason: await declineReasonToShow(vault, tx, row),
      }),
      findings: Finding.array().parse(row.findings),
      signposting: await helpFor(tx, row.findings),
      timeline: stories.get(row.post_id) ?? [],
      acceptedAt: row.accepted_at.toISOString(),
    });
  }
  return posts;
}

/** One post by its id, which must exist. */
export async function presentPost(tx: Tx, vault: Vault, postId: PostId, reader: Reader): Promise<Post> {
  const rows = await tx.query<PostRow>('SELECT * FROM post WHERE post_id = $1', [postId]);
  const [post] = await presentPosts(tx, vault, rows, reader);
  if (!post) throw new Error('a post that was just written is not there');
  return post;
}

async function storiesOf(tx: Tx, rows: readonly PostRow[]): Promise<Map<PostId, Post['timeline']>> {
  const entries = await tx.query<{ post_id: PostId; at: Date; by: StoryVoice; what: string }>(
    'SELECT post_id, at, voice AS by, what FROM post_story WHERE post_id = ANY($1) ORDER BY entry_id',
    [rows.map((row) => row.post_id)],
  );
  const stories = new Map<PostId, Post['timeline']>();
  for (const { post_id, at, by, what } of entries) {
    const story = stories.get(post_id) ?? [];
    story.push({ at: at.toISOString(), by, what });
    stories.set(post_id, story);
  }
  return stories;
}

async function restingAmong(tx: Tx, rows: readonly PostRow[]): Promise<Set<TakeoverId>> {
  const resting = await tx.query<{ takeoverId: TakeoverId }>(
    `SELECT takeover_id AS "takeoverId" FROM takeover WHERE resting_since IS NOT NULL AND takeover_id = ANY($1)`,
    [[...new Set(rows.map((row) => row.takeover_id))]],
  );
  return new Set(resting.map(({ takeoverId }) => takeoverId));
}

/** The accounts that X wants to be left alone by just now, and until when. */
async function lanesAtRest(tx: Tx): Promise<Map<AccountId, Date>> {
  const lanes = await tx.query<{ accountId: AccountId; until: Date }>(
    `SELECT account_id AS "accountId", resting_until AS until FROM lane
      WHERE charity_id = $1 AND resting_until > baton.now()`,
    [tx.charityId],
  );
  return new Map(lanes.map(({ accountId, until }) => [accountId, until]));
}

/** Those that cannot go yet for the sake of their thread. */
const behindOthers = (tx: Tx, rows: readonly PostRow[]) => waitingAmong(tx, rows, waitsForThread);

/** Those whose author the charity introduces first. */
const behindIntroduction = (tx: Tx, rows: readonly PostRow[]) =>
  waitingAmong(tx, rows, `${untilIntroduced} > baton.now()`);

async function waitingAmong(tx: Tx, rows: readonly PostRow[], condition: string): Promise<Set<PostId>> {
  const behind = await tx.query<Pick<PostRow, 'post_id'>>(
    `SELECT post_id FROM post p WHERE post_id = ANY($1) AND ${condition}`,
    [rows.filter((row) => row.state === 'queued').map((row) => row.post_id)],
  );
  return new Set(behind.map(({ post_id }) => post_id));
}
