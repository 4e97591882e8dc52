import type { FactOf, teamIsLate } from '@baton/contracts';
import { teamIsLate as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

@Injectable()
export class OnTeamIsLate implements Consumes<typeof teamIsLate> {
  constructor(private readonly team: TeamLetters) {}

  handle({ data }: FactOf<typeof teamIsLate>, tx: Tx): Promise<void> {
    return this.team.send(tx, (about) => letter({ ...about, what: data.what }));
  }
}
