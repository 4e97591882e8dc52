import { z } from 'zod';
import { anyone, curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CalendarLinkId, CharityId, Instant } from '../define/ids.js';

/** Somebody has so many links to calendars at most: one for each device and family member is plenty. */
export const mostCalendarLinks = 5;

/** What a link carries: 32 bytes, base64url. Whoever has it sees the calendar, so it is nobody else's business. */
export const CalendarToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'is the end of a calendar link: please copy all of it');

/** A curator's holds their own weekends, and says nothing of the charity; the team's holds every weekend, by pen name. */
export const CalendarLink = z.object({
  linkId: CalendarLinkId,
  whose: z.enum(['mine', 'team']),
  token: CalendarToken,
  madeAt: Instant,
  /** When a calendar last fetched it. Null: never. */
  lastReadAt: Instant.nullable(),
});
export type CalendarLink = z.infer<typeof CalendarLink>;

const holders = [curator, staff('manager', 'moderator')] as const;

export const makeCalendarLink = defineOperation({
  name: 'make-calendar-link',
  owner: 'scheduling',
  summary:
    'Makes a secret link that calendars can subscribe to. Making the same one again gives the same one.',
  method: 'PUT',
  path: '/charities/{charityId}/calendar-links/{linkId}',
  access: [...holders],
  input: z.object({ charityId: CharityId, linkId: CalendarLinkId }),
  output: CalendarLink,
  refusals: {
    enoughLinks: {
      status: 409,
      message: `You have ${mostCalendarLinks} links already. Please end one that you do not use.`,
    },
  },
});

export const listCalendarLinks = defineOperation({
  name: 'list-calendar-links',
  owner: 'scheduling',
  summary: 'The links to calendars of whoever asks, newest first.',
  method: 'GET',
  path: '/charities/{charityId}/calendar-links',
  access: [...holders],
  input: z.object({ charityId: CharityId }),
  output: z.object({ links: z.array(CalendarLink) }),
  refusals: {},
});

export const endCalendarLink = defineOperation({
  name: 'end-calendar-link',
  owner: 'scheduling',
  summary:
    'Ends a link of one’s own at once: calendars that have it get nothing any more. Saying it again is harmless.',
  method: 'DELETE',
  path: '/charities/{charityId}/calendar-links/{linkId}',
  access: [...holders],
  input: z.object({ charityId: CharityId, linkId: CalendarLinkId }),
  output: z.object({ linkId: CalendarLinkId }),
  refusals: {},
});

/** iCalendar (RFC 5545): one object, with every time zone that is used in it. */
const ICalendar = z.object({ iCalendar: z.string() });

export const readCalendar = defineOperation({
  name: 'read-calendar',
  owner: 'scheduling',
  summary: 'The calendar behind a secret link, as iCalendar.',
  method: 'GET',
  path: '/charities/{charityId}/calendars/{token}',
  access: [anyone],
  input: z.object({ charityId: CharityId, token: CalendarToken }),
  output: ICalendar,
  refusals: {
    linkOver: {
      status: 410,
      message: 'This link has been ended, or never was. You can make a new one on your page.',
    },
  },
});

export const readPublicCalendar = defineOperation({
  name: 'read-public-calendar',
  owner: 'scheduling',
  summary: 'Who curates when, as far as they wish to be known, as iCalendar: from a year ago on.',
  method: 'GET',
  path: '/charities/{charityId}/calendar',
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: ICalendar,
  refusals: {},
});
