import type { FactOf, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { OpenPulse } from '../pulse/open-pulse.js';
import { OnTakeoverClosed as OpenSurvey } from '../surveys/opening/on-takeover-closed.js';

/** What each room does when a takeover is over, in one transaction. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  constructor(
    private readonly openSurvey: OpenSurvey,
    private readonly openPulse: OpenPulse,
  ) {}

  async handle(fact: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    await this.openSurvey.handle(fact, tx);
    await this.openPulse.handle(fact, tx);
  }
}
