import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, ApplicationNoteId, CharityId, CuratorId, Instant, MemberId } from '../define/ids.js';
import { IdentityLevel, PenName, TypedText } from '../define/words.js';
import { ApplicationState } from './application-moves.js';
import { NominatedBy } from './nomination-operations.js';

/** A no or a “not now” is mailed so long after it was said; until shortly before, it can be taken back. Seconds. */
export const decisionMailedAfterSeconds = 600;

const Listed = z.object({
  applicationId: ApplicationId,
  curatorId: CuratorId.nullable(),
  penName: PenName,
  identityLevel: IdentityLevel,
  state: ApplicationState,
  /** Since when it is in that state. */
  since: Instant,
  about: z.string(),
  appliedAt: Instant,
  /** What people of the team have decided about it so far. */
  decisions: z.int().nonnegative(),
  /** Whose idea it was, where it was not their own. */
  nominatedBy: NominatedBy.nullable(),
});

export const listApplications = defineOperation({
  name: 'list-applications',
  owner: 'recruitment',
  summary:
    'Applications by pen name and state, newest first: all, those in one state, or those whose pen name has some letters in it.',
  method: 'GET',
  path: '/charities/{charityId}/applications',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    state: ApplicationState.optional(),
    /** Part of a pen name; capitals and accents do not matter. */
    search: z.string().trim().min(1).max(60).optional(),
  }),
  output: z.object({
    applications: z.array(Listed),
    /** How many there are in each state, whatever is searched for. States with nobody are left out. */
    counts: z.partialRecord(ApplicationState, z.int().positive()),
  }),
  refusals: {},
});

/** That a letter was to go to somebody, and what became of it; never what it said. */
export const MailRecord = z.object({
  letter: z.string(),
  /**
   * `dropped`: its reason was gone before it went. `refused`: nobody is at the address. `givenUp`: our mail server would not
   * take it for two days.
   */
  outcome: z.enum(['queued', 'sent', 'dropped', 'refused', 'givenUp']),
  queuedAt: Instant,
  settledAt: Instant.nullable(),
});

export const viewApplication = defineOperation({
  name: 'view-application',
  owner: 'recruitment',
  summary:
    'One application with the team’s notes, what was mailed because of it, and what became of each mail.',
  method: 'GET',
  path: '/charities/{charityId}/applications/{applicationId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: Listed.extend({
    /** What the team noted, oldest first. */
    notes: z.array(z.object({ noteId: ApplicationNoteId, by: MemberId, at: Instant, text: z.string() })),
    mails: z.array(MailRecord),
  }),
  refusals: {},
});

const alreadyDecided = {
  status: 409,
  message: 'This application has been decided the other way already.',
} as const;

export const acceptApplication = defineOperation({
  name: 'accept-application',
  owner: 'recruitment',
  summary: 'Accepts an applicant, who becomes a curator and is mailed how to prepare.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/acceptance',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: z.object({ applicationId: ApplicationId, curatorId: CuratorId, state: ApplicationState }),
  refusals: { alreadyDecided },
});

/** A manager’s own words, added to the mail. */
const words = z.string().trim().max(2000).default('');

export const declineApplication = defineOperation({
  name: 'decline-application',
  owner: 'recruitment',
  summary: 'Declines an applicant. A kind mail goes ten minutes later; until then the no can be taken back.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/decline',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, words }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: { alreadyDecided },
});

export const putOffApplication = defineOperation({
  name: 'put-off-application',
  owner: 'recruitment',
  summary:
    'Says “not now” to an applicant, who stays on the list. A kind mail goes ten minutes later; until then it can be taken back.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/putting-off',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, words }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: { alreadyDecided },
});

export const takeBackDecision = defineOperation({
  name: 'take-back-decision',
  owner: 'recruitment',
  summary: 'Takes a no or a “not now” back before it is mailed. The application is being screened again.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/decision/taking-back',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: {
    tooLate: {
      status: 409,
      message:
        'The mail about this decision is on its way, or they have applied again. Please write to them, or decide about the new application.',
    },
    nothingDecided: { status: 409, message: 'Nobody has said no or “not now” to this application.' },
  },
});

export const noteOnApplication = defineOperation({
  name: 'note-on-application',
  owner: 'recruitment',
  summary:
    'Notes something about an application, for the team. Its person can read it with the rest of their data. Screening has begun.',
  method: 'PUT',
  path: '/charities/{charityId}/applications/{applicationId}/notes/{noteId}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    applicationId: ApplicationId,
    noteId: ApplicationNoteId,
    text: TypedText.pipe(z.string().trim().min(1).max(4000)),
  }),
  output: z.object({ noteId: ApplicationNoteId }),
  refusals: {
    idReused: { status: 409, message: 'Another note has this id already. Please send it with a new one.' },
  },
});

export const removeApplicationNote = defineOperation({
  name: 'remove-application-note',
  owner: 'recruitment',
  summary: 'Takes away a note one has written oneself. A note that is gone already stays gone.',
  method: 'DELETE',
  path: '/charities/{charityId}/applications/{applicationId}/notes/{noteId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, noteId: ApplicationNoteId }),
  output: z.object({ noteId: ApplicationNoteId }),
  refusals: {
    notYours: { status: 403, message: 'Somebody else wrote this note. Please ask them to take it away.' },
  },
});
