import {
  type CalendarLinkId,
  listAlerts,
  listMembers,
  makeCalendarLink,
  offerShift,
  planShift,
  type ShiftId,
} from '@baton/contracts';
import type { Person } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import type { Place } from './charity-with-everything.js';
import { untilDone } from './until-done.js';

const dayMs = 86_400_000;

/** A shift a month ahead that is offered to somebody, what the team was called for when somebody despaired, a link for a calendar. */
export async function dutyAndCalendar({ charityId, word }: Place, owner: Person, curator: Person) {
  const { members } = await owner.does(listMembers, { charityId });
  const [memberId, to] = members
    .filter(({ role }) => role === 'moderator' || role === 'manager')
    .map((member) => member.memberId);
  if (!memberId || !to) throw new Error('nobody of the team can be on call');
  const shiftId = fresh<ShiftId>();
  const [beginsAt, endsAt] = [30, 33].map((days) => new Date(Date.now() + days * dayMs).toISOString());
  await owner.does(planShift, {
    charityId,
    shiftId,
    memberId,
    beginsAt: beginsAt ?? '',
    endsAt: endsAt ?? '',
  });
  await owner.does(offerShift, { charityId, shiftId, to, note: `${word} was low` });
  const linkId = fresh<CalendarLinkId>();
  await curator.does(makeCalendarLink, { charityId, linkId });
  const alertId = await untilDone('the team is called', async () => {
    const { alerts } = await owner.does(listAlerts, { charityId });
    if (!alerts[0]) throw new Error('nobody was called yet');
    return alerts[0].alertId;
  });
  return { shiftId, to, linkId, alertId };
}
