import { type AlertReason, CharityId, type ShiftId } from '@baton/contracts';
import { shiftBegins } from '@baton/mail';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import type { AlertDetails } from './alert-letters.js';
import { type CalledAtFirst, CallTeam } from './call-team.js';

const tickMs = 5_000;

const escalate = `
  UPDATE team_alert SET escalate_at = NULL, escalated_at = baton.now()
   WHERE (charity_id, alert_id) = (
     SELECT charity_id, alert_id FROM team_alert WHERE escalate_at <= (SELECT baton.now())
      ORDER BY escalate_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", reason, details`;
const begin = `
  UPDATE on_call_shift SET told_at = baton.now()
   WHERE (charity_id, shift_id) = (
     SELECT charity_id, shift_id FROM on_call_shift WHERE told_at IS NULL AND begins_at <= (SELECT baton.now())
      ORDER BY begins_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", shift_id AS "shiftId"`;
const whose = `
  SELECT person_id AS "personId", ends_at AS "endsAt", ends_at <= baton.now() AS "isOver"
    FROM on_call_shift JOIN member USING (charity_id, member_id) WHERE charity_id = $1 AND shift_id = $2`;

/**
 * Does what is due on the rota of those on call: calls everybody else where nobody has said that they see to it, and tells
 * whoever is on call from now on. One at a time, each in one transaction, in whichever replica comes first.
 */
@Injectable()
@RunsInBackground()
export class CallTheOthers implements Worker {
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly team: CallTeam,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      void this.lookNow().finally(() => !this.stopped && this.start());
    }, tickMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Resolves when everything that is due has been done. */
  lookNow(): Promise<void> {
    this.round = this.round
      .then(() => this.doDue())
      .catch((error: unknown) => this.log.fault('rota of those on call', error));
    return this.round;
  }

  private async doDue(): Promise<void> {
    while ((await this.escalateOne()) || (await this.beginOne()));
  }

  private escalateOne(): Promise<boolean> {
    return this.database.asWorker(async (tx) => {
      const [due] = await tx.query<Due>(escalate);
      if (!due) return false;
      const charity = await tx.enterCharity(CharityId.parse(due.charityId));
      await this.team.callTheOthers(charity, due.reason, due.details);
      return true;
    });
  }

  private beginOne(): Promise<boolean> {
    return this.database.asWorker(async (tx) => {
      const [due] = await tx.query<{ charityId: string; shiftId: ShiftId }>(begin);
      if (!due) return false;
      await this.tellWhoBegins(await tx.enterCharity(CharityId.parse(due.charityId)), due.shiftId);
      return true;
    });
  }

  private async tellWhoBegins(tx: Tx, shiftId: ShiftId): Promise<void> {
    const [shift] = await tx.query<{ personId: string; endsAt: Date; isOver: boolean }>(whose, [
      tx.charityId,
      shiftId,
    ]);
    if (!shift || shift.isOver) return;
    const until = shift.endsAt.toISOString();
    await this.team.writeTo(tx, shift.personId, (about) => shiftBegins({ ...about, until }));
  }
}

interface Due {
  readonly charityId: string;
  readonly reason: AlertReason;
  readonly details: AlertDetails & CalledAtFirst;
}
