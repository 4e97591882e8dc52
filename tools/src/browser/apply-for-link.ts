import { type ApplicationId, apply, type CallId, openCall } from '@baton/contracts';
import { Person, textsMailed } from '../story/people.js';
import type { StorySystem } from '../story/story-system.js';
import { type CharityAboard, fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';

/** Somebody applies; resolves with the address of their own page, from the mail that tells them it has come. */
export async function applyForLink(
  system: StorySystem,
  { charityId, manager }: CharityAboard,
): Promise<string> {
  const callId = fresh<CallId>();
  const words = {
    title: 'For the summer',
    invitation: 'Come and join us.',
    consentText: 'We keep you safe.',
  };
  const { consentHash } = await manager.does(openCall, { charityId, callId, ...words });
  const email = 'kim.the.applicant@example.org';
  const form = {
    charityId,
    callId,
    consentHash,
    applicationId: fresh<ApplicationId>(),
    penName: 'Kim',
    ofAge: true,
  };
  const person = { name: 'Kim Appleby', email };
  await new Person(system.gatewayOrigin).does(apply, { ...form, identityLevel: 'anonymous', person });
  return waitFor('the mail with the link', 20_000, async () => {
    const texts = await textsMailed(system, email);
    return texts.flatMap((text) => /https?:\S+\/application\?token=\S+/.exec(text)?.[0] ?? [])[0];
  });
}
