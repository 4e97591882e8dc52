import { type AlertId, type AlertReason, PersonId, type StaffRole } from '@baton/contracts';
import type { Letter } from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../config.js';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { People } from '../people/people.js';
import { type AlertDetails, alertLetter } from './alert-letters.js';
import { onCallSettingsOf } from './on-call-settings.js';
import { rolesOnCall } from './shifts.js';

/** A day: then somebody has seen to it, or the list says so. */
const worthMinutes = 24 * 60;

export interface Alert {
  readonly reason: AlertReason;
  /** The fact that gives cause for it: the same one calls once. */
  readonly cause: string;
  /** What it is about: once that needs nobody any more, it has settled itself. A crisis never does. */
  readonly subject?: string;
  readonly details?: AlertDetails;
  /** Who may see to it. */
  readonly roles?: readonly StaffRole[];
}

/** Whom an alert was for, and who of them was called; whoever is on call by now may be another one. */
export interface CalledAtFirst {
  readonly roles: readonly StaffRole[];
  readonly called?: readonly string[];
}

interface Member {
  readonly memberId: string;
  readonly personId: string;
  readonly onCall: boolean;
}

const team = `
  SELECT member_id AS "memberId", person_id AS "personId",
         EXISTS (SELECT FROM on_call_shift shift
                  WHERE shift.charity_id = $1 AND shift.member_id = member.member_id
                    AND begins_at <= (SELECT baton.now()) AND (SELECT baton.now()) < ends_at) AS "onCall"
    FROM member WHERE charity_id = $1 AND role = ANY ($2) ORDER BY member_id`;
const raise = `
  INSERT INTO team_alert (charity_id, alert_id, reason, cause, details, called_at_first, escalate_at, subject)
  VALUES ($1, $2, $3, $4, $5, $6, baton.now() + make_interval(mins => $7), $8)
  ON CONFLICT ON CONSTRAINT alert_once DO NOTHING RETURNING alert_id`;

/**
 * Calls the team: whoever is on call, and everybody else ten minutes later, or as long as the charity says, unless somebody has said that they see to it. Where
 * nobody is on call, and where a life may be in danger, everybody at once. A reminder that something still waits is for everybody, too.
 */
@Injectable()
export class CallTeam {
  constructor(
    private readonly people: People,
    private readonly letters: QueueLetter,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async call(tx: Tx, alert: Alert): Promise<void> {
    const { reason, cause, subject = null, details = {}, roles = rolesOnCall } = alert;
    const members = await tx.query<Member>(team, [tx.charityId, roles]);
    const first = members.filter(({ onCall }) => onCall);
    const everybody = isForEverybody(reason, details) || first.length === 0;
    const called = everybody ? members : first;
    const { escalatesAfterMinutes } = await onCallSettingsOf(tx);
    const raised = await tx.query<{ alert_id: AlertId }>(raise, [
      tx.charityId,
      newId<AlertId>(),
      reason,
      cause,
      JSON.stringify({ ...details, roles, called: called.map(({ memberId }) => memberId) }),
      called.length,
      everybody ? null : escalatesAfterMinutes,
      subject,
    ]);
    if (raised.length === 1) await this.write(tx, called, reason, details);
  }

  /** Nobody has said that they see to it: everybody who was not called at first. */
  async callTheOthers(tx: Tx, reason: AlertReason, details: AlertDetails & CalledAtFirst): Promise<void> {
    const { roles, called = [] } = details;
    const members = await tx.query<Member>(team, [tx.charityId, roles]);
    await this.write(
      tx,
      members.filter(({ memberId }) => !called.includes(memberId)),
      reason,
      details,
    );
  }

  /** One letter to one of the team. */
  async writeTo(tx: Tx, personId: string, letter: (about: AboutTeam) => Letter): Promise<void> {
    const to = await this.people.addressOf(PersonId.parse(personId));
    if (to) await this.letters.queue(tx, { to, ...letter(await this.about(tx)) }, worthMinutes);
  }

  private async write(
    tx: Tx,
    members: readonly Member[],
    reason: AlertReason,
    details: AlertDetails,
  ): Promise<void> {
    for (const { personId } of members)
      await this.writeTo(tx, personId, (about) => alertLetter(reason, about, details));
  }

  private async about(tx: Tx): Promise<AboutTeam> {
    const [charity] = await tx.query<{ name: string; zone: string; slug: string }>(
      'SELECT name, zone, slug FROM charity WHERE charity_id = $1',
      [tx.charityId],
    );
    const page = new URL('/manager', this.publicOrigin).href;
    const pulsePage = new URL(`/c/${charity?.slug ?? ''}/pulse`, this.publicOrigin).href;
    const surveysPage = new URL(`/c/${charity?.slug ?? ''}/surveys`, this.publicOrigin).href;
    return { charity: charity?.name ?? '', zone: charity?.zone ?? 'UTC', page, pulsePage, surveysPage };
  }
}

export interface AboutTeam {
  readonly charity: string;
  readonly zone: string;
  readonly page: string;
  readonly pulsePage: string;
  readonly surveysPage: string;
}

const isForEverybody = (reason: AlertReason, { isUrgent = false }: AlertDetails): boolean =>
  reason === 'crisis' || reason === 'late' || isUrgent;
