import type { FactOf, slotUncovered } from '@baton/contracts';
import { slotUncovered as letter } from '@baton/mail';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { TeamLetters } from './team-letters.js';

/** Nobody is left to ask: managers and moderators hear of it while there is time to post themselves. */
@Injectable()
export class OnSlotUncovered implements Consumes<typeof slotUncovered> {
  constructor(private readonly team: TeamLetters) {}

  handle({ data }: FactOf<typeof slotUncovered>, tx: Tx): Promise<void> {
    return this.team.send(tx, ({ zone, ...about }) =>
      letter({
        ...about,
        from: onTheirClock(data.opensAt, zone),
        to: onTheirClock(data.closesAt, zone),
        asked: data.asked,
      }),
    );
  }
}

const onTheirClock = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
