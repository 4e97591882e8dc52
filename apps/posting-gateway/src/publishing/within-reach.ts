import { Bus } from '@baton/messaging';
import { Inject, Injectable } from '@nestjs/common';

/** A bus that has not answered for this long is away. */
const answersWithinMs = 1_000;

/**
 * No bus, no posts (docs/adr/0012). Whoever stops a post does so over the bus: a moderator throws the switch, the operator
 * suspends, an author withdraws. While the bus is away their words would not arrive, so nothing new begins.
 *
 * It is asked, not remembered: a line that is dead without having been closed looks like a live one for many seconds.
 */
@Injectable()
export class WithinReach {
  constructor(@Inject(Bus) private readonly bus: Bus) {}

  /** Could somebody stop us at this moment? Resolves within about a second and never rejects. */
  ofThoseWhoStop(): Promise<boolean> {
    return this.bus.answersWithin(answersWithinMs);
  }
}
