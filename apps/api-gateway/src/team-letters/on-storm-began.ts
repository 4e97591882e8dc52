import type { FactOf, stormBegan } from '@baton/contracts';
import { stormBegan as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

@Injectable()
export class OnStormBegan implements Consumes<typeof stormBegan> {
  constructor(private readonly team: TeamLetters) {}

  handle(_: FactOf<typeof stormBegan>, tx: Tx): Promise<void> {
    return this.team.send(tx, letter);
  }
}
