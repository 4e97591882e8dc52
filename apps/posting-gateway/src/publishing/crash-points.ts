import type { AccountId } from '@baton/contracts';
import { Injectable } from '@nestjs/common';

/**
 * The steps of publishing one post, and of renewing the keys it goes out with, as places where a process can
 * die. Nothing happens here; tests put something in its place that does not go on, and prove that wherever it
 * ends nothing is said twice and nothing is lost.
 */
export type CrashPoint =
  | 'claimed'
  | 'prepared'
  | 'attemptRecorded'
  | 'answered'
  | 'outcomeRecorded'
  /** X has spent the refresh token and answered with the next pair, which is nowhere but in this process. */
  | 'nextPairReceived';

@Injectable()
export class CrashPoints {
  reach(_point: CrashPoint, _accountId: AccountId): void | Promise<void> {}
}
