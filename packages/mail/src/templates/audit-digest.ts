import type { Letter } from '../mailer.js';

export interface AuditDigestLetter {
  readonly charity: string;
  /** 2026-11-28. */
  readonly day: string;
  /** How many lines the audit had, and the hash of the last. */
  readonly number: number;
  readonly hash: string;
}

/** For owners and trustees who asked for it. Kept, it proves what nobody at Baton can change any more. */
export const auditDigest = ({ charity, day, number, hash }: AuditDigestLetter): Letter => ({
  subject: `The audit on ${day}`,
  text: `Hello,

please keep this mail. It proves later that nothing was cut off the audit or written anew.

On ${day} the audit had this many lines: ${number}. This is the hash of the last one:

    ${hash}

Whoever proves the audit can compare it with this mail:

    npm run audit:verify -- --anchor ${number}:${hash}

You need not do anything now. Owners and trustees can turn these mails off.

${charity}
`,
});
