import {
  accept,
  charityRegistered,
  type InputOf,
  type MemberId,
  type PersonId,
  refuse,
  type registerCharity,
} from '@baton/contracts';
import { appendFacts, type Handles, newFact } from '@baton/messaging';
import { Database, erasedAmong, isViolationOf, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../config.js';
import { AddMember } from '../members/add-member.js';
import { People } from '../people/people.js';
import { MailSignInLink } from '../sign-in/mail-sign-in-link.js';
import { type Charity, charityColumns } from './charity-directory.js';

type Input = InputOf<typeof registerCharity>;

export interface NewCharity extends Omit<Input, 'owner'> {
  readonly owner: { readonly memberId: MemberId; readonly personId: PersonId };
}

/** Registering an id again changes nothing and answers with the charity as it is. */
@Injectable()
export class RegisterCharity implements Handles<typeof registerCharity> {
  constructor(
    private readonly database: Database,
    private readonly team: AddMember,
    private readonly people: People,
    private readonly links: MailSignInLink,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async handle(input: Input) {
    const erased = await this.database.asWorker((tx) => erasedAmong(tx, [input.charityId]));
    if (erased.size > 0) return refuse('leftForGood');
    try {
      const personId = await this.people.findOrMake(input.owner.email);
      const owner = { memberId: input.owner.memberId, personId };
      const { charity, isNew } = await this.database.inCharity(input.charityId, (tx) =>
        this.register(tx, { ...input, owner }),
      );
      if (isNew) await this.welcome(charity, personId);
      return accept(charity);
    } catch (error) {
      if (isViolationOf(error, 'charity_slug_taken')) return refuse('slugTaken');
      throw error;
    }
  }

  /** Mails the owner how to sign in. */
  async welcome({ name, slug }: Charity, owner: PersonId): Promise<void> {
    await this.links.mail(owner, { charity: name, page: `${this.publicOrigin}/sign-in/${slug}` });
  }

  /** In the transaction of that charity. A short name that is taken violates `charity_slug_taken`. */
  async register(
    tx: Tx,
    { charityId, name, slug, zone, owner }: NewCharity,
  ): Promise<{ charity: Charity; isNew: boolean }> {
    const added = await tx.query<{ charity_id: string }>(
      `INSERT INTO charity (charity_id, name, slug, zone) VALUES ($1, $2, $3, $4)
       ON CONFLICT (charity_id) DO NOTHING RETURNING charity_id`,
      [charityId, name, slug, zone],
    );
    if (added.length > 0) {
      await this.team.add(tx, { ...owner, role: 'owner' });
      const data = { name, slug, zone };
      await appendFacts(tx, newFact(charityRegistered, { subject: charityId, revision: 1, data }));
    }
    const [charity] = await tx.query<Charity>(`SELECT ${charityColumns} FROM charity WHERE charity_id = $1`, [
      charityId,
    ]);
    if (!charity) throw new Error('a registered charity is not there');
    return { charity, isNew: added.length > 0 };
  }
}
