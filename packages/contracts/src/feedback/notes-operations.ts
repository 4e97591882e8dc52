import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, TakeoverId } from '../define/ids.js';
import { TypedText } from '../define/words.js';

const Notes = z.object({
  text: z.string(),
  /** Shown in the weekend’s report, to trustees too. */
  forReport: z.boolean(),
  /** Grows with every change; 0: nobody has written any. */
  version: z.int().min(0),
  changedAt: Instant.nullable(),
});

export const viewWeekendNotes = defineOperation({
  name: 'view-weekend-notes',
  owner: 'feedback',
  summary: 'What the managers have noted about a weekend.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/notes',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: Notes,
  refusals: {},
});

export const setWeekendNotes = defineOperation({
  name: 'set-weekend-notes',
  owner: 'feedback',
  summary:
    'Notes something about a weekend in place of what was noted before. Refused where somebody else has changed it since `version`; the same notes again are the same.',
  method: 'PUT',
  path: '/charities/{charityId}/takeovers/{takeoverId}/notes',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    takeoverId: TakeoverId,
    /** The version that was looked at; 0 where there was none. */
    version: z.int().min(0),
    text: TypedText.trim().max(5000, 'can be at most 5,000 characters: please shorten it'),
    forReport: z.boolean().default(false),
  }),
  output: Notes,
  refusals: {
    curatorLeft: {
      status: 409,
      message:
        'Whoever had the account on this weekend has left since, and no notes about them are kept. Nothing was saved: there is nothing more to do.',
    },
    changedElsewhere: {
      status: 409,
      message:
        'Somebody else has changed these notes since you opened them. Yours are still in the form: please look at theirs, and save again.',
    },
  },
});
