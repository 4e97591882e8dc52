import type {
  Caller,
  CheckName,
  listPulseWords,
  OutputOf,
  PulseAnswerId,
  TakeoverId,
} from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { whyHidden } from './check-words.js';
import { writersOf } from './keep-words.js';

export type PulseWords = OutputOf<typeof listPulseWords>['words'][number];

interface Row {
  readonly answerId: PulseAnswerId;
  readonly answeredAt: Date;
  readonly sealed: Buffer;
  readonly kinds: CheckName[];
  readonly mayBeShown: boolean;
  readonly looked: boolean;
}

const rows = `
  SELECT words.answer_id AS "answerId", answered_at AS "answeredAt", sealed, kinds, may_be_shown AS "mayBeShown",
         EXISTS (SELECT FROM pulse_look look WHERE look.charity_id = $1 AND look.takeover_id = $2
                    AND look.answer_id = words.answer_id AND member_id = $3) AS looked
    FROM pulse_words words JOIN pulse_answer USING (charity_id, takeover_id, answer_id)
   WHERE charity_id = $1 AND takeover_id = $2 AND ($4::uuid IS NULL OR answer_id = $4)
   ORDER BY answered_at DESC, answer_id LIMIT 500`;

export function memberOf(caller: Caller): string {
  if (caller.kind !== 'staff') throw new Error(`${caller.kind} asked for what is the team’s`);
  return caller.memberId;
}

/** What followers wrote, as this one of the team may see it: hidden words are not even opened. */
export async function readWords(
  tx: Tx,
  vault: Vault,
  { takeoverId, caller, answerId }: { takeoverId: TakeoverId; caller: Caller; answerId?: PulseAnswerId },
): Promise<PulseWords[]> {
  const found = await tx.query<Row>(rows, [tx.charityId, takeoverId, memberOf(caller), answerId ?? null]);
  const open = found.filter(isOpen);
  const owner = writersOf(takeoverId);
  const opened = await vault
    .openAll(
      tx,
      'words',
      open.map(({ sealed }) => ({ owner, sealed })),
    )
    .catch(() => []);
  const words = new Map(open.map((row, at) => [row.answerId, opened[at] ?? '']));
  return found.map((row) => ({
    answerId: row.answerId,
    answeredAt: row.answeredAt.toISOString(),
    words: words.get(row.answerId) ?? '',
    hidden: isOpen(row) ? null : { kinds: row.kinds, words: whyHidden(row.kinds) },
    mayBeShown: row.mayBeShown,
  }));
}

const isOpen = ({ kinds, looked }: Row): boolean => kinds.length === 0 || looked;
