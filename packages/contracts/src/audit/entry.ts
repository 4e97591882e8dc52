import { z } from 'zod';
import type { Caller } from '../define/caller.js';
import { Instant } from '../define/ids.js';

/** Everything the audit tells of, and how a person reads it. A new action is added here, never renamed. */
export const auditActions = {
  'charity.applied': 'asked to come aboard',
  'charity.approved': 'let the charity come aboard',
  'charity.declined': 'declined the charity',
  'charity.suspended': 'suspended the charity',
  'charity.resumed': 'ended the suspension',
  'charity.exported': 'exported everything the charity holds',
  'charity.leaving': 'began to leave Baton',
  'charity.stayed': 'took back leaving Baton',
  'charity.erased': 'erased the charity',
  'charity.changed': 'changed the charity’s details',
  'member.invited': 'invited somebody to the team',
  'member.invitation-withdrawn': 'withdrew an invitation',
  'member.joined': 'joined the team',
  'member.address-revealed': 'looked up the address of somebody on the team',
  'member.role-changed': 'changed somebody’s role',
  'member.left': 'left the team, or was taken off it',
  'sign-in.done': 'signed in',
  'sign-in.ended': 'ended a session',
  'sign-in.stepped-up': 'confirmed who they are for a big step',
  'sign-in.passkey-added': 'added a passkey',
  'sign-in.passkey-removed': 'removed a passkey',
  'sign-in.second-factor-changed': 'changed their second factor',
  'key.made': 'made an API key',
  'key.revoked': 'revoked an API key',
  'retention.set': 'changed how long records are kept',
  'retention.carried-out': 'removed what had been kept long enough',
  'audit.exported': 'exported the audit',
  'call.opened': 'opened a call for curators',
  'call.changed': 'changed a call for curators',
  'call.closed': 'closed a call for curators',
  'application.rescued': 'rescued an application that had been set aside as spam',
  'application.decided': 'decided about an application',
  'application.noted': 'noted something about an application',
  'application.note-removed': 'took away a note about an application',
  'application.asked': 'asked an applicant something',
  'application.question-taken-back': 'took back a question before it was mailed',
  'application.answered': 'answered a question of the team',
  'screening.target-set': 'changed within how many days applications are looked at',
  'letter.set': 'changed what a letter says',
  'letter.reset': 'let Baton’s words go again in a letter',
  'mail-sender.set': 'changed what name mails come from',
  'agreement.published': 'published the curating agreement',
  'agreement.accepted': 'accepted the curating agreement',
  'preparation.set': 'changed what curators do before their weekend',
  'advice.published': 'published the advice pack',
  'buddy.asked': 'asked for a buddy',
  'buddy.offered': 'offered to be a buddy, or did so no more',
  'buddy.ended': 'ended being buddies',
  /** Not noted any more: when somebody answered told who they are. Lines of before stay readable. */
  'nomination.answered': 'answered a nomination',
  'nomination.asked': 'suggested somebody as a curator',
  'part.paused': 'said “not now” to curating',
  'part.resumed': 'came back to curating',
  'consent.given': 'gave a consent',
  'consent.withdrawn': 'withdrew a consent',
  'identity.revealed': 'looked up who a curator is',
  'identity.corrected': 'corrected what is kept about them',
  'identity.downloaded': 'downloaded what is kept about them',
  'person.erased': 'left, and what was kept about them was erased',
  'shift.planned': 'put somebody of the team on call',
  'shift.taken': 'took over a shift on call',
  'shift.given-up': 'gave up a shift on call',
  'on-call-settings.set': 'changed how the team is called',
  'alert.taken': 'said that they see to what the team was called for',
  'rota.defined': 'defined the rota',
  'rota.ended': 'ended a rota',
  'hiatus.set': 'set a time without takeovers',
  'hiatus.removed': 'took back a time without takeovers',
  'slot.added': 'added a slot',
  'slot.removed': 'removed a free slot',
  'zone.re-derived': 'moved slots because a country changed the law of its clocks',
  'slot.booked': 'booked a slot',
  'takeover.opened': 'opened the takeover',
  'takeover.closed': 'closed the takeover',
  'takeover.ended': 'ended the takeover early',
  'takeover.moved': 'moved the takeover to another window',
  'booking.cancelled': 'called off a booking',
  'booking-rules.set': 'changed how people book',
  'cover.accepted': 'took a slot that was offered to them',
  'cover.stopped': 'asked nobody else to cover a slot',
  'swap.proposed': 'proposed a swap of two bookings',
  'swap.answered': 'answered a proposed swap',
  'swap.decided': 'decided about a swap for the team',
  'swap.withdrawn': 'took back a proposed swap',
  'account.connection-begun': 'began to connect the X account',
  'account.connected': 'connected the X account',
  'account.disconnected': 'disconnected the X account',
  'budget.set': 'set what a takeover may cost',
  'policy.set': 'changed the posting policy',
  'signposting.set': 'changed where people in distress are pointed to',
  'switch.thrown': 'threw the kill switch',
  'switch.released': 'released the kill switch',
  'archive.taken-out': 'took something out of the public archive',
  'archive.put-back': 'put something back in the public archive',
  'picture.described': 'described a curator’s picture',
  'charity-post.scheduled': 'handed over a post of the charity’s own',
  'charity-post.withdrawn': 'took back a post of the charity’s own',
  'post.deleted': 'had a post deleted on X, as was asked',
  'writer.muted-for-all': 'muted somebody who writes to the account, for every curator',
  'writer.unmuted': 'let messages of somebody who was muted through again',
  'shield.set': 'changed what curators are spared of messages',
  'reply.hidden': 'had X hide an answer under a post',
  'reply.shown': 'had X show an answer again',
  'mention.report-closed': 'saw to a message that was reported',
  'crisis.followed-up': 'saw to somebody who wrote words of a crisis',
  'post.last-deletion-asked': 'asked for the last posts to be deleted on X',
  'post.deletion-asked': 'asked for a post to be deleted on X',
  'post.decided': 'decided about a held post',
  'post.edit-proposed': 'suggested other words for a held post',
  'post.handed-up': 'left the decision about a held post to somebody else of the team',
  'review.target-set': 'changed within what time held posts are looked at',
  'post.resolved': 'decided about a post with unknown outcome',
  'survey.questions-set': 'changed the charity’s own questions in a survey',
  'survey.words-read': 'read words of a survey that may be hard to read',
  'survey.quote-judged': 'said whether a quote from a survey is shown on a public page',
  'pulse-words.judged': 'said whether what a follower wrote may be shown',
  'feed.opened': 'opened an analyst feed',
} as const;

export type AuditAction = keyof typeof auditActions;
export const AuditAction = z.enum(Object.keys(auditActions) as [AuditAction, ...AuditAction[]]);

/** No space and no @: a word of a fixed list, an id, an instant, a version, a hash. */
const plainToken = z
  .string()
  .regex(/^[A-Za-z0-9:._,+/-]*$/, 'is a word of a fixed list, an id or a hash, never somebody’s own words');

/**
 * One line of a charity's audit: who did what to what, by pseudonym. Never a name, an address, a post's text or a reason
 * in somebody's own words: a chained line can never be taken out again. So that nothing of the kind slips in, what is not
 * made of ids, numbers and single words does not parse, and the act it tells of fails in the first test that tries it.
 */
export const AuditEntry = z.object({
  at: Instant,
  /** As `actorOf` writes it: `manager 0192…`, `curator 0192…`, `the operator`, `scheduling`. */
  actor: z
    .string()
    .max(120)
    .regex(
      /^[a-z][a-z -]*( [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/,
      'is a role and an id, never a name',
    ),
  action: AuditAction,
  /** The pseudonymous id of what it was done to. */
  about: plainToken.max(120).nullable(),
  /** Numbers, words of a fixed list, ids, versions and hashes; a list of them with commas. */
  details: z.record(
    z.string().regex(/^[A-Za-z]{1,40}$/),
    z.union([plainToken.max(200), z.number(), z.boolean()]),
  ),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Whom the audit names for a caller. */
export function actorOf(caller: Caller): string {
  switch (caller.kind) {
    case 'anyone':
      return 'somebody signed out';
    case 'person':
      return `person ${caller.personId}`;
    case 'operator':
      return caller.personId ? `operator ${caller.personId}` : 'the operator';
    case 'staff':
      return `${caller.role} ${caller.memberId}`;
    case 'curator':
      return `curator ${caller.curatorId}`;
    case 'key':
      return `key ${caller.keyId}`;
    case 'service':
      return caller.service;
  }
}
