import { timingSafeEqual } from 'node:crypto';
import {
  type ApplicationId,
  accept,
  type CuratorId,
  type confirmCuratorSignIn,
  type InputOf,
  refuse,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { Addresses } from '../identity/addresses.js';
import { provedReachable } from '../mail-queue/reachability.js';
import { ReachReady } from '../preparation/reach-ready.js';
import { SignInCodes, signInRules } from './sign-in-codes.js';

interface LiveRequest {
  readonly sign_in_id: string;
  /** Null where nothing was mailed, or too long ago. */
  readonly code_fingerprint: Buffer | null;
}

/**
 * Uses a code up. Any live code that was asked for with the ticket works, since mails overtake each other; a right one
 * ends them all, a wrong one costs each of them one of its five tries, and no code of another asker any. Wrong, old, used,
 * tried too often, unknown: which it was is not told.
 */
@Injectable()
export class ConfirmCuratorSignIn implements Handles<typeof confirmCuratorSignIn> {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly codes: SignInCodes,
    private readonly ready: ReachReady,
  ) {}

  async handle({ charityId, email, code, ticket }: InputOf<typeof confirmCuratorSignIn>) {
    const address = await this.addresses.fingerprint(charityId, email);
    const held = await this.codes.ticketFingerprint(charityId, ticket);
    // No refusal is returned in here: it would roll the count of tries back.
    const curatorId = await this.database.inCharity(charityId, (tx) => this.use(tx, address, held, code));
    return curatorId ? accept({ curatorId }) : refuse('wrongCode');
  }

  private async use(tx: Tx, address: Buffer, held: Buffer, code: string): Promise<CuratorId | undefined> {
    const longestMinutes = signInRules.requestLivesMinutes + signInRules.codeLivesMinutes;
    const live = await tx.query<LiveRequest>(liveRequests, [tx.charityId, address, longestMinutes, held]);
    const right = await Promise.all(live.map((request) => this.matches(tx, request, code)));
    const isRight = right.includes(true);
    await tx.query(isRight ? endAll : countTry, [tx.charityId, live.map(({ sign_in_id }) => sign_in_id)]);
    const applicationId = isRight ? await this.addresses.standingUnder(tx, address) : undefined;
    const application = applicationId && (await findApplication(tx, applicationId));
    if (application) await provedReachable(tx, application.applicationId);
    if (application?.state === 'accepted') await this.begin(tx, application.applicationId);
    return application?.curatorId ?? undefined;
  }

  /** Whoever comes in for the first time has begun. */
  private async begin(tx: Tx, applicationId: ApplicationId): Promise<void> {
    const application = await findApplication(tx, applicationId, 'FOR UPDATE');
    if (application) await this.ready.begin(tx, application, `curator ${application.curatorId}`);
  }

  private async matches({ charityId }: Tx, request: LiveRequest, code: string): Promise<boolean> {
    const offered = await this.codes.fingerprint(charityId, request.sign_in_id, code);
    return timingSafeEqual(offered, request.code_fingerprint ?? Buffer.alloc(offered.length));
  }
}

/**
 * Locked: two tries at once are two tries. Requests count for as long as a code could be good, whether one was mailed or
 * not, so that the work is the same for every address.
 */
const liveRequests = `
  SELECT sign_in_id, CASE WHEN expires_at > baton.now() THEN code_fingerprint END AS code_fingerprint
    FROM sign_in_request
   WHERE charity_id = $1 AND email_fingerprint = $2 AND used_at IS NULL AND tries_left > 0
     AND asked_at > baton.now() - make_interval(mins => $3)
     AND ticket_fingerprint = $4
   ORDER BY sign_in_id FOR UPDATE`;
const endAll = `
  UPDATE sign_in_request SET used_at = baton.now() WHERE charity_id = $1 AND sign_in_id = ANY ($2::uuid[])`;
const countTry = `
  UPDATE sign_in_request SET tries_left = tries_left - 1 WHERE charity_id = $1 AND sign_in_id = ANY ($2::uuid[])`;
