import type { Caller } from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import { type Charity, CharityDirectory } from '../../charities/charity-directory.js';
import { Refused } from '../../door/refused.js';
import type { KnownRequest } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { refusedAsValue } from '../curator-calling.js';

export type StaffCaller = Extract<Caller, { kind: 'staff' }>;

export interface Visit {
  readonly charity: Charity;
  readonly caller: StaffCaller;
}

/** Owners may do whatever managers may. */
export const isManager = ({ role }: StaffCaller): boolean => role === 'manager' || role === 'owner';

/** Somebody of the team who looks at a page of their charity. What they may do there the operations decide. */
@Injectable()
export class TeamVisit {
  constructor(
    private readonly charities: CharityDirectory,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  async of(request: KnownRequest, slug: string): Promise<Visit> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    const guises = await this.whoIsCalling.ask(request, charity.charityId);
    const caller = guises.find((guise) => guise.kind === 'staff');
    if (caller) return { charity, caller };
    throw new Refused(guises[0].kind === 'anyone' ? 'signedOut' : 'forbidden');
  }

  /** For forms, whose words must outlive a session that has ended. */
  orWhyNot(request: KnownRequest, slug: string): Promise<Visit | Refused> {
    return this.of(request, slug).catch(refusedAsValue);
  }
}
