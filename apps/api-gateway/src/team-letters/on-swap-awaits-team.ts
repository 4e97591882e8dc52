import type { FactOf, swapAwaitsTeam } from '@baton/contracts';
import { swapAwaitsTeam as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

@Injectable()
export class OnSwapAwaitsTeam implements Consumes<typeof swapAwaitsTeam> {
  constructor(private readonly team: TeamLetters) {}

  handle(_: FactOf<typeof swapAwaitsTeam>, tx: Tx): Promise<void> {
    return this.team.send(tx, letter, ['owner', 'manager']);
  }
}
