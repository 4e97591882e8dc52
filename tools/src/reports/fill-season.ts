import { randomUUID } from 'node:crypto';
import type { CharityId } from '@baton/contracts';
import pg from 'pg';

/** What followers and curators of months would have said, written down as the owner of the database: nobody waits so long. */
export async function fillSeason(
  adminDatabaseUrl: string,
  charityId: CharityId,
  takeoverId: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminDatabaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO feedback.pulse_answer (charity_id, takeover_id, answer_id, less_alone, learned, counted)
       SELECT $1, $2, gen_random_uuid(), (ARRAY['yes', 'yes', 'aLittle', 'no'])[1 + number % 4],
              (ARRAY['yes', 'aLittle', 'no'])[1 + number % 3], number % 20 > 0
         FROM generate_series(1, 60) AS number`,
      [charityId, takeoverId],
    );
    await client.query(
      `INSERT INTO feedback.post_engagement (charity_id, post_id, mark, takeover_id, likes, replies, reposts, quotes,
              impressions, measured_at)
       SELECT $1, gen_random_uuid(), mark, $2, 10 * times, times, times, 0, 900 * times, now()
         FROM (VALUES ('day', 1), ('threeDays', 2), ('week', 3)) AS at (mark, times), generate_series(1, 3)`,
      [charityId, takeoverId],
    );
    for (let week = 1; week <= 12; week += 1) await addWeekend(client, charityId, week);
  } finally {
    await client.end();
  }
}

async function addWeekend(client: pg.Client, charityId: CharityId, week: number): Promise<void> {
  const [takeoverId, curatorId] = [randomUUID(), randomUUID()];
  await client.query(
    `INSERT INTO feedback.weekend (charity_id, takeover_id, curator_id, pen_name, identity_level, agreement_version,
            opens_at, closes_at, opened_at, closed_at)
     SELECT $1, $2, $3, $4, 'penName', 1, opens_at, opens_at + interval '60 hours', opens_at, opens_at + interval '60 hours'
       FROM (VALUES (now() - make_interval(weeks => $5::int))) AS at (opens_at)`,
    [charityId, takeoverId, curatorId, `Wren ${week}`, week],
  );
  await client.query(
    `INSERT INTO feedback.survey (charity_id, survey_id, takeover_id, curator_id, wave, opened_at, answered_at,
            companionship, left_out, isolated, direct, experience)
     SELECT $1, gen_random_uuid(), nullif(asked, '')::uuid, $3, wave, now() - make_interval(weeks => $4::int + ago),
            now() - make_interval(weeks => $4::int + ago), felt, felt, 'hardlyEverOrNever', direct, 5
       FROM (VALUES ('', 'before', 2, 'often', 'someOfTheTime'), ($2, 'after', -1, 'someOfTheTime', 'hardlyEver'))
         AS row (asked, wave, ago, felt, direct)`,
    [charityId, takeoverId, curatorId, week],
  );
}
