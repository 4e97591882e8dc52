import { z } from 'zod';
import { anyone, key, operator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, EventId, Instant } from '../define/ids.js';
import { serviceNames } from '../define/service-name.js';
import { CalendarDate } from '../define/words.js';
import { AuditChainBreak } from './chain-breaks.js';
import { AuditAction, AuditEntry } from './entry.js';

/** A SHA-256 in small hexadecimal digits. */
export const AuditHash = z.string().regex(/^[0-9a-f]{64}$/, 'is a SHA-256: 64 small hexadecimal digits');

/** The hash a line of a chain is known to have had. */
export const AuditAnchor = z.object({ number: z.int().nonnegative(), hash: AuditHash });
export type AuditAnchor = z.infer<typeof AuditAnchor>;

/** What was published of a chain on a day: how many lines it had, and the hash of the last. */
export const AuditDigest = z.object({
  charity: CharityId,
  day: CalendarDate,
  number: z.int().positive(),
  hash: AuditHash,
});
export type AuditDigest = z.infer<typeof AuditDigest>;

const whichLines = {
  action: AuditAction.optional(),
  /** As the audit writes it: `manager 0192…`. */
  actor: z.string().max(120).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
  /** Only lines before this number: the `next` of the page before. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

const AuditPage = z.object({
  entries: z.array(
    z.object({
      number: z.int().positive(),
      id: EventId,
      source: z.enum(serviceNames),
      ...AuditEntry.shape,
      /** The action in plain words, to be read after the actor: "looked up who a curator is". */
      words: z.string(),
    }),
  ),
  next: z.int().nullable(),
});

export const listAudit = defineOperation({
  name: 'list-audit',
  owner: 'api-gateway',
  summary: 'Who did what in a charity, newest first, by pseudonym and in plain words.',
  method: 'GET',
  path: '/charities/{charityId}/audit',
  access: [staff('manager', 'trustee'), key('audit:read')],
  input: z.object({ charityId: CharityId, ...whichLines }),
  output: AuditPage,
  refusals: {},
});

export const listPlatformAudit = defineOperation({
  name: 'list-platform-audit',
  owner: 'api-gateway',
  summary:
    'What was done that is no charity’s own, such as sign-ins of staff, newest first and by pseudonym.',
  method: 'GET',
  path: '/platform/audit',
  access: [operator],
  input: z.object(whichLines),
  output: AuditPage,
  refusals: {},
});

export const verifyAudit = defineOperation({
  name: 'verify-audit',
  owner: 'api-gateway',
  summary:
    'Proves that a charity’s audit is as it was written, or names the first line that is not. Compared with every published digest, and with hashes the caller has kept.',
  method: 'POST',
  path: '/charities/{charityId}/audit/verification',
  access: [operator, staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId, anchors: z.array(AuditAnchor).max(1000).default([]) }),
  output: z.discriminatedUnion('holds', [
    z.object({
      holds: z.literal(true),
      /** The last line; number 0 where there is none yet. Worth writing down: it is an anchor. */
      head: AuditAnchor,
      /** How many known hashes agreed. */
      anchors: z.int(),
    }),
    z.object({
      holds: z.literal(false),
      broken: z.object({ number: z.int().positive(), what: AuditChainBreak, words: z.string() }),
    }),
  ]),
  refusals: {},
});

export const exportAudit = defineOperation({
  name: 'export-audit',
  owner: 'api-gateway',
  summary:
    'The audit as it is chained, a page at a time: each line is the exact text that was hashed. After the last come the published digests, and one of this moment. Joined by line breaks, all of it is the file that "npm run audit:verify -- --file" proves.',
  method: 'POST',
  path: '/charities/{charityId}/audit/export',
  access: [staff('trustee')],
  stepUp: true,
  input: z.object({
    charityId: CharityId,
    /** The number of the last line of the page before; 0 for the first page. */
    after: z.int().nonnegative().default(0),
  }),
  output: z.object({ lines: z.array(z.string()), next: z.int().nullable() }),
  refusals: {},
});

/** Who is mailed each digest; nobody, unless the charity wishes it. */
const AuditMailing = z.object({ to: z.array(z.enum(['owner', 'trustee'])).max(2) });

export const viewAuditMailing = defineOperation({
  name: 'view-audit-mailing',
  owner: 'api-gateway',
  summary: 'Whether owners and trustees are mailed what the audit has come to each day.',
  method: 'GET',
  path: '/charities/{charityId}/audit/mailing',
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: AuditMailing,
  refusals: {},
});

export const setAuditMailing = defineOperation({
  name: 'set-audit-mailing',
  owner: 'api-gateway',
  summary:
    'Has owners, trustees, both or nobody mailed what the audit has come to each day. A mail that is kept proves what no database can.',
  method: 'PUT',
  path: '/charities/{charityId}/audit/mailing',
  access: [staff('trustee')],
  input: z.object({ charityId: CharityId, ...AuditMailing.shape }),
  output: AuditMailing,
  refusals: {},
});

export const viewAuditDigests = defineOperation({
  name: 'view-audit-digests',
  owner: 'api-gateway',
  summary:
    'What was published of a charity’s audit each day, newest first: the number of its last line, and that line’s hash. Public, so that anybody can keep it.',
  method: 'GET',
  path: '/charities/{charityId}/audit/digests',
  access: [anyone],
  input: z.object({
    charityId: CharityId,
    /** Only days before this one. */
    before: CalendarDate.optional(),
    limit: z.coerce.number().int().min(1).max(400).default(100),
  }),
  output: z.object({ digests: z.array(AuditDigest) }),
  refusals: {},
});
