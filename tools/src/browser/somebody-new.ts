import { type ApplicationId, acceptApplication, apply, viewCall } from '@baton/contracts';
import { Person } from '../story/people.js';
import type { StorySystem } from '../story/story-system.js';
import { fresh } from '../story/story-world.js';
import type { CharityWithCall } from './mid-weekend.js';

/** Somebody applies and is accepted, and has not signed in yet; tells their address. */
export async function acceptSomebodyNew(
  system: StorySystem,
  { charityId, callId, manager }: CharityWithCall,
): Promise<string> {
  const visitor = new Person(system.gatewayOrigin);
  const { consentHash } = await visitor.does(viewCall, { charityId, callId });
  const applicationId = fresh<ApplicationId>();
  const email = 'kim.somebody.new@example.org';
  const person = { name: 'Kim Somebody-New', email };
  const form = { charityId, callId, applicationId, consentHash, person };
  await visitor.does(apply, { ...form, penName: 'Kim', identityLevel: 'penName', ofAge: true });
  await manager.does(acceptApplication, { charityId, applicationId });
  return email;
}
