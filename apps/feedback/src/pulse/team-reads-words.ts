import {
  accept,
  type InputOf,
  type listPulseWords,
  type lookAtPulseWords,
  type ResultOf,
  refuse,
  type showPulseWords,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { readPulse } from './pulses.js';
import { memberOf, readWords } from './read-words.js';

type Context = Pick<CallContext, 'caller'>;

@Injectable()
export class ListPulseWords implements Handles<typeof listPulseWords> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof listPulseWords>,
    { caller }: Context,
  ): Promise<ResultOf<typeof listPulseWords>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await readPulse(tx, takeoverId))) return refuse('notFound');
      return accept({ words: await readWords(tx, this.vault, { takeoverId, caller }) });
    });
  }
}

@Injectable()
export class LookAtPulseWords implements Handles<typeof lookAtPulseWords> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId, answerId }: InputOf<typeof lookAtPulseWords>,
    { caller }: Context,
  ): Promise<ResultOf<typeof lookAtPulseWords>> {
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query(
        `INSERT INTO pulse_look (charity_id, takeover_id, answer_id, member_id)
         SELECT charity_id, takeover_id, answer_id, $4 FROM pulse_words
          WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3
         ON CONFLICT DO NOTHING`,
        [charityId, takeoverId, answerId, memberOf(caller)],
      );
      const [words] = await readWords(tx, this.vault, { takeoverId, caller, answerId });
      return words ? accept(words) : refuse('notFound');
    });
  }
}

@Injectable()
export class ShowPulseWords implements Handles<typeof showPulseWords> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId, answerId, mayBeShown }: InputOf<typeof showPulseWords>,
    { caller }: Context,
  ): Promise<ResultOf<typeof showPulseWords>> {
    return this.database.inCharity(charityId, async (tx) => {
      const [words] = await readWords(tx, this.vault, { takeoverId, caller, answerId });
      if (!words) return refuse('notFound');
      if (words.mayBeShown === mayBeShown) return accept(words);
      if (words.hidden && mayBeShown) return refuse('lookFirst');
      await tx.query(
        `UPDATE pulse_words SET may_be_shown = $4
          WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3`,
        [charityId, takeoverId, answerId, mayBeShown],
      );
      const action = 'pulse-words.judged';
      await noteInAudit(tx, { by: caller, action, about: answerId, details: { mayBeShown } });
      return accept({ ...words, mayBeShown });
    });
  }
}
