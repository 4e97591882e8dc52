import type { crisisNoticed, crisisNoticedV1, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from '../on-call/call-team.js';

@Injectable()
export class OnCrisisNoticed implements Consumes<typeof crisisNoticed | typeof crisisNoticedV1> {
  constructor(private readonly team: CallTeam) {}

  handle({ id }: FactOf<typeof crisisNoticed | typeof crisisNoticedV1>, tx: Tx): Promise<void> {
    return this.team.call(tx, { reason: 'crisis', cause: id });
  }
}
