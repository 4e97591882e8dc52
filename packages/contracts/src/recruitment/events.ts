import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { ApplicationId, CallId, CuratorId } from '../define/ids.js';
import { IdentityLevel, PenName } from '../define/words.js';
import { ApplicationState } from './application-moves.js';

const applicationId = '0192e7a0-0000-7000-8000-000000000001';
const callId = '0192e7a0-0000-7000-8000-000000000002';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** Subject: the application's id. */
export const applicationSubmitted = defineEvent({
  type: 'application.submitted',
  version: 1,
  owner: 'recruitment',
  summary: 'A person applied to a call under a pen name.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId, callId: CallId, penName: PenName }),
  samples: [{ applicationId, callId, penName: 'Robin' }],
});

/** Subject: the application's id. */
export const applicationAccepted = defineEvent({
  type: 'application.accepted',
  version: 1,
  owner: 'recruitment',
  summary: 'An applicant became a curator and prepares.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId, curatorId: CuratorId, penName: PenName }),
  samples: [{ applicationId, curatorId, penName: 'Robin' }],
});

/** Subject: the application's id. */
export const applicationDeclined = defineEvent({
  type: 'application.declined',
  version: 1,
  owner: 'recruitment',
  summary: 'An applicant was told no, kindly.',
  audience: 'internal',
  consumers: [],
  data: z.object({ applicationId: ApplicationId }),
  samples: [{ applicationId }],
});

/** Subject: the application's id. */
export const applicationMoved = defineEvent({
  type: 'application.moved',
  version: 1,
  owner: 'recruitment',
  summary: 'An application went from one state to another, by a person’s doing or by itself.',
  audience: 'internal',
  consumers: [],
  data: z.object({
    applicationId: ApplicationId,
    /** Null as long as nobody has said yes. */
    curatorId: CuratorId.nullable(),
    from: ApplicationState,
    to: ApplicationState,
  }),
  samples: [{ applicationId, curatorId: null, from: 'applied', to: 'screening' }],
});

/** Subject: the curator's id. */
export const curatorReady = defineEvent({
  type: 'curator.ready',
  version: 1,
  owner: 'recruitment',
  summary: 'A curator has done what the charity asks for before a weekend, and may book a slot.',
  audience: 'internal',
  consumers: ['scheduling', 'posting-gateway', 'feedback'],
  data: z.object({
    curatorId: CuratorId,
    penName: PenName,
    identityLevel: IdentityLevel,
    agreementVersion: z.int().positive(),
  }),
  samples: [{ curatorId, penName: 'Robin', identityLevel: 'anonymous', agreementVersion: 1 }],
});

/** What a piece of somebody's identity tells of them. `handle`: what they are called elsewhere; `other`: what they asked to be warned about. */
export const OwnPieceKind = z.enum(['givenName', 'surname', 'name', 'email', 'phone', 'handle', 'other']);
export type OwnPieceKind = z.infer<typeof OwnPieceKind>;

/** Keyed fingerprints of what would tell who somebody is, by what it tells. ADR 17 says of what, and what they cannot hide. */
export const IdentityPrints = z.partialRecord(OwnPieceKind, z.array(z.string().regex(/^[0-9a-f]{6}$/)));
export type IdentityPrints = z.infer<typeof IdentityPrints>;

/** Subject: the curator's id. Revisions count how often their fingerprints were made anew. */
export const curatorFingerprinted = defineEvent({
  type: 'curator.fingerprinted',
  version: 1,
  owner: 'recruitment',
  summary: 'By what a post would out its curator, as keyed fingerprints that nobody can read.',
  audience: 'internal',
  consumers: ['posting-gateway'],
  data: z.object({
    curatorId: CuratorId,
    identityLevel: IdentityLevel,
    /** How they were made; a comparison made otherwise finds nothing. */
    recipe: z.int().positive(),
    salt: z.string().min(1),
    prints: IdentityPrints,
  }),
  samples: [
    {
      ...{ curatorId, identityLevel: 'anonymous', recipe: 1, salt: 'b0rgcl2SRzqqfV9GJ6D5Wg' },
      prints: { givenName: ['0f3a91', '77c20e'], surname: ['19d4b8'] },
    },
  ],
});

/** What becomes of posts that are out when somebody withdraws or leaves. Deleting can only ask X; what others copied stays. */
export const PastPosts = z.enum(['keep', 'delete']);
export type PastPosts = z.infer<typeof PastPosts>;

/**
 * What a curator consents to, each on its own. `posting`: that what they write goes out under the name they chose.
 * `archive`: that their weekend stays on the charity's public page. `quoting`: that the charity quotes them.
 * `contact`: mails beyond those their part needs.
 */
export const ConsentChannel = z.enum(['posting', 'archive', 'quoting', 'contact']);
export type ConsentChannel = z.infer<typeof ConsentChannel>;

/** Subject: the curator's id. Revisions count the withdrawals of that person. */
export const consentWithdrawn = defineEvent({
  type: 'consent.withdrawn',
  version: 1,
  owner: 'recruitment',
  summary: 'A curator withdrew a consent; it acts within a minute.',
  audience: 'internal',
  consumers: ['scheduling', 'posting-gateway'],
  data: z.object({ curatorId: CuratorId, channel: ConsentChannel, pastPosts: PastPosts }),
  samples: [{ curatorId, channel: 'posting', pastPosts: 'delete' }],
});

/** Subject: the curator's id. Revisions count how often they said so. That they are back is a `curator.ready` of its own. */
export const curatorPaused = defineEvent({
  type: 'curator.paused',
  version: 1,
  owner: 'recruitment',
  summary:
    'A curator said “not now”: what they had booked is free, and they may not book until they are ready again.',
  audience: 'internal',
  consumers: ['scheduling'],
  data: z.object({ curatorId: CuratorId }),
  samples: [{ curatorId }],
});

/** Subject: the curator's id. */
export const curatorLeft = defineEvent({
  type: 'curator.left',
  version: 1,
  owner: 'recruitment',
  summary:
    'A curator’s part in the charity has ended and their identity is erased: access, bookings and words go too.',
  audience: 'internal',
  consumers: ['scheduling', 'posting-gateway', 'feedback', 'api-gateway'],
  data: z.object({ curatorId: CuratorId, pastPosts: PastPosts }),
  samples: [{ curatorId, pastPosts: 'keep' }],
});
