import {
  type CuratorId,
  type LonelinessAnswers,
  type SurveyWave,
  type TakeoverId,
  uclaScore,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface SurveyScores {
  readonly curatorId: CuratorId;
  /** Of an answer before a takeover: the takeover it was before. */
  readonly takeoverId: TakeoverId;
  readonly wave: SurveyWave;
  readonly answeredAt: Date;
  /** 3 to 9; null where an item was skipped. */
  readonly ucla: number | null;
  readonly direct: LonelinessAnswers['direct'];
  /** 1 to 5; null where skipped, and always before a takeover. */
  readonly experience: number | null;
}

/** Takeovers that closed in a time, `to` not included, or one. */
export type WhichScores = { readonly from: Date; readonly to: Date } | { readonly takeoverId: TakeoverId };

type Row = Omit<SurveyScores, 'ucla'> & LonelinessAnswers;

const select = `
  WITH about AS (
    SELECT takeover_id, curator_id, opened_at AS closed_at FROM survey
     WHERE charity_id = $1 AND wave = 'after' AND ($2::uuid IS NULL OR takeover_id = $2)
       AND ($3::timestamptz IS NULL OR (opened_at >= $3 AND opened_at < $4)))
  SELECT about.takeover_id AS "takeoverId", said.curator_id AS "curatorId", wave, answered_at AS "answeredAt",
         companionship, left_out AS "leftOut", isolated, direct, experience
    FROM about CROSS JOIN LATERAL (
      SELECT * FROM survey
       WHERE charity_id = $1 AND takeover_id = about.takeover_id AND answered_at IS NOT NULL
      UNION ALL
      (SELECT * FROM survey
        WHERE charity_id = $1 AND curator_id = about.curator_id AND wave = 'before' AND answered_at < about.closed_at
        ORDER BY answered_at DESC LIMIT 1)) said
   ORDER BY about.closed_at, about.takeover_id, answered_at`;

/**
 * What was sent off about takeovers, as scores. An answer before a takeover belongs to each takeover of its curator until they
 * are asked again, so it may be there twice; whoever counts people counts it once. A takeover closed when it was asked about:
 * one whose curator left without answering is not there.
 */
export async function surveyScores(tx: Tx, which: WhichScores): Promise<SurveyScores[]> {
  const values =
    'takeoverId' in which
      ? [which.takeoverId, null, null]
      : [null, which.from.toISOString(), which.to.toISOString()];
  const rows = await tx.query<Row>(select, [tx.charityId, ...values]);
  return rows.map(({ companionship, leftOut, isolated, ...row }) => ({
    ...row,
    ucla: uclaScore({ companionship, leftOut, isolated, direct: row.direct }),
  }));
}
