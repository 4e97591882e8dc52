import { z } from 'zod';
import { anyone, curator, person } from '../define/access.js';
import { Caller, StaffRole } from '../define/caller.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, MemberId, SessionId } from '../define/ids.js';
import { CalendarDate, Slug } from '../define/words.js';

export const viewSession = defineOperation({
  name: 'view-session',
  owner: 'api-gateway',
  summary: 'Who is calling, as Baton sees it, and the charities they belong to.',
  method: 'GET',
  path: '/session',
  access: [anyone],
  input: z.object({}),
  output: z.object({
    caller: Caller,
    charities: z.array(
      z.object({ charityId: CharityId, name: z.string(), slug: Slug, memberId: MemberId, role: StaffRole }),
    ),
  }),
  refusals: {},
});

export const closeSession = defineOperation({
  name: 'close-session',
  owner: 'api-gateway',
  summary: 'Ends a session. Ending it twice is harmless.',
  method: 'POST',
  path: '/session/close',
  access: [anyone],
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.object({ closed: z.literal(true) }),
  refusals: {},
});

/** Enough to know a session again, and no more: no address of the network, no hour. */
const Sessions = z.object({
  sessions: z.array(
    z.object({
      sessionId: SessionId,
      device: z.string(),
      openedOn: CalendarDate,
      lastUsedOn: CalendarDate,
      isThisOne: z.boolean(),
    }),
  ),
});
const Ended = z.object({ ended: z.number().int() });
const inCharity = '/charities/{charityId}/curators/me/sessions';

export const listSessions = defineOperation({
  name: 'list-sessions',
  owner: 'api-gateway',
  summary: 'Where a person is signed in: the device in their own words and the days, nothing finer.',
  method: 'GET',
  path: '/sessions',
  access: [person],
  input: z.object({}),
  output: Sessions,
  refusals: {},
});

export const endSession = defineOperation({
  name: 'end-session',
  owner: 'api-gateway',
  summary:
    'Ends one of the person’s own sessions, at once. Ending it twice, or somebody else’s, changes nothing.',
  method: 'DELETE',
  path: '/sessions/{sessionId}',
  access: [person],
  input: z.object({ sessionId: SessionId }),
  output: Ended,
  refusals: {},
});

export const endOtherSessions = defineOperation({
  name: 'end-other-sessions',
  owner: 'api-gateway',
  summary: 'Ends every session of the person but the one that asks.',
  method: 'POST',
  path: '/sessions/end-others',
  access: [person],
  input: z.object({}),
  output: Ended,
  refusals: {},
});

export const listCuratorSessions = defineOperation({
  name: 'list-curator-sessions',
  owner: 'api-gateway',
  summary: 'Where a curator is signed in.',
  method: 'GET',
  path: inCharity,
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: Sessions,
  refusals: {},
});

export const endCuratorSession = defineOperation({
  name: 'end-curator-session',
  owner: 'api-gateway',
  summary: 'Ends one of the curator’s own sessions, at once. Ending it twice changes nothing.',
  method: 'DELETE',
  path: `${inCharity}/{sessionId}`,
  access: [curator],
  input: z.object({ charityId: CharityId, sessionId: SessionId }),
  output: Ended,
  refusals: {},
});

export const endOtherCuratorSessions = defineOperation({
  name: 'end-other-curator-sessions',
  owner: 'api-gateway',
  summary: 'Ends every session of the curator but the one that asks.',
  method: 'POST',
  path: `${inCharity}/end-others`,
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: Ended,
  refusals: {},
});
