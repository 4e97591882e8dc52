import { accept, type viewSession } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Memberships } from '../people/memberships.js';

@Injectable()
export class ViewSession implements Handles<typeof viewSession> {
  constructor(
    private readonly memberships: Memberships,
    private readonly charities: CharityDirectory,
  ) {}

  async handle(_: Record<string, never>, { caller }: CallContext) {
    const memberships = caller.kind === 'person' ? await this.memberships.of(caller.personId) : [];
    const aboard = memberships.map(async ({ charityId, memberId, role }) => {
      const charity = await this.charities.byId(charityId);
      return charity ? [{ charityId, name: charity.name, slug: charity.slug, memberId, role }] : [];
    });
    return accept({ caller, charities: (await Promise.all(aboard)).flat() });
  }
}
