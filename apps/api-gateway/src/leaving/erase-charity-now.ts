import { accept, type eraseCharityNow, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { EraseForGood } from './erase-for-good.js';

@Injectable()
export class EraseCharityNow implements Handles<typeof eraseCharityNow> {
  constructor(private readonly erasing: EraseForGood) {}

  async handle(
    { charityId }: InputOf<typeof eraseCharityNow>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof eraseCharityNow>> {
    const end = await this.erasing.erase(charityId, caller, ({ standing }) => standing !== 'active');
    if (end === 'unknown') return refuse('notFound');
    return end === 'erased' ? accept({ erased: true }) : refuse('stillActive');
  }
}
