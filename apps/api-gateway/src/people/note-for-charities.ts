import {
  type AuditAction,
  type AuditEntry,
  CharityId,
  MemberId,
  type PersonId,
  platformId,
  StaffRole,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, newAuditFact } from '@baton/messaging';
import type { WorkerTx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/**
 * Notes what a person did with their own sign-in, in the audit of every charity they belong to, as the member they are
 * there: no charity learns by it that the person belongs to another. What an operator did stands in the platform's own.
 */
@Injectable()
export class NoteForCharities {
  async note(
    all: WorkerTx,
    personId: PersonId,
    action: AuditAction,
    details: AuditEntry['details'] = {},
  ): Promise<void> {
    const rows = await all.query<{ charity_id: string; member_id: string; role: string; at: Date }>(
      'SELECT charity_id, member_id, role, baton.now() AS at FROM member WHERE person_id = $1 ORDER BY charity_id',
      [personId],
    );
    await this.noteForPlatform(all, personId, action, details);
    for (const row of rows) {
      const charityId = CharityId.parse(row.charity_id);
      const memberId = MemberId.parse(row.member_id);
      const by = { kind: 'staff', charityId, memberId, role: StaffRole.parse(row.role) } as const;
      const note = { by, action, about: memberId, details, at: row.at };
      await appendFacts(await all.enterCharity(charityId), newAuditFact(tenancyAudited, note));
    }
  }

  private async noteForPlatform(
    all: WorkerTx,
    personId: PersonId,
    action: AuditAction,
    details: AuditEntry['details'],
  ): Promise<void> {
    const platform = await all.enterCharity(platformId);
    const [operator] = await platform.query<{ at: Date }>(
      'SELECT baton.now() AS at FROM operator_person WHERE charity_id = $1 AND person_id = $2',
      [platformId, personId],
    );
    if (!operator) return;
    const by = { kind: 'operator', personId } as const;
    const note = { by, action, about: personId, details, at: operator.at };
    await appendFacts(platform, newAuditFact(tenancyAudited, note));
  }
}
