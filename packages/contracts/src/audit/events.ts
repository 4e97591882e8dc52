import type { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import type { ServiceName } from '../define/service-name.js';
import { AuditEntry } from './entry.js';

/**
 * Each service notes what belongs in the audit as a fact, in the transaction that did it; the gateway chains the facts of
 * all of them, one chain a charity. Subject: an id of the entry's own, so the revision is always 1.
 */
const auditedBy = <const Type extends `${string}.audited`, const Owner extends ServiceName>(
  type: Type,
  owner: Owner,
  sample: z.input<typeof AuditEntry>,
) =>
  defineEvent({
    type,
    version: 1,
    owner,
    summary: `A line for the charity’s audit, by ${owner}.`,
    audience: 'internal',
    consumers: ['api-gateway'],
    data: AuditEntry,
    samples: [sample],
  });

const at = '2026-11-28T10:00:00.000Z';
const manager = 'manager 0192e7a0-0000-7000-8000-0000000000bb';
const about = '0192e7a0-0000-7000-8000-000000000003';

export const tenancyAudited = auditedBy('tenancy.audited', 'api-gateway', {
  at,
  actor: manager,
  action: 'member.invited',
  about,
  details: { role: 'moderator' },
});
export const recruitmentAudited = auditedBy('recruitment.audited', 'recruitment', {
  at,
  actor: manager,
  action: 'identity.revealed',
  about,
  details: {},
});
export const schedulingAudited = auditedBy('scheduling.audited', 'scheduling', {
  at,
  actor: manager,
  action: 'slot.booked',
  about,
  details: {},
});
export const postingAudited = auditedBy('posting.audited', 'posting-gateway', {
  at,
  actor: manager,
  action: 'switch.thrown',
  about: null,
  details: { mode: 'pause' },
});
export const feedbackAudited = auditedBy('feedback.audited', 'feedback', {
  at,
  actor: manager,
  action: 'feed.opened',
  about: null,
  details: {},
});
