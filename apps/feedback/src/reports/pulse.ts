import type { PulseShares, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { shareOf } from './share.js';

type Tapped = Readonly<Record<'yes' | 'aLittle' | 'no', number>>;
type Question = 'lessAlone' | 'learned';

interface Taps {
  readonly takeoverId: TakeoverId;
  readonly answers: number;
  readonly setAside: number;
  readonly lessAlone: Tapped;
  readonly learned: Tapped;
}

const tapped = (column: string): string =>
  `json_build_object(${['yes', 'aLittle', 'no']
    .map((tap) => `'${tap}', count(*) FILTER (WHERE counted AND ${column} = '${tap}')`)
    .join(', ')})`;

/** What followers tapped, weekend by weekend. */
export const pulseOf = (tx: Tx, takeoverIds: readonly TakeoverId[]): Promise<Taps[]> =>
  tx.query(
    `SELECT takeover_id AS "takeoverId", (count(*) FILTER (WHERE counted))::int AS answers,
            (coalesce(set_aside, 0) + count(*) FILTER (WHERE NOT counted))::int AS "setAside",
            ${tapped('less_alone')} AS "lessAlone", ${tapped('learned')} AS learned
       FROM unnest($2::uuid[]) AS asked (takeover_id)
       LEFT JOIN (SELECT takeover_id, set_aside FROM pulse WHERE charity_id = $1) AS pulse USING (takeover_id)
       LEFT JOIN (SELECT * FROM pulse_answer WHERE charity_id = $1) AS answer USING (takeover_id)
      GROUP BY takeover_id, set_aside`,
    [tx.charityId, takeoverIds],
  );

export function pulseFigures(taps: readonly Taps[]): PulseShares {
  const sum = (read: (one: Taps) => number) => taps.reduce((all, one) => all + read(one), 0);
  const question = (name: Question) => {
    const [yes, aLittle, no] = [
      sum((one) => one[name].yes),
      sum((one) => one[name].aLittle),
      sum((one) => one[name].no),
    ];
    const answers = yes + aLittle + no;
    const share = (count: number) => shareOf(count, answers);
    return { answers, yes: share(yes), aLittle: share(aLittle), no: share(no) };
  };
  return {
    answers: sum(({ answers }) => answers),
    setAside: sum(({ setAside }) => setAside),
    lessAlone: question('lessAlone'),
    learned: question('learned'),
  };
}

/** Who said “yes” or “a little” to “Did this weekend make you feel less alone?”, in percent; null of too few. */
export function lessAlonePercent(taps: Taps | undefined): number | null {
  if (!taps) return null;
  const { yes, aLittle, no } = taps.lessAlone;
  return shareOf(yes + aLittle, yes + aLittle + no)?.percent ?? null;
}
