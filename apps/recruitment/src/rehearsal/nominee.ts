import { type Caller, mostNominationsPerDay, type NominationId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { CharityOnStage } from './charity-on-stage.js';
import type { Stage } from './stage.js';

const anyone: Caller = { kind: 'anyone' };

/** Somebody who is suggested, and what they do with the mail. Each has an address of their own. */
export class Nominee {
  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
    readonly email = `nele.${newId()}@example.org`,
  ) {}

  isNominated(nominationId = newId<NominationId>(), greeting = 'Nele Quittenbaum') {
    const { charityId } = this.charity;
    const input = { charityId, nominationId, email: this.email, greeting };
    return this.stage.call('nominate', input, anyone);
  }

  isPassedTheBatonBy(caller: Caller, nominationId = newId<NominationId>()) {
    const { charityId } = this.charity;
    const input = { charityId, nominationId, email: this.email, greeting: 'Nele Quittenbaum' };
    return this.stage.call('pass-the-baton', input, caller);
  }

  mails() {
    return this.charity.mailsTo(this.email);
  }

  /** Of the link in the newest mail. */
  async token(): Promise<string> {
    const tokens = (await this.mails()).flatMap(
      ({ text }) => /\/nomination\?token=([\w-]{43})$/m.exec(text)?.[1] ?? [],
    );
    return tokens.at(-1) ?? 'x'.repeat(43);
  }

  looks(token: string) {
    return this.stage.call('view-nomination', { charityId: this.charity.charityId, token }, anyone);
  }

  answers(answer: 'showMe' | 'no', token: string) {
    const input = { charityId: this.charity.charityId, token, answer };
    return this.stage.call('answer-nomination', input, anyone);
  }
}

/** What became of everybody who was suggested, which no operation tells. */
export const nominationStates = (stage: Stage, { charityId }: CharityOnStage) =>
  stage.inCharity(charityId, async (tx) => {
    const rows = await tx.query<{ state: string; people: number }>(
      'SELECT state, count(*)::int AS people FROM nomination WHERE charity_id = $1 GROUP BY state',
      [charityId],
    );
    return Object.fromEntries(rows.map(({ state, people }) => [state, people]));
  });

/** As many suggestions as a charity takes in a day, long ago enough not to be due. */
export const fillTheDay = (stage: Stage, { charityId }: CharityOnStage) =>
  stage.inCharity(charityId, (tx) =>
    tx.query(
      `INSERT INTO nomination (charity_id, nomination_id, nominated_by, token_fingerprint)
       SELECT $1, gen_random_uuid(), 'follower', uuid_send(gen_random_uuid()) FROM generate_series(1, $2)`,
      [charityId, mostNominationsPerDay],
    ),
  );
