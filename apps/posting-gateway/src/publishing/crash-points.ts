import { Injectable } from '@nestjs/common';

/**
 * The steps of publishing one post, as places where a process can die. Nothing happens here; tests put
 * something in its place that throws, and prove that wherever it ends nothing is said twice.
 */
export type CrashPoint = 'claimed' | 'prepared' | 'attemptRecorded' | 'answered' | 'outcomeRecorded';

@Injectable()
export class CrashPoints {
  reach(_point: CrashPoint): void {}
}
