import type { TakeoverId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';
import type { ExportSource } from '@baton/service-kit';
import { writersOf } from './keep-words.js';

interface Answer {
  readonly takeoverId: TakeoverId;
  readonly sealed: Buffer | null;
}

export const pulseAnswersWith = (vault: Vault): ExportSource<Answer> => ({
  file: 'pulse-answers',
  sql: `SELECT answer_id AS key, answer_id AS "answerId", takeover_id AS "takeoverId", less_alone AS "lessAlone", learned,
               counted, answered_at AS "answeredAt", sealed, may_be_shown AS "mayBeShown"
          FROM pulse_answer LEFT JOIN pulse_words USING (charity_id, takeover_id, answer_id)
         WHERE $1::uuid IS NULL OR answer_id > $1::uuid ORDER BY answer_id LIMIT $2`,
  show: async ({ takeoverId, sealed }, tx) => ({
    words: sealed && (await vault.open(tx, writersOf(takeoverId), 'words', sealed).catch(() => '')),
  }),
});
