import { z } from 'zod';
import { staff } from '../define/access.js';
import { StaffRole } from '../define/caller.js';
import { defineEvent } from '../define/define-event.js';
import { defineOperation } from '../define/define-operation.js';
import { AlertId, CharityId, Instant, MemberId, ShiftId } from '../define/ids.js';
import { TypedText } from '../define/words.js';

const team = staff('moderator', 'manager');

/** What somebody of the team is called for. */
export const AlertReason = z.enum([
  'crisis',
  'reported',
  'storm',
  'handedUp',
  'late',
  'preFlight',
  'uncovered',
]);
export type AlertReason = z.infer<typeof AlertReason>;

export const OnCallShift = z.object({
  shiftId: ShiftId,
  memberId: MemberId,
  role: StaffRole,
  beginsAt: Instant,
  endsAt: Instant,
  isYou: z.boolean(),
  /** Somebody else may take it, or what is left of it: this one of the team, or anybody. */
  offeredTo: z.union([MemberId, z.literal('anybody')]).nullable(),
  /** What whoever handed it over wrote. There for whoever took it over, and for nobody else. */
  note: z.string().optional(),
});
export type OnCallShift = z.infer<typeof OnCallShift>;

/** A note to whoever takes over has so many characters at most. */
export const mostNoteCharacters = 500;

const notTheirs = {
  status: 403,
  message: 'This shift belongs to somebody else of the team. A manager can change it.',
} as const;
const shiftOver = { status: 410, message: 'This shift is over. Please look at the ones ahead.' } as const;

export const planShift = defineOperation({
  name: 'plan-shift',
  owner: 'api-gateway',
  summary:
    'Puts somebody of the team on call from one moment to another: a moderator themself, a manager anybody.',
  method: 'PUT',
  path: '/charities/{charityId}/on-call/{shiftId}',
  access: [team],
  input: z.object({
    charityId: CharityId,
    shiftId: ShiftId,
    /** Left out: whoever asks. */
    memberId: MemberId.optional(),
    beginsAt: Instant,
    endsAt: Instant,
  }),
  output: OnCallShift,
  refusals: {
    onlyThemself: {
      status: 403,
      message: 'You can put yourself on call. For somebody else, please ask a manager.',
    },
    notInTeam: {
      status: 404,
      message: 'Nobody of the team who can be on call has this id. Moderators, managers and owners can.',
    },
    impossibleShift: {
      status: 422,
      message: 'A shift must end after it begins, last at most fourteen days, and end in the future.',
    },
    onCallAlready: { status: 409, message: 'They are on call at that time already. This is the shift.' },
  },
});

export const listOnCall = defineOperation({
  name: 'list-on-call',
  owner: 'api-gateway',
  summary: 'Who of the team is on call now and from now on, soonest first.',
  method: 'GET',
  path: '/charities/{charityId}/on-call',
  access: [staff('moderator', 'manager', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ shifts: z.array(OnCallShift) }),
  refusals: {},
});

export const offerShift = defineOperation({
  name: 'offer-shift',
  owner: 'api-gateway',
  summary:
    'Asks somebody of the team, or anybody, to take one’s shift, or what is left of it. One is on call until somebody has accepted.',
  method: 'POST',
  path: '/charities/{charityId}/on-call/{shiftId}/offer',
  access: [team],
  input: z.object({
    charityId: CharityId,
    shiftId: ShiftId,
    to: MemberId.optional(),
    /** For whoever takes it, once they have; sealed, and erased when the shift is over. */
    note: TypedText.pipe(z.string().trim().min(1).max(mostNoteCharacters)).optional(),
  }),
  output: OnCallShift,
  refusals: { notTheirs, shiftOver, notInTeam: planShift.refusals.notInTeam },
});

export const acceptShift = defineOperation({
  name: 'accept-shift',
  owner: 'api-gateway',
  summary:
    'Takes a shift that is offered; of one that has begun, the rest, from now on. Of two at once, one gets it.',
  method: 'POST',
  path: '/charities/{charityId}/on-call/{shiftId}/acceptance',
  access: [team],
  input: z.object({ charityId: CharityId, shiftId: ShiftId }),
  output: OnCallShift,
  refusals: {
    shiftOver,
    notOffered: {
      status: 409,
      message: 'This shift is not offered to you any more. Thank you for wanting to help.',
    },
    onCallAlready: planShift.refusals.onCallAlready,
  },
});

export const giveUpShift = defineOperation({
  name: 'give-up-shift',
  owner: 'api-gateway',
  summary:
    'Takes a shift out of the rota, or ends it now: one’s own, or any as a manager. Saying it again is harmless.',
  method: 'DELETE',
  path: '/charities/{charityId}/on-call/{shiftId}',
  access: [team],
  input: z.object({ charityId: CharityId, shiftId: ShiftId }),
  output: z.object({ shiftId: ShiftId }),
  refusals: { notTheirs },
});

export const listAlerts = defineOperation({
  name: 'list-alerts',
  owner: 'api-gateway',
  summary:
    'For what the team was called in the last two weeks, who sees to it, whether everybody had to be called, and what has settled itself.',
  method: 'GET',
  path: '/charities/{charityId}/alerts',
  access: [staff('moderator', 'manager', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    alerts: z.array(
      z.object({
        alertId: AlertId,
        reason: AlertReason,
        raisedAt: Instant,
        /** How many were called at first: nobody on call means everybody. */
        calledAtFirst: z.int().nonnegative(),
        escalatedAt: Instant.nullable(),
        takenBy: MemberId.nullable(),
        takenAt: Instant.nullable(),
        /** Nobody had taken it, and the reason for it was gone. Never of a crisis. */
        settledAt: Instant.nullable(),
      }),
    ),
  }),
  refusals: {},
});

export const takeAlert = defineOperation({
  name: 'take-alert',
  owner: 'api-gateway',
  summary: 'Says “I see to it”: nobody else is called for this any more. Whoever says so first has it.',
  method: 'POST',
  path: '/charities/{charityId}/alerts/{alertId}/taking',
  access: [team],
  input: z.object({ charityId: CharityId, alertId: AlertId }),
  output: z.object({ alertId: AlertId, takenBy: MemberId, takenAt: Instant }),
  refusals: {
    takenAlready: {
      status: 409,
      message: 'Somebody else of the team sees to it already. You need not do anything.',
    },
  },
});

/** Subject: the shift's id. Who it is, is nobody's business outside the team. */
export const onCallChanged = defineEvent({
  type: 'on-call.changed',
  version: 1,
  owner: 'api-gateway',
  summary: 'Somebody of the team is on call at a time, or is not any more.',
  audience: 'internal',
  consumers: ['scheduling'],
  data: z.object({
    shiftId: ShiftId,
    beginsAt: Instant,
    endsAt: Instant,
    /** False: it does not hold any more. */
    stands: z.boolean(),
  }),
  samples: [
    {
      shiftId: '0192e7a0-0000-7000-8000-000000000061',
      beginsAt: '2026-11-27T17:30:00.000Z',
      endsAt: '2026-11-30T09:00:00.000Z',
      stands: true,
    },
  ],
});
