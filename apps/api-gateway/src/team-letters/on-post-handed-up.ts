import type { FactOf, postHandedUp } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from '../on-call/call-team.js';
import { rolesOnCall } from '../on-call/shifts.js';

@Injectable()
export class OnPostHandedUp implements Consumes<typeof postHandedUp> {
  constructor(private readonly team: CallTeam) {}

  handle({ id, data }: FactOf<typeof postHandedUp>, tx: Tx): Promise<void> {
    const roles = data.to === 'managers' ? (['owner', 'manager'] as const) : rolesOnCall;
    return this.team.call(tx, { reason: 'handedUp', cause: id, subject: data.postId, roles });
  }
}
