import { type LonelinessAnswers, type TakeoverId, uclaScore } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What somebody answered in one wave. Null: the item was skipped, of `ucla` any of its three. */
export interface Scores {
  readonly at: Date;
  readonly ucla: number | null;
  readonly direct: LonelinessAnswers['direct'];
  readonly experience: number | null;
}

/** A curator, by their first weekend. */
export interface Person {
  readonly takeoverId: TakeoverId;
  readonly before: Scores | null;
  readonly after: Scores | null;
  readonly fourWeeks: Scores | null;
}

type Wave = 'before' | 'after' | 'fourWeeks';
type Answered = LonelinessAnswers & { readonly at: string; readonly experience: number | null };
type Row = { readonly takeoverId: TakeoverId } & Readonly<Record<Wave, Answered | null>>;

const answers = `json_build_object('at', answered_at, 'companionship', companionship, 'leftOut', left_out,
  'isolated', isolated, 'direct', direct, 'experience', experience)`;

/**
 * Everybody of the charity who has ever had the account, once each and with their first weekend: what is asked before a second
 * one is not the time before any more. `before` is what they answered last before it began.
 */
export async function scoresOf(tx: Tx): Promise<Person[]> {
  const rows = await tx.query<Row>(
    `WITH first AS (
       SELECT DISTINCT ON (curator_id) curator_id, takeover_id, opened_at FROM weekend
        WHERE charity_id = $1 AND opened_at IS NOT NULL ORDER BY curator_id, opened_at, takeover_id)
     SELECT takeover_id AS "takeoverId",
            (SELECT ${answers} FROM survey
              WHERE charity_id = $1 AND survey.curator_id = first.curator_id AND wave = 'before'
                AND answered_at < first.opened_at ORDER BY answered_at DESC LIMIT 1) AS before,
            ${answerOf('after')} AS after, ${answerOf('fourWeeks')} AS "fourWeeks"
       FROM first ORDER BY opened_at, takeover_id`,
    [tx.charityId],
  );
  return rows.map(({ takeoverId, before, after, fourWeeks }) => ({
    takeoverId,
    before: scored(before),
    after: scored(after),
    fourWeeks: scored(fourWeeks),
  }));
}

const answerOf = (wave: Exclude<Wave, 'before'>): string =>
  `(SELECT ${answers} FROM survey
     WHERE charity_id = $1 AND survey.takeover_id = first.takeover_id AND survey.curator_id = first.curator_id
       AND wave = '${wave}' AND answered_at IS NOT NULL LIMIT 1)`;

const scored = (answered: Answered | null): Scores | null =>
  answered && {
    at: new Date(answered.at),
    ucla: uclaScore(answered),
    direct: answered.direct,
    experience: answered.experience,
  };
