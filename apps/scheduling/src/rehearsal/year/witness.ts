import type { Envelope } from '@baton/contracts';
import { Temporal } from 'temporal-polyfill';

interface Life {
  opensAt: number;
  closesAt: number;
  openedAt?: number;
  closedAt?: number;
  because?: string;
  /** How the slot came to be theirs. */
  readonly came: string;
  /** When it was booked, by the clock of the audit. */
  bookedAt?: number;
}

export interface Testimony {
  readonly opened: number;
  /** From the window's beginning, or from when somebody got a window that had begun, to its being opened, in ms: the longest. */
  readonly longestLateMs: number;
  readonly openedTwice: readonly string[];
  readonly openedBeforeOrAfterTheirWindow: readonly string[];
  readonly openWhileAnotherWas: readonly string[];
  /** Windows that were booked whole and did not begin when the clock of the zone said so. */
  readonly notByTheClock: readonly string[];
  readonly clocksSeen: readonly string[];
  readonly lives: ReadonlyMap<string, Life>;
}

/** Judges a year by the facts that were stated, and knows nothing of how scheduling decides. */
export function testify(facts: readonly Envelope[], zone: string): Testimony {
  const lives = new Map<string, Life>();
  const openedTwice: string[] = [];
  for (const { type, subject, data } of facts) {
    const life = lives.get(subject);
    const instant = (name: string): number => Date.parse(String(data[name]));
    const window = () => ({ opensAt: instant('opensAt'), closesAt: instant('closesAt') });
    switch (type) {
      case 'baton.takeover.scheduled.v1':
        lives.set(subject, {
          ...window(),
          came: String(data['because'] ?? 'booked'),
        });
        break;
      case 'baton.takeover.moved.v1':
        if (life) Object.assign(life, window());
        break;
      case 'baton.takeover.opened.v1':
        if (life?.openedAt !== undefined) openedTwice.push(subject);
        if (life) life.openedAt = instant('openedAt');
        break;
      case 'baton.scheduling.audited.v1':
        noteBooking(lives, data);
        break;
      case 'baton.takeover.closed.v1':
        if (life) Object.assign(life, { closedAt: instant('closedAt'), because: String(data['because']) });
    }
  }
  return { ...judge(lives, zone), openedTwice, lives };
}

function noteBooking(lives: ReadonlyMap<string, Life>, data: Envelope['data']): void {
  const life = lives.get(String(data['about']));
  if (life && data['action'] === 'slot.booked') life.bookedAt = Date.parse(String(data['at']));
}

function judge(lives: ReadonlyMap<string, Life>, zone: string): Omit<Testimony, 'openedTwice' | 'lives'> {
  const opened = [...lives].filter(
    (entry): entry is [string, Life & { openedAt: number }] => entry[1].openedAt !== undefined,
  );
  const inOrder = opened.toSorted(([, one], [, other]) => one.openedAt - other.openedAt);
  const clocks = opened
    .filter(([, { came }]) => came !== 'cover')
    .map(([id, { opensAt }]) => ({ id, clock: clockAt(opensAt, zone) }));
  return {
    opened: opened.length,
    longestLateMs: Math.max(
      0,
      ...opened.map(([, { openedAt, opensAt, bookedAt }]) => openedAt - Math.max(opensAt, bookedAt ?? 0)),
    ),
    openedBeforeOrAfterTheirWindow: opened
      .filter(([, { openedAt, opensAt, closesAt }]) => openedAt < opensAt || openedAt >= closesAt)
      .map(([id]) => id),
    openWhileAnotherWas: inOrder
      .filter(
        ([, { openedAt }], at) =>
          at > 0 && (inOrder[at - 1]?.[1].closedAt ?? Number.POSITIVE_INFINITY) > openedAt,
      )
      .map(([id]) => id),
    notByTheClock: clocks
      .filter(({ clock }) => !clock.startsWith('5 17:30'))
      .map(({ id, clock }) => `${id} ${clock}`),
    clocksSeen: [...new Set(clocks.map(({ clock }) => clock))],
  };
}

/** Weekday, time and offset: `5 17:30 +01:00`. */
function clockAt(at: number, zone: string): string {
  const told = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return `${told.dayOfWeek} ${told.toPlainTime().toString().slice(0, 5)} ${told.offset}`;
}
