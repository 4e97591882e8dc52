import { type CrashPoint, CrashPoints } from '../publishing/crash-points.js';

/** What it looks like to the rest of the process when one dies in the middle. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export const crashPoints: readonly CrashPoint[] = [
  'claimed',
  'prepared',
  'attemptRecorded',
  'answered',
  'outcomeRecorded',
];

/** Dies at a given step, as often as told to. */
export class PlannedCrashes extends CrashPoints {
  private readonly plan: { readonly point: CrashPoint; readonly happens: () => void }[] = [];

  at(point: CrashPoint): void {
    this.when(point, () => {
      throw new Crash(point);
    });
  }

  /** Instead of dying, something else happens at that step, once. */
  when(point: CrashPoint, happens: () => void): void {
    this.plan.push({ point, happens });
  }

  forget(): void {
    this.plan.length = 0;
  }

  override reach(point: CrashPoint): void {
    if (this.plan[0]?.point === point) this.plan.shift()?.happens();
  }
}
