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
import { isQuotedByName } from '../quotes/quoted-by-name.js';
import { respondent } from '../respondent.js';

type AnswerForTeam = OutputOf<typeof listSurveyAnswers>['answers'][number];

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
  readonly shown: boolean;
  readonly quotedByName: boolean;
  readonly questions_version: number;
  readonly cursor: string;
}

interface Asked {
  readonly takeoverId: TakeoverId | undefined;
  readonly after: string | undefined;
}

/** As many as a page shows; whoever wants more asks with what it said. */
const pageSize = 50;

/** Words, and answers to the charity's own questions; of what is not sent off only what sounds like a danger. */
const select = `
  WITH answer AS (
    SELECT survey_id AS "surveyId", curator_id AS "curatorId", takeover_id AS "takeoverId", wave,
           answered_at AS "answeredAt", question_key AS key, choice, words_sealed AS sealed, may_quote AS "mayQuote",
           tone, tells_who AS "tellsWho", questions_version, shown, ${isQuotedByName} AS "quotedByName",
           (to_char(coalesce(answered_at, saved_at) AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')
             || '_' || survey_id || '_' || question_key) COLLATE "C" AS cursor
      FROM survey_answer JOIN survey USING (charity_id, survey_id)
     WHERE charity_id = $1 AND ($2::uuid IS NULL OR takeover_id = $2)
       AND (words_sealed IS NOT NULL OR question_key LIKE 'own-%')
       AND (answered_at IS NOT NULL OR tone = 'crisis'))
  SELECT * FROM answer WHERE $3::text IS NULL OR cursor < $3 ORDER BY cursor DESC LIMIT ${pageSize + 1}`;

export async function answersForTeam(
  tx: Tx,
  vault: Vault,
  { takeoverId, after }: Asked,
): Promise<OutputOf<typeof listSurveyAnswers>> {
  const rows = await tx.query<Row>(select, [tx.charityId, takeoverId ?? null, after ?? null]);
  const page = rows.slice(0, pageSize);
  const asked = askedInMany(tx);
  const answers: AnswerForTeam[] = [];
  for (const row of page) {
    answers.push(await presented(tx, vault, row, await asked(row)));
  }
  return { answers, next: rows.length > page.length ? (page.at(-1)?.cursor ?? null) : null };
}

async function presented(
  tx: Tx,
  vault: Vault,
  row: Row,
  questions: readonly SurveyQuestion[],
): Promise<AnswerForTeam> {
  const { surveyId, curatorId, takeoverId, wave, key, sealed, choice, tone } = row;
  const question = questions.find((one) => one.key === key);
  const hidden = tone !== 'plain';
  const chosen = question?.answers.find((answer) => answer.key === choice)?.words ?? choice ?? '';
  return {
    ...{ surveyId, curatorId, takeoverId, wave, key, hidden },
    answeredAt: row.answeredAt?.toISOString() ?? null,
    question: question?.words ?? '',
    words: hidden ? '' : sealed ? await vault.open(tx, respondent(curatorId), 'words', sealed) : chosen,
    quotable: isQuotable(row),
    ...{ quotedByName: row.quotedByName, shown: row.shown },
  };
}

const isQuotable = ({ mayQuote, tone, tellsWho, answeredAt, sealed }: Row): boolean =>
  mayQuote && tone === 'plain' && !tellsWho && answeredAt !== null && sealed !== null;
