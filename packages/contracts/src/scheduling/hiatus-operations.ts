import { z } from 'zod';
import { curator, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, HiatusId } from '../define/ids.js';
import { CalendarDate, TypedText } from '../define/words.js';
import { askWhatOfBooked, BookedConcerned, nowhereToMove, WhatOfBooked } from './rota-rule.js';

const Hiatus = z.object({
  hiatusId: HiatusId,
  label: z.string(),
  from: CalendarDate,
  /** The last day of it. */
  until: CalendarDate,
  everyYear: z.boolean(),
});

const impossible = {
  impossibleHiatus: {
    status: 422,
    message: 'A hiatus ends on the day it begins or later, and lasts a year at most.',
  },
  hiatusOver: { status: 422, message: 'That time is over. Please choose days ahead.' },
  tooFarAway: { status: 422, message: 'A hiatus begins at most ten years from today.' },
} as const;

export const setHiatus = defineOperation({
  name: 'set-hiatus',
  owner: 'scheduling',
  summary:
    'A time without takeovers, whole days on the charity’s clock: no slot that touches it is free. It asks first what should happen to booked ones; what is open is left alone.',
  method: 'PUT',
  path: '/charities/{charityId}/hiatuses/{hiatusId}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    hiatusId: HiatusId,
    label: TypedText.pipe(z.string().trim().min(1).max(60)),
    from: CalendarDate,
    until: CalendarDate,
    everyYear: z.boolean().default(false),
    booked: WhatOfBooked.optional(),
  }),
  output: Hiatus.extend({ slotsGone: z.int() }),
  refusals: {
    ...impossible,
    tooMany: {
      status: 409,
      message: 'That is one hiatus too many. Please take back one that is not needed.',
    },
    askWhatOfBooked,
    nowhereToMove,
  },
});

export const previewHiatus = defineOperation({
  name: 'preview-hiatus',
  owner: 'scheduling',
  summary:
    'What a hiatus would take away, without changing anything: how many free slots, and which booked ones.',
  method: 'POST',
  path: '/charities/{charityId}/hiatuses/{hiatusId}/preview',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    hiatusId: HiatusId,
    from: CalendarDate,
    until: CalendarDate,
    everyYear: z.boolean().default(false),
  }),
  output: z.object({ slotsGone: z.int(), booked: z.array(BookedConcerned) }),
  refusals: impossible,
});

export const listHiatuses = defineOperation({
  name: 'list-hiatuses',
  owner: 'scheduling',
  summary: 'The times without takeovers, in the order they begin.',
  method: 'GET',
  path: '/charities/{charityId}/hiatuses',
  access: [curator, staff('manager', 'moderator', 'trustee'), key('rota:read')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    hiatuses: z.array(
      Hiatus.extend({
        /** Slots within it that somebody has, because they were kept. */
        booked: z.int().optional(),
      }),
    ),
  }),
  refusals: {},
});

export const removeHiatus = defineOperation({
  name: 'remove-hiatus',
  owner: 'scheduling',
  summary: 'Takes a hiatus back: the rotas have their slots again. Saying it again is harmless.',
  method: 'DELETE',
  path: '/charities/{charityId}/hiatuses/{hiatusId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, hiatusId: HiatusId }),
  output: z.object({ hiatusId: HiatusId, slotsBack: z.int() }),
  refusals: {},
});
