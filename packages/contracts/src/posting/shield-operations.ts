import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import { TypedText } from '../define/words.js';

const mostWords = 100;

/** What somebody wants to be spared of what followers write. A curator's own holds in their takeovers, beside the charity's. */
export const ShieldWishes = z.object({
  /** Whole words or phrases, in any capitals: a message with one of them is set aside. */
  mutedWords: z
    .array(TypedText.trim().min(2, 'must have at least two letters').max(60, 'can be at most 60 characters'))
    .max(mostWords, `can be at most ${mostWords} words`)
    .default([]),
  /** Messages of accounts younger than so many days are set aside; 0: of none. Null: as the charity says. */
  newAccountDays: z.int().min(0).max(365).nullable().default(null),
  /** `never`: a curator who does not want to read messages is shown none, nor how many there are. The team still sees them. */
  messages: z.enum(['shown', 'never']).default('shown'),
});
export type ShieldWishes = z.infer<typeof ShieldWishes>;

/** Where neither a curator nor the charity says otherwise. */
export const usualNewAccountDays = 7;

const wishers = [curator, staff('manager', 'moderator')] as const;
const whose = 'a curator’s own, or for the team what holds for every curator';

export const viewShield = defineOperation({
  name: 'view-shield',
  owner: 'posting-gateway',
  summary: `What is set aside before a curator sees it, besides abuse: ${whose}.`,
  method: 'GET',
  path: '/charities/{charityId}/shield',
  access: wishers,
  input: z.object({ charityId: CharityId }),
  output: ShieldWishes,
  refusals: {},
});

export const setShield = defineOperation({
  name: 'set-shield',
  owner: 'posting-gateway',
  summary: `Sets what is set aside before a curator sees it, besides abuse: ${whose}. Words and accounts hold for messages from now on, whether messages are shown at all holds at once.`,
  method: 'PUT',
  path: '/charities/{charityId}/shield',
  access: wishers,
  input: z.object({ charityId: CharityId, ...ShieldWishes.shape }),
  output: ShieldWishes,
  refusals: {},
});
