/**
 * Facts that failed, with those of the same aggregate that came after them: a lane per aggregate, in
 * order. A lane waits longer after each failure and holds up no other aggregate.
 */
export class RetryLanes<Item> {
  private readonly lanes = new Map<string, Lane<Item>>();

  /** Queues an item behind the failed one of its aggregate; false when there is none. */
  join(aggregateId: string, item: Item): boolean {
    const lane = this.lanes.get(aggregateId);
    lane?.items.push(item);
    return lane !== undefined;
  }

  /** Opens a lane with an item that has just failed for the first time. */
  open(aggregateId: string, item: Item, now: number): void {
    this.lanes.set(aggregateId, { items: [item], failures: 1, dueAt: now + retryDelayMs(1) });
  }

  /** The first item of a lane that may be tried now. */
  due(now: number): { aggregateId: string; item: Item; failures: number } | undefined {
    for (const [aggregateId, { items, failures, dueAt }] of this.lanes) {
      const item = items[0];
      if (item !== undefined && dueAt <= now) return { aggregateId, item, failures };
    }
    return undefined;
  }

  failedAgain(aggregateId: string, now: number): void {
    const lane = this.lanes.get(aggregateId);
    if (!lane) return;
    lane.failures++;
    lane.dueAt = now + retryDelayMs(lane.failures);
  }

  /** The first item is done with, one way or the other; the next may be tried at once. */
  shift(aggregateId: string, now: number): void {
    const lane = this.lanes.get(aggregateId);
    lane?.items.shift();
    if (!lane || lane.items.length === 0) this.lanes.delete(aggregateId);
    else Object.assign(lane, { failures: 0, dueAt: now });
  }

  /** When the next lane is due; undefined when there is none. */
  nextDueAt(): number | undefined {
    const dues = [...this.lanes.values()].map((lane) => lane.dueAt);
    return dues.length > 0 ? Math.min(...dues) : undefined;
  }

  clear(): void {
    this.lanes.clear();
  }
}

interface Lane<Item> {
  readonly items: Item[];
  failures: number;
  dueAt: number;
}

/** A fact that has failed this often, over about 18 seconds, is set aside (promise R9: visible within 60 s). */
export const failuresAllowed = 6;

/** 0.1, 0.5, 2, 5, 10 seconds. */
export const retryDelayMs = (failures: number): number => [100, 500, 2_000, 5_000][failures - 1] ?? 10_000;
