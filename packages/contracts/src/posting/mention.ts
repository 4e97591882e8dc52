import { z } from 'zod';
import { Severity } from './finding.js';

/** Why a follower's message is set aside before a curator sees it. */
export const MentionConcern = z.enum([
  'threat',
  'slur',
  'sexual',
  'abuse',
  'link',
  /** Many from one account in a short time. */
  'flood',
  /** The same text from several accounts. */
  'copies',
  /** More messages in an hour than one person can read; each from then on is set aside. */
  'storm',
  /** Its curator, or the charity, wants to read nothing more by who wrote it. */
  'muted',
  /** It has a word that its curator, or the charity, does not want to read. */
  'mutedWord',
  /** Whoever wrote it has had their account for a few days only. */
  'newAccount',
  /** Somebody has told the team about it. */
  'reported',
]);

export type MentionConcern = z.infer<typeof MentionConcern>;

/** Why the team is told about a message. `inDanger`: its writer may be. */
export const ReportReason = z.enum(['inDanger', 'threat', 'harassment', 'personalDetails', 'spam', 'other']);
export type ReportReason = z.infer<typeof ReportReason>;

/** What the shield says of a message it sets aside. What it says never repeats what was written. */
export const SetAside = z.object({
  kinds: z.array(MentionConcern).min(1),
  /** How distressing it may be to read: whoever opens a `high` one should expect harm. */
  severity: Severity,
});
export type SetAside = z.infer<typeof SetAside>;
