import type { FactOf, postHandedUp } from '@baton/contracts';
import { postHandedUp as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

@Injectable()
export class OnPostHandedUp implements Consumes<typeof postHandedUp> {
  constructor(private readonly team: TeamLetters) {}

  handle({ data }: FactOf<typeof postHandedUp>, tx: Tx): Promise<void> {
    return this.team.send(tx, letter, data.to === 'managers' ? ['owner', 'manager'] : undefined);
  }
}
