import {
  type CallId,
  type CharityId,
  type MemberId,
  openCall,
  type RequestOf,
  registerCharity,
} from '@baton/contracts';
import { Person, signInByMail } from '../story/people.js';
import type { StorySystem } from '../story/story-system.js';
import { fresh } from '../story/story-world.js';

export type CallToOpen = Partial<RequestOf<typeof openCall>>;

export const words = {
  title: 'Take us over for a weekend',
  invitation: 'Have our account, and meet people who get it.',
  consentText: 'I agree that you keep my name safe.',
};

/** A charity whose owner opens calls, through the front door alone. */
export class CharityWithCalls {
  private constructor(
    readonly charityId: CharityId,
    readonly slug: string,
    readonly owner: Person,
  ) {}

  static async open(system: StorySystem, slug: string): Promise<CharityWithCalls> {
    const operator = new Person(system.gatewayOrigin, system.operatorToken);
    const charityId = fresh<CharityId>();
    const email = `owner@${slug}.example`;
    const charity = { charityId, name: 'Shine MS', slug, zone: 'Europe/London' };
    await operator.does(registerCharity, { ...charity, owner: { memberId: fresh<MemberId>(), email } });
    return new CharityWithCalls(charityId, slug, await signInByMail(system, charityId, 'staff', email));
  }

  async call(as: CallToOpen = {}): Promise<CallId> {
    const callId = fresh<CallId>();
    await this.owner.does(openCall, { charityId: this.charityId, callId, ...words, ...as });
    return callId;
  }
}
