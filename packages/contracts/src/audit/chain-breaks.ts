import { z } from 'zod';

/** What can be wrong with a link of a chain, and how a person reads it after "Line 12 …". */
export const auditChainBreaks = {
  changed: 'is not as it was written: it has been changed since.',
  missing: 'is missing: it has been taken out.',
  reordered: 'is not in its place: lines have been moved.',
  inserted: 'is there more than once, or comes from elsewhere: a line has been put in.',
  rewritten: 'is not the one whose hash is known: the chain was written anew, up to here or from earlier on.',
  cutShort: 'and what followed is missing: a later line’s hash is known, so the end has been cut off.',
} as const;

export type AuditChainBreak = keyof typeof auditChainBreaks;
export const AuditChainBreak = z.enum(
  Object.keys(auditChainBreaks) as [AuditChainBreak, ...AuditChainBreak[]],
);
