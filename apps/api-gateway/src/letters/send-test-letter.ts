import {
  accept,
  type CharityId,
  type InputOf,
  mostTestLettersPerHour,
  PersonId,
  type ResultOf,
  refuse,
  type sendTestLetter,
} from '@baton/contracts';
import { allLetters, checkWords, fillIn, type LetterDeclaration, samplesOf } from '@baton/mail';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { People } from '../people/people.js';

/** An hour: by then somebody who waits for it has pressed the button again. */
const worthMinutes = 60;
const takeTurns = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
const forgetOld = `DELETE FROM test_letter WHERE charity_id = $1 AND asked_at < baton.now() - interval '1 hour'`;
const remember = `
  INSERT INTO test_letter (charity_id, test_letter_id, member_id) VALUES ($1, $2, $3)
  ON CONFLICT (charity_id, test_letter_id) DO NOTHING RETURNING test_letter_id`;
const count = 'SELECT count(*)::int AS asked FROM test_letter WHERE charity_id = $1 AND member_id = $2';

type Test = InputOf<typeof sendTestLetter>;

/**
 * Mails a letter as somebody would get it to whoever of the team asks, with samples filled in: nothing of a person is in
 * it. Asked again under the same id it is one mail.
 */
@Injectable()
export class SendTestLetter implements Handles<typeof sendTestLetter> {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly letters: QueueLetter,
  ) {}

  async handle(test: Test, { caller }: CallContext): Promise<ResultOf<typeof sendTestLetter>> {
    const letter = allLetters.get(test.letter);
    if (!letter) return refuse('notFound');
    const problems = checkWords(letter, test.words);
    if (problems.length > 0) {
      const details = problems.map(({ part, problem }) => ({ field: `words.${part}`, problem }));
      return refuse('badInput', { details });
    }
    if (caller.kind !== 'staff') throw new Error(`${caller.kind} called what is for the team`);
    const { memberId } = caller;
    // Before a turn is taken: it is read on a connection of its own, and whoever waits for the turn holds one.
    const to = await this.addressOf(test.charityId, memberId);
    const done = await this.database.inCharity(test.charityId, (tx) =>
      this.send(tx, letter, test, { memberId, to }),
    );
    return done === 'tooOften' ? refuse('tooOften') : accept({ next: 'checkYourMail' as const });
  }

  private async send(
    tx: Tx,
    letter: LetterDeclaration,
    { testLetterId, language, words }: Test,
    { memberId, to }: { memberId: string; to: string | undefined },
  ): Promise<'sent' | 'tooOften'> {
    // Of many presses at once each counts the one before.
    await tx.query(takeTurns, [`test letters ${tx.charityId} ${memberId}`]);
    await tx.query(forgetOld, [tx.charityId]);
    const isNew = (await tx.query(remember, [tx.charityId, testLetterId, memberId])).length > 0;
    if (!isNew) return 'sent';
    const [{ asked } = { asked: 0 }] = await tx.query<{ asked: number }>(count, [tx.charityId, memberId]);
    if (asked > mostTestLettersPerHour) {
      await tx.query('DELETE FROM test_letter WHERE charity_id = $1 AND test_letter_id = $2', [
        tx.charityId,
        testLetterId,
      ]);
      return 'tooOften';
    }
    const filled = fillIn(letter, samplesOf(letter), { language, own: words });
    if (to) await this.letters.queue(tx, { ...filled, to, subject: `Test: ${filled.subject}` }, worthMinutes);
    return 'sent';
  }

  private async addressOf(charityId: CharityId, memberId: string): Promise<string | undefined> {
    const [member] = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ person_id: string }>(
        'SELECT person_id FROM member WHERE charity_id = $1 AND member_id = $2',
        [charityId, memberId],
      ),
    );
    return member && this.people.addressOf(PersonId.parse(member.person_id));
  }
}
