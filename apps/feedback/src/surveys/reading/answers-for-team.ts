import type {
  CuratorId,
  listSurveyAnswers,
  OutputOf,
  SurveyId,
  SurveyQuestion,
  SurveyWave,
  TakeoverId,
} from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { askedInMany } from '../answering/asked-questions.js';
import type { Tone } from '../answering/look-at-words.js';
import { respondent } from '../respondent.js';

export type AnswerForTeam = OutputOf<typeof listSurveyAnswers>['answers'][number];

interface Row {
  readonly surveyId: SurveyId;
  readonly curatorId: CuratorId;
  readonly takeoverId: TakeoverId | null;
  readonly wave: SurveyWave;
  readonly answeredAt: Date | null;
  readonly key: string;
  readonly choice: string | null;
  readonly sealed: Buffer | null;
  readonly mayQuote: boolean;
  readonly tone: Tone;
  readonly tellsWho: boolean;
  readonly questions_version: number;
}

/** Words, and answers to the charity's own questions; of what is not sent off only what sounds like a danger. */
const select = `
  SELECT survey_id AS "surveyId", curator_id AS "curatorId", takeover_id AS "takeoverId", wave,
         answered_at AS "answeredAt", question_key AS key, choice, words_sealed AS sealed, may_quote AS "mayQuote",
         tone, tells_who AS "tellsWho", questions_version
    FROM survey_answer JOIN survey USING (charity_id, survey_id)
   WHERE charity_id = $1 AND ($2::uuid IS NULL OR takeover_id = $2)
     AND (words_sealed IS NOT NULL OR question_key LIKE 'own-%')
     AND (answered_at IS NOT NULL OR tone = 'crisis')
   ORDER BY coalesce(answered_at, saved_at) DESC, survey_id, question_key LIMIT 200`;

export async function answersForTeam(
  tx: Tx,
  vault: Vault,
  takeoverId: TakeoverId | undefined,
): Promise<AnswerForTeam[]> {
  const rows = await tx.query<Row>(select, [tx.charityId, takeoverId ?? null]);
  const asked = askedInMany(tx);
  const answers: AnswerForTeam[] = [];
  for (const row of rows) {
    answers.push(await shown(tx, vault, row, await asked(row)));
  }
  return answers;
}

async function shown(
  tx: Tx,
  vault: Vault,
  row: Row,
  questions: readonly SurveyQuestion[],
): Promise<AnswerForTeam> {
  const { surveyId, curatorId, takeoverId, wave, key, sealed, choice, mayQuote, tone, tellsWho } = row;
  const question = questions.find((one) => one.key === key);
  const hidden = tone !== 'plain';
  const chosen = question?.answers.find((answer) => answer.key === choice)?.words ?? choice ?? '';
  return {
    ...{ surveyId, curatorId, takeoverId, wave, key, hidden },
    answeredAt: row.answeredAt?.toISOString() ?? null,
    question: question?.words ?? '',
    words: hidden ? '' : sealed ? await vault.open(tx, respondent(curatorId), 'words', sealed) : chosen,
    quotable: mayQuote && !hidden && !tellsWho && row.answeredAt !== null,
  };
}
