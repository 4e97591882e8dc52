import {
  accept,
  fewestToShow,
  type InputOf,
  type ResultOf,
  refuse,
  type TakeoverId,
  type viewPulse,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { figuresOf } from './figures.js';
import { isOver, Pulses, readPulse } from './pulses.js';
import { SecretOfPulse } from './secret-of-pulse.js';
import { giveTicket } from './tickets.js';

@Injectable()
export class ViewPulse implements Handles<typeof viewPulse> {
  constructor(
    private readonly vault: Vault,
    private readonly pulses: Pulses,
  ) {}

  async handle({ code }: InputOf<typeof viewPulse>): Promise<ResultOf<typeof viewPulse>> {
    const seen = await this.pulses.inCharityOf(code, (tx, takeoverId) => this.view(tx, takeoverId));
    return seen ?? refuse('notFound');
  }

  private async view(tx: Tx, takeoverId: TakeoverId): Promise<ResultOf<typeof viewPulse>> {
    const { charityId } = tx;
    const pulse = await readPulse(tx, takeoverId);
    if (!pulse) return refuse('notFound');
    const closesAt = pulse.closesAt.toISOString();
    const secret = isOver(pulse) ? undefined : await SecretOfPulse.open(tx, this.vault, takeoverId);
    if (secret) {
      const ticket = giveTicket(secret, pulse.now);
      return accept({ charityId, state: 'open' as const, closesAt, ticket, figures: null });
    }
    const { figures } = (await figuresOf(tx, [takeoverId]))(takeoverId);
    return accept({
      ...{ charityId, state: 'over' as const, closesAt, ticket: null },
      figures: figures.answered >= fewestToShow ? figures : null,
    });
  }
}
