import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advance, type Frontier, resumeFrom } from './frontier.js';

const start: Frontier = { position: 0, holes: [] };
const all = (...ids: number[]) => ({ seen: ids, acknowledged: new Set(ids) });

describe('the relay frontier', () => {
  it('moves over ids that have been acknowledged', () => {
    expect(advance(start, { ...all(1, 2, 3), oldestRunning: 10n, horizon: 11n })).toEqual({
      position: 3,
      holes: [],
    });
  });

  it('remembers a missing id as a hole, goes on behind it, and would resume before it', () => {
    const frontier = advance(start, { ...all(1, 2, 5), oldestRunning: 10n, horizon: 20n });
    expect(frontier).toEqual({ position: 5, holes: [{ low: 3, high: 4, horizon: 20n }] });
    expect(resumeFrom(frontier)).toBe(2);
  });

  it('keeps a hole while anybody who may hold its id still runs', () => {
    const holed = advance(start, { ...all(2), oldestRunning: 10n, horizon: 20n });
    expect(advance(holed, { ...all(), oldestRunning: 20n, horizon: 21n }).holes).toHaveLength(1);
  });

  it('closes a hole when everybody who may hold its id has ended: it was rolled back', () => {
    const holed = advance(start, { ...all(2), oldestRunning: 10n, horizon: 20n });
    expect(advance(holed, { ...all(), oldestRunning: 21n, horizon: 22n })).toEqual({
      position: 2,
      holes: [],
    });
  });

  it('closes only what is missing of a hole when some of its rows have come', () => {
    const holed = advance(start, { ...all(5), oldestRunning: 10n, horizon: 20n });
    const frontier = advance(holed, { ...all(2), oldestRunning: 12n, horizon: 22n });
    expect(frontier.holes.map(({ low, high }) => [low, high])).toEqual([
      [1, 1],
      [3, 4],
    ]);
  });

  it('never passes a row that the bus has not acknowledged, however old', () => {
    const failed = { seen: [1, 2, 3], acknowledged: new Set([1, 3]) };
    const frontier = advance(start, { ...failed, oldestRunning: 10n, horizon: 20n });
    const later = advance(frontier, {
      seen: [2],
      acknowledged: new Set(),
      oldestRunning: 99n,
      horizon: 100n,
    });
    expect(resumeFrom(later)).toBe(1);
  });

  it('stays where it is when nothing was acknowledged', () => {
    const nothing = { seen: [1, 2], acknowledged: new Set<number>(), oldestRunning: 10n, horizon: 20n };
    expect(advance(start, nothing)).toEqual(start);
  });
});

/**
 * A small Postgres: writers draw a number, later their ids, and commit or roll back whenever they like.
 * The relay looks at what is visible, and the bus acknowledges some of it.
 */
const writers = fc.array(
  fc.record({
    beginsAt: fc.nat(30),
    drawsAfter: fc.nat(15),
    endsAfter: fc.nat(30),
    ids: fc.integer({ min: 1, max: 3 }),
    commits: fc.boolean(),
  }),
  { maxLength: 25 },
);

describe('the relay frontier, whatever writers do', () => {
  it('loses no committed row and is not held up by rows that were rolled back', () => {
    fc.assert(
      fc.property(writers, fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }), (plan, losses) => {
        const world = new World(plan);
        let frontier = start;
        const published = new Set<number>();
        for (let time = 0; time <= 100; time++) {
          world.advanceTo(time);
          const seen = world.visibleTo(frontier);
          const lost = time < 90 ? losses[time % losses.length] : undefined;
          const acknowledged = new Set(seen.filter((_, index) => index % 4 !== lost));
          for (const id of acknowledged) published.add(id);
          const round = { seen, acknowledged, oldestRunning: world.oldestRunning(), horizon: world.draw() };
          frontier = advance(frontier, round);
          const passed = world.committed().filter((id) => id <= resumeFrom(frontier));
          expect(passed.filter((id) => !published.has(id))).toEqual([]);
        }
        expect([...published].sort((a, b) => a - b)).toEqual(world.committed());
        expect(frontier).toEqual({ position: Math.max(0, ...world.committed()), holes: [] });
      }),
    );
  });
});

interface Writer {
  readonly beginsAt: number;
  readonly drawsAfter: number;
  readonly endsAfter: number;
  readonly ids: number;
  readonly commits: boolean;
}

class World {
  private lastNumber = 0n;
  private lastId = 0;
  private readonly running = new Map<Writer, { number: bigint; ids: number[] }>();
  private readonly visible: number[] = [];

  constructor(private readonly plan: readonly Writer[]) {}

  draw = (): bigint => ++this.lastNumber;
  committed = (): number[] => [...this.visible].sort((a, b) => a - b);
  visibleTo = ({ position, holes }: Frontier): number[] =>
    this.committed().filter((id) => id > position || holes.some(({ low, high }) => low <= id && id <= high));

  oldestRunning(): bigint {
    const [oldest] = [...this.running.values()].map(({ number }) => number).sort((a, b) => Number(a - b));
    return oldest ?? this.lastNumber + 1n;
  }

  advanceTo(time: number): void {
    for (const writer of this.plan) {
      const { beginsAt, drawsAfter, endsAfter, commits } = writer;
      if (beginsAt === time) this.running.set(writer, { number: this.draw(), ids: [] });
      const run = this.running.get(writer);
      if (run && beginsAt + drawsAfter === time) {
        run.ids = Array.from({ length: writer.ids }, () => ++this.lastId);
      }
      if (run && beginsAt + drawsAfter + endsAfter === time) {
        this.running.delete(writer);
        if (commits) this.visible.push(...run.ids);
      }
    }
  }
}
