import { coreOf } from '@baton/checks';
import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { Mention } from '../x/read-timelines.js';

/** What one account may write in before it counts as a flood. */
const floodMinutes = 5;

/** What each text has in common with its copies, as a keyed digest in hex; null: too short to tell. */
export const textPrintsOf = (
  tx: Tx,
  vault: Vault,
  mentions: readonly Pick<Mention, 'text'>[],
): Promise<(string | null)[]> =>
  Promise.all(
    mentions.map(async ({ text }) => {
      const core = coreOf(text);
      return core === undefined
        ? null
        : (await vault.fingerprint(tx.charityId, 'messageText', core)).toString('hex');
    }),
  );

/** Of a takeover's earlier messages: how many these writers wrote just now, and who wrote these texts. */
export async function earlierMessages(
  tx: Tx,
  takeoverId: TakeoverId,
  prints: { readonly writers: readonly (string | null)[]; readonly texts: readonly (string | null)[] },
): Promise<{
  readonly byWriter: ReadonlyMap<string, number>;
  readonly writersOf: ReadonlyMap<string, string[]>;
}> {
  const byWriter = await tx.query<{ writer: string; count: number }>(
    `SELECT encode(writer_print, 'hex') AS writer, count(*)::integer AS count FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND arrived_at > baton.now() - $4 * interval '1 minute'
        AND writer_print = ANY (SELECT decode(print, 'hex') FROM unnest($3::text[]) AS given (print)) GROUP BY writer_print`,
    [tx.charityId, takeoverId, prints.writers, floodMinutes],
  );
  const writersOf = await tx.query<{ text: string; writers: string[] }>(
    `SELECT encode(text_print, 'hex') AS text, array_agg(DISTINCT encode(writer_print, 'hex')) AS writers FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND writer_print IS NOT NULL
        AND text_print = ANY (SELECT decode(print, 'hex') FROM unnest($3::text[]) AS given (print)) GROUP BY text_print`,
    [tx.charityId, takeoverId, prints.texts],
  );
  return {
    byWriter: new Map(byWriter.map(({ writer, count }) => [writer, count])),
    writersOf: new Map(writersOf.map(({ text, writers }) => [text, writers])),
  };
}
