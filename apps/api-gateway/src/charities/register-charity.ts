import { accept, charityRegistered, type InputOf, refuse, type registerCharity } from '@baton/contracts';
import { appendFacts, type Handles, newFact } from '@baton/messaging';
import { Database, isViolationOf } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { AddMember } from '../members/add-member.js';

@Injectable()
export class RegisterCharity implements Handles<typeof registerCharity> {
  constructor(
    private readonly database: Database,
    private readonly team: AddMember,
  ) {}

  async handle(input: InputOf<typeof registerCharity>) {
    const { charityId, name, slug, zone } = input;
    try {
      await this.database.inCharity(charityId, async (tx) => {
        const added = await tx.query<{ charity_id: string }>(
          `INSERT INTO charity (charity_id, name, slug, zone) VALUES ($1, $2, $3, $4)
           ON CONFLICT (charity_id) DO NOTHING RETURNING charity_id`,
          [charityId, name, slug, zone],
        );
        if (added.length === 0) return;
        await this.team.add(tx, { ...input.owner, role: 'owner' });
        await appendFacts(
          tx,
          newFact(charityRegistered, { subject: charityId, revision: 1, data: { name, slug, zone } }),
        );
      });
      return accept({ charityId, name, slug, zone });
    } catch (error) {
      if (isViolationOf(error, 'charity_slug_taken')) return refuse('slugTaken');
      throw error;
    }
  }
}
