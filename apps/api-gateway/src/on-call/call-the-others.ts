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
  RETURNING charity_id AS "charityId", alert_id AS id, reason, details`;
const escalateLater = `
  UPDATE team_alert SET escalate_at = baton.now() + interval '1 minute' WHERE charity_id = $1 AND alert_id = $2`;
const begin = `
  UPDATE on_call_shift SET told_at = baton.now()
   WHERE (charity_id, shift_id) = (
     SELECT charity_id, shift_id FROM on_call_shift WHERE told_at IS NULL AND begins_at <= (SELECT baton.now())
      ORDER BY begins_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", shift_id AS id`;
/** That their shift has begun they also see on their page: what cannot be mailed is not tried for ever. */
const leaveUntold = 'UPDATE on_call_shift SET told_at = baton.now() WHERE charity_id = $1 AND shift_id = $2';
const whose = `
  SELECT person_id AS "personId", ends_at AS "endsAt", ends_at <= baton.now() AS "isOver"
    FROM on_call_shift JOIN member USING (charity_id, member_id) WHERE charity_id = $1 AND shift_id = $2`;

/**
 * Does what is due on the rota of those on call: calls everybody else where nobody has said that they see to it, and tells
 * whoever is on call from now on. One at a time, each in one transaction, in whichever replica comes first; one that fails is put
 * off in a transaction of its own, and is no obstacle to the others.
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
    const escalation: Duty<Alarm> = {
      claim: escalate,
      putOff: escalateLater,
      work: (tx, { reason, details }) => this.team.callTheOthers(tx, reason, details),
    };
    const beginning: Duty<Due> = {
      claim: begin,
      putOff: leaveUntold,
      work: (tx, { id }) => this.tellWhoBegins(tx, id as ShiftId),
    };
    while ((await this.doOne(escalation)) || (await this.doOne(beginning)));
  }

  /** False where nothing is due. */
  private async doOne<Row extends Due>({ claim, putOff, work }: Duty<Row>): Promise<boolean> {
    let due: Row | undefined;
    try {
      return await this.database.asWorker(async (tx) => {
        due = (await tx.query<Row>(claim))[0];
        if (due) await work(await tx.enterCharity(CharityId.parse(due.charityId)), due);
        return due !== undefined;
      });
    } catch (error) {
      if (!due) throw error;
      const { charityId, id } = due;
      this.log.fault('rota of those on call', error, { charityId });
      await this.database.asWorker((tx) => tx.query(putOff, [charityId, id]));
      return true;
    }
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
  readonly id: string;
}

interface Alarm extends Due {
  readonly reason: AlertReason;
  readonly details: AlertDetails & CalledAtFirst;
}

interface Duty<Row> {
  readonly claim: string;
  readonly putOff: string;
  work(tx: Tx, due: Row): Promise<void>;
}
