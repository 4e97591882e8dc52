import { z } from 'zod';
import { anyone } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CallId, CharityId, Instant, SavedFormId } from '../define/ids.js';
import { EmailAddress, Language, TypedText } from '../define/words.js';
import { SavedFormToken } from './apply-operation.js';

/** A form that nobody comes back to is forgotten after so many days. */
export const savedFormDays = 30;
const mostCharacters = 120_000;

/** Whatever somebody has typed so far, field by field, right or wrong. */
export const SavedFields = z
  .record(z.string().max(100), z.union([TypedText, z.array(TypedText).max(60)]))
  .refine((fields) => JSON.stringify(fields).length <= mostCharacters, {
    error: `holds more than ${mostCharacters} characters: please shorten the longest answer, and save again`,
  });

export type SavedFields = z.infer<typeof SavedFields>;

const linkGone = {
  status: 410,
  message:
    'This link does not lead to a form any more: it was sent, thrown away, or lay here for 30 days. Please begin a new one from the charity’s page.',
} as const;

export const saveForm = defineOperation({
  name: 'save-form',
  owner: 'recruitment',
  summary:
    'Keeps a form that is not finished, and answers with the token of a link to come back by. Where an address is given, the link is mailed there too; the answer never tells whether it was.',
  method: 'PUT',
  path: '/charities/{charityId}/calls/{callId}/saved-forms/{savedFormId}',
  access: [anyone],
  input: z.object({
    charityId: CharityId,
    callId: CallId,
    savedFormId: SavedFormId,
    content: SavedFields,
    language: Language.optional(),
    email: EmailAddress.optional(),
    /** For saving over what was saved before. */
    token: SavedFormToken.optional(),
  }),
  output: z.object({ savedFormId: SavedFormId, token: SavedFormToken, keptUntil: Instant }),
  refusals: {
    idReused: {
      status: 409,
      message:
        'Another form was saved under this id. Please save it under a new one, or send its token along.',
    },
  },
});

export const openSavedForm = defineOperation({
  name: 'open-saved-form',
  owner: 'recruitment',
  summary: 'What was typed into a saved form, for whoever has its link.',
  method: 'POST',
  path: '/charities/{charityId}/saved-forms/opening',
  access: [anyone],
  input: z.object({ charityId: CharityId, token: SavedFormToken }),
  output: z.object({
    savedFormId: SavedFormId,
    callId: CallId,
    content: SavedFields,
    language: Language.nullable(),
    keptUntil: Instant,
  }),
  refusals: { linkGone },
});

export const discardSavedForm = defineOperation({
  name: 'discard-saved-form',
  owner: 'recruitment',
  summary: 'Throws a saved form away. One that is gone already stays gone.',
  method: 'POST',
  path: '/charities/{charityId}/saved-forms/discarding',
  access: [anyone],
  input: z.object({
    charityId: CharityId,
    token: SavedFormToken.optional(),
    /** Known to whoever saved it, as its token is to whoever has its link. */
    savedFormId: SavedFormId.optional(),
  }),
  output: z.object({ discarded: z.literal(true) }),
  refusals: {},
});
