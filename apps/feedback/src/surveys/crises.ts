import type {
  CuratorId,
  listSurveyAnswers,
  OutputOf,
  SurveyId,
  SurveyWave,
  TakeoverId,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { SurveyRow } from './survey-row.js';

type AnswerForTeam = OutputOf<typeof listSurveyAnswers>['answers'][number];

interface Row {
  readonly surveyId: SurveyId;
  readonly key: string;
  readonly curatorId: CuratorId;
  readonly takeoverId: TakeoverId | null;
  readonly wave: SurveyWave;
  readonly noticedAt: Date;
}

const notQuoted = { quotable: false, quotedByName: false, shown: false } as const;

const keep = `
  INSERT INTO survey_crisis (charity_id, survey_id, question_key, curator_id, takeover_id, wave)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (charity_id, survey_id, question_key) DO UPDATE SET noticed_at = baton.now()`;
const goneSince = `
  SELECT survey_id AS "surveyId", question_key AS key, curator_id AS "curatorId", takeover_id AS "takeoverId", wave,
         noticed_at AS "noticedAt"
    FROM survey_crisis crisis
   WHERE charity_id = $1 AND ($2::uuid IS NULL OR takeover_id = $2)
     AND NOT EXISTS (SELECT FROM survey_answer answer
                      WHERE answer.charity_id = $1 AND answer.survey_id = crisis.survey_id
                        AND answer.question_key = crisis.question_key AND tone = 'crisis')
   ORDER BY noticed_at DESC, survey_id, question_key LIMIT 200`;

/** From here on the team sees that there was something, also where its author takes the words back. */
export async function crisisNoticed(tx: Tx, survey: SurveyRow, key: string): Promise<void> {
  const { survey_id: surveyId, curator_id: curatorId, takeover_id: takeoverId, wave } = survey;
  await tx.query(keep, [tx.charityId, surveyId, key, curatorId, takeoverId, wave]);
}

/** Whether there was one that nobody had seen. */
export async function crisisSeen(tx: Tx, surveyId: SurveyId, key: string): Promise<CuratorId | undefined> {
  const seen = await tx.query<{ curatorId: CuratorId }>(
    `DELETE FROM survey_crisis WHERE charity_id = $1 AND survey_id = $2 AND question_key = $3
     RETURNING curator_id AS "curatorId"`,
    [tx.charityId, surveyId, key],
  );
  return seen[0]?.curatorId;
}

/** Crises that nobody has seen, and whose words are gone: who it was, so that somebody sees how they are. */
export async function crisesTakenBack(tx: Tx, takeoverId: TakeoverId | undefined): Promise<AnswerForTeam[]> {
  const rows = await tx.query<Row>(goneSince, [tx.charityId, takeoverId ?? null]);
  return rows.map(({ noticedAt, ...whose }) => ({
    ...whose,
    ...{ answeredAt: null, question: '', words: '', hidden: false, ...notQuoted },
    noticedAt: noticedAt.toISOString(),
  }));
}
