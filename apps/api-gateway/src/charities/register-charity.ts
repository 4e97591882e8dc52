import { accept, charityRegistered, type InputOf, refuse, type registerCharity } from '@baton/contracts';
import { appendFacts, type Handles, newFact } from '@baton/messaging';
import { Database, isViolationOf, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { AddMember } from '../members/add-member.js';
import { type Charity, charityColumns } from './charity-directory.js';

type Input = InputOf<typeof registerCharity>;

/** Registering an id again changes nothing and answers with the charity as it is. */
@Injectable()
export class RegisterCharity implements Handles<typeof registerCharity> {
  constructor(
    private readonly database: Database,
    private readonly team: AddMember,
  ) {}

  async handle(input: Input) {
    try {
      return accept(await this.database.inCharity(input.charityId, (tx) => this.register(tx, input)));
    } catch (error) {
      if (isViolationOf(error, 'charity_slug_taken')) return refuse('slugTaken');
      throw error;
    }
  }

  private async register(tx: Tx, { charityId, name, slug, zone, owner }: Input): Promise<Charity> {
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
    return charity;
  }
}
