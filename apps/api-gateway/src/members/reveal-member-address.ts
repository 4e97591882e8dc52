import {
  accept,
  type InputOf,
  PersonId,
  type ResultOf,
  refuse,
  type revealMemberAddress,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { People } from '../people/people.js';

/** Addresses lie with the platform; the look is noted in the charity's audit before one is opened. */
@Injectable()
export class RevealMemberAddress implements Handles<typeof revealMemberAddress> {
  constructor(
    private readonly database: Database,
    private readonly people: People,
  ) {}

  async handle(
    { charityId, memberId }: InputOf<typeof revealMemberAddress>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof revealMemberAddress>> {
    const personId = await this.database.inCharity(charityId, async (tx) => {
      const [row] = await tx.query<{ person_id: string; at: Date }>(
        'SELECT person_id, baton.now() AS at FROM member WHERE charity_id = $1 AND member_id = $2',
        [charityId, memberId],
      );
      if (!row) return undefined;
      const note = { by: caller, action: 'member.address-revealed', about: memberId, at: row.at } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, note));
      return PersonId.parse(row.person_id);
    });
    const email = personId && (await this.people.addressOf(personId));
    return email ? accept({ memberId, email }) : refuse('notFound');
  }
}
