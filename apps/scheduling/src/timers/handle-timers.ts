import type { Provider, Type } from '@nestjs/common';
import { type HandlesTimer, TimerHandlers } from './timer-handlers.js';
import type { TimerKind } from './timers.js';

/** Wires each kind of timer with who handles it; one class may handle several. */
export function handleTimers(handlers: Readonly<Record<TimerKind, Type<HandlesTimer>>>): Provider[] {
  const kinds = Object.keys(handlers);
  const classes = Object.values(handlers);
  return [
    ...new Set(classes),
    {
      provide: TimerHandlers,
      inject: classes,
      useFactory: (...instances: HandlesTimer[]) =>
        new TimerHandlers(Object.fromEntries(kinds.map((kind, at) => [kind, instances[at] as HandlesTimer]))),
    },
  ];
}
