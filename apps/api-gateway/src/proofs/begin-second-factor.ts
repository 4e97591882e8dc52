import { accept, type beginSecondFactor, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { SecondFactor } from './second-factor.js';

/** Beginning again before it was confirmed makes another secret; the one before counts for nothing. */
@Injectable()
export class BeginSecondFactor implements Handles<typeof beginSecondFactor> {
  constructor(private readonly secondFactor: SecondFactor) {}

  async handle(
    _: InputOf<typeof beginSecondFactor>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof beginSecondFactor>> {
    if (caller.kind !== 'person') return refuse('forbidden');
    const begun = await this.secondFactor.begin(caller.personId);
    return begun ? accept(begun) : refuse('onAlready');
  }
}
