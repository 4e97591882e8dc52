import { z } from 'zod';
import { key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, RotaId } from '../define/ids.js';
import {
  askWhatOfBooked,
  BookedConcerned,
  LeftOut,
  nowhereToMove,
  RotaRuleInput,
  RotaRuleKept,
  WhatOfBooked,
  WindowOnTheClock,
} from './rota-rule.js';

/** Refusals of a rule that cannot be one. Each says in its details what would work. */
const impossibleRules = {
  impossibleWindow: { status: 422, message: 'The window must last between one minute and fourteen days.' },
  windowsOverlap: {
    status: 422,
    message:
      'One window would still be open when the next one opens. The details show which two, and the longest window that fits.',
  },
  startsTooFarAway: {
    status: 422,
    message: 'A rota starts at most ten years from today. The details show between which days.',
  },
  neverOpens: {
    status: 422,
    message:
      'By this rule no window opens in the next 78 weeks. Please look at the days it names and at its end.',
  },
  badRecurrence: {
    status: 422,
    message: 'That is no rule of days that works here. The details show what is wrong and what would work.',
  },
  rotaEnded: { status: 409, message: 'This rota has ended. Please make a new one.' },
} as const;

export const defineRota = defineOperation({
  name: 'define-rota',
  owner: 'scheduling',
  summary:
    'Sets the rule of a rota and fills it with slots for 78 weeks. Where booked slots do not fit any more it asks first what should happen to them; what is open is left alone.',
  method: 'PUT',
  path: '/charities/{charityId}/rotas/{rotaId}',
  access: [staff('manager')],
  input: RotaRuleInput.extend({ booked: WhatOfBooked.optional() }),
  output: z.object({
    rotaId: RotaId,
    slots: z.int(),
    /** How many that were there are not any more; one that came anew at the same wall times has not gone. */
    slotsGone: z.int().optional(),
    firstOpensAt: Instant.nullable(),
    lastClosesAt: Instant.nullable(),
    leftOut: z.array(LeftOut),
  }),
  refusals: { ...impossibleRules, askWhatOfBooked, nowhereToMove },
});

export const previewRota = defineOperation({
  name: 'preview-rota',
  owner: 'scheduling',
  summary: 'What a rule would change, without changing anything.',
  method: 'POST',
  path: '/charities/{charityId}/rotas/{rotaId}/preview',
  access: [staff('manager')],
  input: RotaRuleInput,
  output: z.object({
    rotaId: RotaId,
    /** The rule as it would be kept. */
    rule: RotaRuleKept,
    added: z.array(WindowOnTheClock),
    removed: z.array(WindowOnTheClock),
    /** Slots that stay as they are, booked ones that fit included. */
    kept: z.int(),
    booked: z.array(BookedConcerned),
    leftOut: z.array(LeftOut),
  }),
  refusals: impossibleRules,
});

const Rota = z.object({
  rotaId: RotaId,
  rule: RotaRuleKept,
  endedAt: Instant.nullable(),
  free: z.int(),
  booked: z.int(),
  firstOpensAt: Instant.nullable(),
  lastClosesAt: Instant.nullable(),
});

export const listRotas = defineOperation({
  name: 'list-rotas',
  owner: 'scheduling',
  summary:
    'The rotas of a charity with how many slots ahead are free and booked; those that ended come last.',
  method: 'GET',
  path: '/charities/{charityId}/rotas',
  access: [staff('manager', 'moderator', 'trustee'), key('rota:read')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ rotas: z.array(Rota) }),
  refusals: {},
});

export const viewRota = defineOperation({
  name: 'view-rota',
  owner: 'scheduling',
  summary:
    'A rota, the windows of its rule that are no slots and why, and booked slots that its rule does not name.',
  method: 'GET',
  path: '/charities/{charityId}/rotas/{rotaId}',
  access: [staff('manager', 'moderator', 'trustee'), key('rota:read')],
  input: z.object({ charityId: CharityId, rotaId: RotaId }),
  output: Rota.extend({ leftOut: z.array(LeftOut), keptBeside: z.array(BookedConcerned) }),
  refusals: {},
});

export const endRota = defineOperation({
  name: 'end-rota',
  owner: 'scheduling',
  summary:
    'Stops a rota: its free slots ahead go and none are added. It asks first what should happen to booked ones. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/rotas/{rotaId}/ending',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, rotaId: RotaId, booked: z.enum(['keep', 'cancel']).optional() }),
  output: Rota.extend({ slotsGone: z.int().optional() }),
  refusals: {
    askWhatOfBooked: {
      status: 409,
      message:
        'Some slots of this rota are booked. They are in the details. Please say what should happen to them: keep or cancel. Nothing has changed yet.',
    },
  },
});
