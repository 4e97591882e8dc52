import { type CharityId, type InvitationId, inviteMember, planShift, type ShiftId } from '@baton/contracts';
import { joinByMail, type Person } from '../people.js';
import { type CharityAboard, fresh, type Stage } from '../story-world.js';

const dayMs = 86_400_000;

/** A moderator who is told when somebody of the team is needed, so that the others need not be. */
export async function somebodyOnCall(
  { tell, system, facts }: Stage,
  { charityId, slug }: { readonly charityId: CharityId; readonly slug: string },
  owner: Person,
): Promise<Pick<CharityAboard, 'moderator' | 'moderatorEmail'>> {
  const moderatorEmail = `mo@${slug}.example`;
  const moderator = await tell.step('A moderator joins the team, and goes on call', async () => {
    const invitation = { charityId, invitationId: fresh<InvitationId>(), email: moderatorEmail };
    await owner.does(inviteMember, { ...invitation, role: 'moderator' });
    const person = await joinByMail(system, moderatorEmail);
    const shiftId = fresh<ShiftId>();
    const beginsAt = new Date();
    const endsAt = new Date(beginsAt.getTime() + dayMs).toISOString();
    await person.does(planShift, { charityId, shiftId, beginsAt: beginsAt.toISOString(), endsAt });
    await facts.hear('on-call.changed', { shiftId }, 20_000);
    const detail = `${moderatorEmail}, until ${endsAt.slice(0, 16)}`;
    return { value: person, by: 'api-gateway', fact: 'on-call.changed', detail };
  });
  return { moderator, moderatorEmail };
}
