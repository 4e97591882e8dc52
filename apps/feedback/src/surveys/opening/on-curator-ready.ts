import type { curatorReady, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { askBefore } from './ask-before.js';

@Injectable()
export class OnCuratorReady implements Consumes<typeof curatorReady> {
  handle({ data }: FactOf<typeof curatorReady>, tx: Tx): Promise<void> {
    return askBefore(tx, data.curatorId);
  }
}
