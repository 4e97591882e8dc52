import type { OutputOf, viewOnAir } from '@baton/contracts';
import type { Takeover } from './takeovers.js';

type OnAir = OutputOf<typeof viewOnAir>;

/**
 * What the public sees, decided by the windows and the time alone: not even for the moment the handover
 * clock may be late is anybody shown as curating whose window is over. `ahead` is soonest first.
 */
export function onAir(ahead: readonly Takeover[], now: Date): OnAir {
  const at = now.toISOString();
  const running = ahead.find((takeover) => takeover.opensAt <= at && at < takeover.closesAt);
  const coming = ahead.find((takeover) => takeover.opensAt > at);
  return { now: running ? asPublic(running) : null, next: coming ? asPublic(coming) : null };
}

const asPublic = (takeover: Takeover): NonNullable<OnAir['now']> => ({
  knownAs: takeover.identityLevel === 'anonymous' ? null : takeover.penName,
  opensAt: takeover.opensAt,
  closesAt: takeover.closesAt,
});
