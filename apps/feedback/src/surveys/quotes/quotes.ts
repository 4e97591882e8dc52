import type { CuratorId, listQuotes, OutputOf, SurveyWave, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { askedInMany } from '../answering/asked-questions.js';
import { respondent } from '../respondent.js';

export type Quote = OutputOf<typeof listQuotes>['quotes'][number];

interface Row {
  readonly curatorId: CuratorId;
  readonly wave: SurveyWave;
  readonly questions_version: number;
  readonly key: string;
  readonly sealed: Buffer;
}

const select = `
  SELECT curator_id AS "curatorId", wave, questions_version, question_key AS key,
         words_sealed AS sealed
    FROM survey_answer JOIN survey USING (charity_id, survey_id)
   WHERE charity_id = $1 AND takeover_id = $2 AND answered_at IS NOT NULL
     AND shown AND may_quote AND tone = 'plain' AND NOT tells_who AND words_sealed IS NOT NULL
   ORDER BY answered_at, question_key`;

/**
 * What a curator lets the charity quote about a takeover, and a person has looked at. Asked for each time and kept nowhere else, so that a yes that was taken
 * back a second ago is not there. What is hard to read, or tells who somebody is, is quoted nowhere.
 */
export async function quotesOf(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<Quote[]> {
  const rows = await tx.query<Row>(select, [tx.charityId, takeoverId]);
  const sealed = rows.map((row) => ({ owner: respondent(row.curatorId), sealed: row.sealed }));
  const words = await vault.openAll(tx, 'words', sealed);
  const asked = askedInMany(tx);
  const quotes: Quote[] = [];
  for (const [at, row] of rows.entries()) {
    const question = (await asked(row)).find(({ key }) => key === row.key)?.words ?? '';
    quotes.push({ question, words: words[at] ?? '' });
  }
  return quotes;
}
