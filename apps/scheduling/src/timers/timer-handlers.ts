import type { Tx } from '@baton/persistence';
import type { TimerKind } from './timers.js';

/**
 * Does what is due, in the transaction that takes the timer out: once, whoever claims it. What it finds may have changed since the
 * timer was set, so it looks at what is there. It may set the same timer again.
 */
export interface HandlesTimer {
  due(tx: Tx, subjectId: string, kind: TimerKind): Promise<void>;
}

/** Every kind there is, with who handles it. */
export class TimerHandlers {
  constructor(private readonly handlers: Readonly<Record<TimerKind, HandlesTimer>>) {}

  of(kind: TimerKind): HandlesTimer {
    const handler = this.handlers[kind];
    if (!handler) throw new Error(`nobody handles a timer of kind ${kind}`);
    return handler;
  }
}
