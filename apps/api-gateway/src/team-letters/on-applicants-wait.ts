import type { applicantsWait, FactOf } from '@baton/contracts';
import { applicantsWait as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

/** Recruitment says so once a day at most, so there is one letter a day at most. */
@Injectable()
export class OnApplicantsWait implements Consumes<typeof applicantsWait> {
  constructor(private readonly team: TeamLetters) {}

  handle({ data }: FactOf<typeof applicantsWait>, tx: Tx): Promise<void> {
    return this.team.send(tx, (about) => letter({ ...about, ...data }), ['owner', 'manager']);
  }
}
