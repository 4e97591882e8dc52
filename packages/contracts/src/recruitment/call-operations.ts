import { z } from 'zod';
import { anyone, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CallId, CharityId, Instant } from '../define/ids.js';
import { Language } from '../define/words.js';
import { CallContent, CallSettings, CallState, callFields, PublicCall } from './call.js';

const which = { charityId: CharityId, callId: CallId };

export const openCall = defineOperation({
  name: 'open-call',
  owner: 'recruitment',
  summary: 'Opens a call for curators, with questions of the charity’s own.',
  method: 'POST',
  path: '/charities/{charityId}/calls',
  access: [staff('manager')],
  input: z.object({ ...which, ...callFields }),
  output: PublicCall,
  refusals: {},
});

export const changeCall = defineOperation({
  name: 'change-call',
  owner: 'recruitment',
  summary:
    'Puts a call in other words, asks other questions, or opens it at another time. Other words or questions are a new version; applications keep the one they answered. A closed call is opened again by a later closing time, or none.',
  method: 'PUT',
  path: '/charities/{charityId}/calls/{callId}',
  access: [staff('manager')],
  input: z.object({ ...which, ...callFields }),
  output: PublicCall,
  refusals: {},
});

export const closeCall = defineOperation({
  name: 'close-call',
  owner: 'recruitment',
  summary: 'Closes a call now. What has been applied stays; a call that is closed already stays closed.',
  method: 'POST',
  path: '/charities/{charityId}/calls/{callId}/closing',
  access: [staff('manager')],
  input: z.object(which),
  output: z.object({ callId: CallId, state: CallState, closesAt: Instant.nullable() }),
  refusals: {},
});

export const listCalls = defineOperation({
  name: 'list-calls',
  owner: 'recruitment',
  summary: 'Every call in full, newest first, with how many have applied.',
  method: 'GET',
  path: '/charities/{charityId}/calls',
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    calls: z.array(
      CallContent.extend(CallSettings.shape).extend({
        callId: CallId,
        version: z.int().positive(),
        state: CallState,
        openedAt: Instant,
        /** Those who have applied and not withdrawn. */
        applications: z.int().nonnegative(),
        /** Those set aside as likely spam. */
        setAside: z.int().nonnegative(),
        /** HTML to copy into a page of one of the sites in `embedOn`. Null where there is none. */
        embedCode: z.string().nullable(),
      }),
    ),
  }),
  refusals: {},
});

export const listOpenCalls = defineOperation({
  name: 'list-open-calls',
  owner: 'recruitment',
  summary: 'The calls one can apply to, and those that open later, as the public sees them.',
  method: 'GET',
  path: '/charities/{charityId}/open-calls',
  access: [anyone],
  input: z.object({ charityId: CharityId, language: Language.optional() }),
  output: z.object({
    calls: z.array(
      PublicCall.pick({
        callId: true,
        title: true,
        state: true,
        opensAt: true,
        closesAt: true,
        languages: true,
      }),
    ),
  }),
  refusals: {},
});

export const viewCall = defineOperation({
  name: 'view-call',
  owner: 'recruitment',
  summary: 'A call as the public sees it, in its main language or another that it has.',
  method: 'GET',
  path: '/charities/{charityId}/calls/{callId}',
  access: [anyone],
  input: z.object({
    ...which,
    language: Language.optional(),
    /** An earlier version, for a form that was begun with it. */
    version: z.coerce.number().int().positive().optional(),
  }),
  output: PublicCall,
  refusals: {},
});
