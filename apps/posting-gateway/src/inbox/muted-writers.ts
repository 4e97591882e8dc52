import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { Mention } from '../x/read-timelines.js';

/** Who wrote each, as a keyed digest in hex: equal for one writer in one charity, and of no use anywhere else. */
export const printsOf = (
  tx: Tx,
  vault: Vault,
  mentions: readonly Pick<Mention, 'writerId'>[],
): Promise<(string | null)[]> =>
  Promise.all(
    mentions.map(async ({ writerId }) =>
      writerId === null ? null : (await vault.fingerprint(tx.charityId, 'writer', writerId)).toString('hex'),
    ),
  );

/** Which of these writers somebody asked not to read: in this takeover, or the charity in all of them. */
export async function mutedAmong(
  tx: Tx,
  takeoverId: TakeoverId,
  prints: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ print: string }>(
    `SELECT DISTINCT encode(writer_print, 'hex') AS print FROM mention
      WHERE charity_id = $1 AND writer_print = ANY (SELECT decode(print, 'hex') FROM unnest($3::text[]) AS given (print))
        AND muted_at IS NOT NULL AND (takeover_id = $2 OR mute_confirmed_at IS NOT NULL)`,
    [tx.charityId, takeoverId, prints],
  );
  return new Set(rows.map(({ print }) => print));
}
