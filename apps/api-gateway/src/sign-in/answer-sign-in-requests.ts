import { platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { AnswerSignInRequest, type SignInRequest } from './answer-sign-in-request.js';

const tickMs = 250;

const claim = `
  SELECT request_id, email_sealed, ticket_hash, asked_at, device_token_hash,
         made_at < baton.now() - interval '15 minutes' AS too_late
    FROM sign_in_request WHERE charity_id = $1 ORDER BY made_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
/** Codes count towards the cap for an hour; after that they, like what has ended, tell nothing but who was here when. */
const sweeps = [
  `DELETE FROM sign_in_code WHERE charity_id = $1 AND made_at < baton.now() - interval '2 hours'`,
  'DELETE FROM staff_session WHERE charity_id = $1 AND expires_at < baton.now()',
  'DELETE FROM remembered_device WHERE charity_id = $1 AND expires_at < baton.now()',
];

/** Answers requests to sign in, oldest first, one transaction each. */
@Injectable()
@RunsInBackground()
export class AnswerSignInRequests implements Worker {
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly one: AnswerSignInRequest,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.round = this.answerAll()
        .catch((error: unknown) => this.log.fault('sign-in round failed', error))
        .finally(() => !this.stopped && this.start());
    }, tickMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Answers all that wait and that nobody else is answering. */
  async answerAll(): Promise<void> {
    let wasThereOne = true;
    while (wasThereOne && !this.stopped) wasThereOne = await this.answerNext();
  }

  private answerNext(): Promise<boolean> {
    return this.database.inCharity(platformId, async (tx) => {
      const [request] = await tx.query<SignInRequest>(claim, [platformId]);
      if (!request) return false;
      await this.one.answer(tx, request);
      for (const sweep of sweeps) await tx.query(sweep, [platformId]);
      return true;
    });
  }
}
