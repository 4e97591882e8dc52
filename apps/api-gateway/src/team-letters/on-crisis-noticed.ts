import type { crisisNoticed, crisisNoticedV1, FactOf } from '@baton/contracts';
import { crisisNoticed as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

@Injectable()
export class OnCrisisNoticed implements Consumes<typeof crisisNoticed | typeof crisisNoticedV1> {
  constructor(private readonly team: TeamLetters) {}

  handle(_: FactOf<typeof crisisNoticed | typeof crisisNoticedV1>, tx: Tx): Promise<void> {
    return this.team.send(tx, letter);
  }
}
