import {
  accept,
  type Caller,
  type InputOf,
  type inviteMember,
  type ResultOf,
  refuse,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, isViolationOf, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Memberships } from '../people/memberships.js';
import { People } from '../people/people.js';
import { mayGive } from './decide-role.js';
import { giverOf } from './giver.js';
import { invitationToken } from './invitation-token.js';
import { Invitations } from './invitations.js';
import { MailInvitation } from './mail-invitation.js';

type Input = InputOf<typeof inviteMember>;
type Answer = ResultOf<typeof inviteMember>;

@Injectable()
export class InviteMember implements Handles<typeof inviteMember> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
    private readonly people: People,
    private readonly memberships: Memberships,
    private readonly invitations: Invitations,
    private readonly letters: MailInvitation,
  ) {}

  async handle(input: Input, { caller }: CallContext): Promise<Answer> {
    const giver = giverOf(caller);
    if (!giver || !mayGive(giver, input.role)) return refuse('aboveYou');
    if (!(await this.charities.byId(input.charityId))) return refuse('notFound');
    const known = await this.people.find(input.email);
    if (known && (await this.memberships.in(input.charityId, known))) return refuse('alreadyMember');
    try {
      return await this.database.inCharity(input.charityId, (tx) => this.invite(tx, input, caller));
    } catch (error) {
      if (isViolationOf(error, 'invited_already')) return refuse('invitedAlready');
      throw error;
    }
  }

  private async invite(tx: Tx, { invitationId, email, role }: Input, caller: Caller): Promise<Answer> {
    const addressFingerprint = await this.invitations.fingerprint(tx.charityId, email);
    await this.makeRoom(tx, addressFingerprint);
    const { token, hash: tokenHash } = invitationToken.make(tx.charityId);
    const invitedBy = caller.kind === 'staff' ? caller.memberId : null;
    const invitation = { invitationId, email, addressFingerprint, role, invitedBy, tokenHash };
    const tooMany = await this.invitations.areTooMany(tx, addressFingerprint);
    const isNew = !tooMany && (await this.invitations.add(tx, invitation));
    const kept = await this.invitations.byId(tx, invitationId);
    if (!kept) return refuse('tooOften', { message: tooManyInvitations });
    if (kept.role !== role || !kept.addressFingerprint.equals(addressFingerprint))
      return refuse('invitedAlready');
    if (isNew) {
      await this.letters.queue(tx, { to: email, role, token });
      const note = { by: caller, action: 'member.invited', about: invitationId, details: { role } } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, at: kept.now }));
    }
    return accept({ invitationId, role, expiresAt: kept.expiresAt.toISOString() });
  }

  /** One that is too old stands in nobody's way. */
  private async makeRoom(tx: Tx, addressFingerprint: Buffer): Promise<void> {
    const old = (await this.invitations.open(tx)).filter(
      ({ expiresAt, now, ...each }) => expiresAt <= now && each.addressFingerprint.equals(addressFingerprint),
    );
    for (const { invitationId } of old) await this.invitations.end(tx, invitationId, 'withdrawn');
  }
}

const tooManyInvitations =
  'That were many invitations for one day. Please send the ones there are again, or wait until tomorrow.';
