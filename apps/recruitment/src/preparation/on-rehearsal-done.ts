import type { FactOf, rehearsalDone } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { Injectable } from '@nestjs/common';

/** Heard, and nothing follows from it yet: the list of what a curator prepares is not kept here so far. */
@Injectable()
export class OnRehearsalDone implements Consumes<typeof rehearsalDone> {
  async handle(_: FactOf<typeof rehearsalDone>): Promise<void> {}
}
