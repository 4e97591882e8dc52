import type { CharityId } from '@baton/contracts';
import pg from 'pg';

interface Size {
  readonly takeovers: number;
  readonly postsEach: number;
}

const words =
  'tired morning garden tea legs stairs doctor laughter rain friend work sleep bath music walk kitchen cold scan hope family bus ' +
  'chair window needle swimming sunshine fog letter birthday shopping';

/** An id made of a number, so that each statement finds what the others have made. */
const idOf = (seed: string): string =>
  `overlay(overlay(md5($1::uuid::text || ${seed}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;
const takeoverId = idOf(`'t' || n`);
const curatorId = idOf(`'c' || n`);
const postId = idOf(`'p' || n || '-' || m`);

/** A weekend after the other, back from now. */
const fills = [
  `INSERT INTO posting_gateway.takeover (charity_id, takeover_id, curator_id, pen_name, identity_level, opens_at, closes_at,
                                         opened_at, closed_at)
   SELECT $1::uuid, ${takeoverId}, ${curatorId}, 'Robin' || n, 'penName',
          now() - n * interval '7 days', now() - n * interval '7 days' + interval '2 days',
          now() - n * interval '7 days', now() - n * interval '7 days' + interval '2 days'
     FROM generate_series(1, $2::int) n`,
  `INSERT INTO posting_gateway.archive_curator (charity_id, curator_id, withdrawals_before, is_anonymous)
   SELECT $1::uuid, ${curatorId}, 0, n % 5 = 0 FROM generate_series(1, $2::int) n`,
  `INSERT INTO posting_gateway.archive_entry (charity_id, takeover_id, curator_id, name, name_words, opened_at, closed_at)
   SELECT charity_id, takeover_id, curator_id, pen_name, array_to_tsvector(ARRAY[lower(pen_name)]), opened_at, closed_at
     FROM posting_gateway.takeover WHERE charity_id = $1::uuid AND $2::int > 0`,
  `INSERT INTO posting_gateway.archive_post (charity_id, takeover_id, ordinal, post_id, thread_id, author, published_at, text,
                                             poll_options, words, tells_name)
   SELECT $1::uuid, ${takeoverId}, m, ${postId}, ${postId}, CASE WHEN m = 0 THEN 'charity' ELSE 'curator' END,
          now() - n * interval '7 days' + m * interval '1 hour', array_to_string(said.words, ' '), '{}',
          array_to_tsvector(said.words), m = 0
     FROM generate_series(1, $2::int) n, generate_series(0, $3::int - 1) m, LATERAL (
       SELECT array_agg(($4::text[])[1 + (hashtext(n || '/' || m || '/' || w) & 1023) % cardinality($4::text[])]) AS words
         FROM generate_series(1, 25) w) AS said`,
  `INSERT INTO posting_gateway.archive_picture (charity_id, post_id, media_id, ordinal, alt_text, width, height)
   SELECT charity_id, post_id, post_id, 0, 'A mug of tea on a windowsill', 800, 600
     FROM posting_gateway.archive_post WHERE charity_id = $1::uuid AND ordinal % 5 = 1 AND $2::int > 0`,
] as const;

/** Fills in what is read, without the posts and pictures it was made from, which no page of text reads. */
export async function fillArchive(
  adminDatabaseUrl: string,
  charityId: CharityId,
  { takeovers, postsEach }: Size,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminDatabaseUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = 'replica'`);
    for (const fill of fills) {
      const values = [charityId, takeovers, postsEach, words.split(' ')];
      const used = [1, 2, 3, 4].filter((at) => fill.includes(`$${at}`)).length;
      await client.query(fill, values.slice(0, used));
    }
    // As autovacuum would by and by.
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
