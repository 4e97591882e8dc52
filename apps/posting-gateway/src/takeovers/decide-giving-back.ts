import { accept, type Caller, type Result, refuse } from '@baton/contracts';
import type { Takeover } from './read-takeover.js';
import { momentIn } from './takeover-window.js';

/** Whoever has the account, or leads the team, may end a takeover while it is open; one that is over has ended already. */
export function decideGivingBack({
  now,
  takeover,
  caller,
}: {
  /** By the database's clock, read after the switch was locked. */
  readonly now: Date;
  readonly takeover: Takeover;
  readonly caller: Caller;
}): Result<'close' | 'hasEnded', 'notYours' | 'notBegun'> {
  if (caller.kind === 'curator' && caller.curatorId !== takeover.curatorId) return refuse('notYours');
  const moment = momentIn(takeover, now);
  if (moment === 'before') return refuse('notBegun');
  return accept(moment === 'open' ? 'close' : 'hasEnded');
}
