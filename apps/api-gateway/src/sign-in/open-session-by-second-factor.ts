import {
  accept,
  type InputOf,
  type openSessionBySecondFactor,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { SecondFactor } from '../proofs/second-factor.js';
import { refusalOf } from '../proofs/second-factor-refusal.js';
import { Admit } from './admit.js';
import { SecondFactorTickets } from './second-factor-tickets.js';

/** The ticket stands for the first factor, given minutes ago. A wrong code leaves it; a right one uses it up. */
@Injectable()
export class OpenSessionBySecondFactor implements Handles<typeof openSessionBySecondFactor> {
  constructor(
    private readonly tickets: SecondFactorTickets,
    private readonly secondFactor: SecondFactor,
    private readonly admit: Admit,
  ) {}

  async handle(
    input: InputOf<typeof openSessionBySecondFactor>,
  ): Promise<ResultOf<typeof openSessionBySecondFactor>> {
    const personId = await this.tickets.holder(input.ticket);
    if (!personId) return refuse('wrongCode');
    const verified = await this.secondFactor.verify(personId, input.code);
    if (verified !== 'right') return refusalOf(verified);
    if (!(await this.tickets.use(input.ticket))) return refuse('wrongCode');
    return accept(await this.admit.person(personId, 'secondFactor', input));
  }
}
