import type { curatorLeft, FactOf, postHeld, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { OnPostHeld } from '../counts/on-post-held.js';
import { KeepHold } from '../holds/keep-hold.js';
import { OnCuratorLeft } from '../surveys/on-curator-left.js';
import { OnTakeoverClosed } from '../surveys/on-takeover-closed.js';
import { WeekendCloses } from '../takeovers/weekend-closes.js';
import { WeekendsForget } from '../takeovers/weekends-forget.js';

@Injectable()
export class WhenTakeoverCloses implements Consumes<typeof takeoverClosed> {
  constructor(
    private readonly weekend: WeekendCloses,
    private readonly survey: OnTakeoverClosed,
  ) {}

  async handle(fact: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    await this.weekend.handle(fact, tx);
    await this.survey.handle(fact, tx);
  }
}

@Injectable()
export class WhenCuratorLeaves implements Consumes<typeof curatorLeft> {
  constructor(
    private readonly weekends: WeekendsForget,
    private readonly surveys: OnCuratorLeft,
  ) {}

  async handle(fact: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    await this.weekends.handle(fact, tx);
    await this.surveys.handle(fact, tx);
  }
}

@Injectable()
export class WhenPostIsHeld implements Consumes<typeof postHeld> {
  constructor(
    private readonly counts: OnPostHeld,
    private readonly holds: KeepHold,
  ) {}

  async handle(fact: FactOf<typeof postHeld>, tx: Tx): Promise<void> {
    await this.counts.handle(fact, tx);
    await this.holds.handle(fact, tx);
  }
}
