import type { CuratorId, IdentityLevel, MediaId, PostId, TakeoverId } from '@baton/contracts';
import { Shredded, type Tx, type Vault } from '@baton/persistence';
import { holdSwitchStill } from '../kill-switch/read-switch.js';
import { openAltText } from '../media/sealed-picture.js';
import type { PostRow } from '../posts/post-row.js';
import { openPoll, openText } from '../posts/post-text.js';
import { consentStands } from './archive-consent.js';
import { bringInLine } from './kept-out.js';
import { tells } from './tells-name.js';
import { wordsOf } from './words-of.js';

interface Ended {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly penName: string;
  readonly level: IdentityLevel;
  readonly openedAt: Date;
  readonly closedAt: Date;
}

interface Told extends Pick<PostRow, 'post_id' | 'thread_id' | 'author' | 'media_ids'> {
  readonly publishedAt: Date;
  readonly text: string;
  readonly pollOptions: readonly string[];
}

/**
 * Makes the entry of a takeover anew from what is out of it now; without consent, or without a post, there is none. Locks in
 * the order of whoever takes out: the switch (taking back the consent to post), then what the curator says about the archive,
 * then the posts (asking for a deletion). So nothing is written here after it was taken out.
 */
export async function makeEntry(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<void> {
  await holdSwitchStill(tx);
  const ended = await endedWithConsent(tx, takeoverId);
  const posts = ended ? await postsOf(tx, vault, takeoverId) : [];
  if (!ended || !posts.some(({ author }) => author === 'curator')) {
    await tx.query('DELETE FROM archive_entry WHERE charity_id = $1 AND takeover_id = $2', [
      tx.charityId,
      takeoverId,
    ]);
    return;
  }
  const name = ended.level === 'anonymous' || ended.penName === '' ? null : ended.penName;
  await writeEntry(tx, ended, name);
  for (const [ordinal, post] of posts.entries()) {
    await writePost(tx, takeoverId, { ...post, ordinal, tellsName: tellsName(post, name) });
    await writePictures(tx, vault, post, name);
  }
  await bringInLine(tx, takeoverId);
}

/** Whoever is shown under no name later is not named by the charity’s introduction nor by a word of their own. */
const tellsName = ({ author, text, pollOptions }: Told, name: string | null): boolean =>
  name !== null && (author === 'charity' || [text, ...pollOptions].some((said) => tells(said, name)));

async function endedWithConsent(tx: Tx, takeoverId: TakeoverId): Promise<Ended | undefined> {
  const [ended] = await tx.query<Ended>(
    `SELECT t.takeover_id AS "takeoverId", t.curator_id AS "curatorId", t.pen_name AS "penName",
            t.identity_level AS level, t.opened_at AS "openedAt", t.closed_at AS "closedAt"
       FROM takeover t JOIN archive_curator c USING (charity_id, curator_id)
      WHERE t.charity_id = $1 AND t.takeover_id = $2 AND t.opened_at IS NOT NULL AND t.closed_at IS NOT NULL
        AND ${consentStands} FOR SHARE OF c`,
    [tx.charityId, takeoverId],
  );
  return ended;
}

/**
 * The introduction and the curator's own posts, threads together, in the order in which people read them. Answers to others
 * are left out: they make no sense without what they answer, and that is other people's.
 */
async function postsOf(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<Told[]> {
  const rows = await tx.query<PostRow>(
    `SELECT p.* FROM post p JOIN post AS first ON first.charity_id = p.charity_id AND first.post_id = p.thread_id
      WHERE p.charity_id = $1 AND p.takeover_id = $2 AND p.state = 'published' AND p.kind IN ('introduction', 'post')
        AND NOT EXISTS (SELECT FROM deletion d WHERE d.charity_id = p.charity_id AND d.post_id = p.post_id)
      ORDER BY coalesce(first.published_at, p.published_at), first.sequence, p.position
        FOR SHARE OF p`,
    [tx.charityId, takeoverId],
  );
  const told: Told[] = [];
  for (const row of rows) {
    const text = await unlessShredded(openText(vault, tx, row));
    if (text === undefined || !row.published_at) continue;
    const pollOptions = (await unlessShredded(openPoll(vault, tx, row)))?.options ?? [];
    const { post_id, thread_id, author, media_ids, published_at: publishedAt } = row;
    told.push({ post_id, thread_id, author, media_ids, publishedAt, text, pollOptions });
  }
  return told;
}

/** What was shredded is left out. What does not open just now fails, and is tried again, rather than being left out for good. */
const unlessShredded = <Opened>(opening: Promise<Opened>): Promise<Opened | undefined> =>
  opening.catch((error: unknown) => {
    if (error instanceof Shredded) return undefined;
    throw error;
  });

async function writeEntry(tx: Tx, ended: Ended, name: string | null): Promise<void> {
  const { takeoverId, curatorId, openedAt, closedAt } = ended;
  await tx.query(
    `INSERT INTO archive_entry (charity_id, takeover_id, curator_id, name, name_words, opened_at, closed_at)
     VALUES ($1, $2, $3, $4, array_to_tsvector($5), $6, $7)
     ON CONFLICT (charity_id, takeover_id) DO UPDATE
        SET name = excluded.name, name_words = excluded.name_words, opened_at = excluded.opened_at,
            closed_at = excluded.closed_at`,
    [tx.charityId, takeoverId, curatorId, name, wordsOf(name ?? ''), openedAt, closedAt],
  );
  await tx.query('DELETE FROM archive_post WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
  ]);
}

async function writePost(
  tx: Tx,
  takeoverId: TakeoverId,
  post: Told & { readonly ordinal: number; readonly tellsName: boolean },
): Promise<void> {
  const { ordinal, post_id, thread_id, author, publishedAt, text, pollOptions } = post;
  await tx.query(
    `INSERT INTO archive_post (charity_id, takeover_id, ordinal, post_id, thread_id, author, published_at, text,
                               poll_options, words, tells_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, array_to_tsvector($10), $11)`,
    [
      ...[tx.charityId, takeoverId, ordinal, post_id, thread_id, author, publishedAt, text, pollOptions],
      ...[wordsOf([text, ...pollOptions].join(' ')), post.tellsName],
    ],
  );
}

async function writePictures(
  tx: Tx,
  vault: Vault,
  { post_id, media_ids }: { readonly post_id: PostId; readonly media_ids: readonly MediaId[] },
  name: string | null,
): Promise<void> {
  for (const [ordinal, mediaId] of media_ids.entries()) {
    const [media] = await tx.query<{ sealedAltText: Buffer; width: number; height: number }>(
      `SELECT sealed_alt_text AS "sealedAltText", width, height FROM media
        WHERE charity_id = $1 AND media_id = $2 AND state = 'ready'`,
      [tx.charityId, mediaId],
    );
    if (!media) continue;
    const altText = (await unlessShredded(openAltText(vault, tx, mediaId, media.sealedAltText))) ?? '';
    await tx.query(
      `INSERT INTO archive_picture (charity_id, post_id, media_id, ordinal, alt_text, width, height, tells_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[tx.charityId, post_id, mediaId, ordinal, altText, media.width, media.height],
        name !== null && tells(altText, name),
      ],
    );
  }
}
