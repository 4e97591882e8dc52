import { AsyncLocalStorage } from 'node:async_hooks';
import type { AccountId } from '@baton/contracts';
import { type CrashPoint, CrashPoints } from '../publishing/crash-points.js';

export const publishingSteps = [
  'claimed',
  'prepared',
  'attemptRecorded',
  'answered',
  'outcomeRecorded',
] as const satisfies readonly CrashPoint[];

interface Planned {
  readonly point: CrashPoint;
  readonly accountId: AccountId | undefined;
  /** How often the point is passed before it happens. */
  passes: number;
  readonly happens: () => void | Promise<void>;
}

/** Whose work, and when: without an account whichever comes first, the `nth` time it gets there. */
export interface Moment {
  readonly accountId?: AccountId;
  readonly nth?: number;
}

/**
 * Dies at a given step, as often as told to. A process that dies runs no `catch` and no `finally`: what it was
 * working on just never goes on.
 */
export class PlannedCrashes extends CrashPoints {
  private readonly plan: Planned[] = [];
  private readonly lives = new AsyncLocalStorage<() => void>();

  at(point: CrashPoint, moment: Moment = {}): void {
    this.when(point, () => this.dies(), moment);
  }

  /** Instead of dying, something else happens at that step, once. */
  when(point: CrashPoint, happens: () => void | Promise<void>, { accountId, nth = 1 }: Moment = {}): void {
    this.plan.push({ point, accountId, passes: nth - 1, happens });
  }

  forget(): void {
    this.plan.length = 0;
  }

  /** Does some work to its end, or until its process dies in the middle of it. */
  async untilDeath(work: () => Promise<unknown>): Promise<void> {
    const death = Promise.withResolvers<void>();
    await Promise.race([this.lives.run(death.resolve, work), death.promise]);
  }

  override reach(point: CrashPoint, accountId: AccountId): void | Promise<void> {
    const index = this.plan.findIndex((one) => one.accountId === undefined || one.accountId === accountId);
    const next = this.plan[index];
    if (next?.point !== point) return;
    if (next.passes > 0) {
      next.passes -= 1;
      return;
    }
    this.plan.splice(index, 1);
    return next.happens();
  }

  dies(): Promise<never> {
    this.lives.getStore()?.();
    return new Promise(() => {});
  }
}
