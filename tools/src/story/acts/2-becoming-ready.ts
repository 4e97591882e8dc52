import {
  type ApplicationId,
  acceptAgreement,
  acceptApplication,
  answerNomination,
  apply,
  type CallId,
  type CuratorId,
  listRehearsal,
  markAdviceRead,
  type NominationId,
  nominate,
  type PostId,
  rehearsePosts,
  viewAdvice,
  viewAgreement,
  viewCall,
  viewMyPreparation,
} from '@baton/contracts';
import { Person, signInByMail, textsMailed } from '../people.js';
import { type CharityAboard, fresh, type Identity, type ReadyCurator, type Stage } from '../story-world.js';
import { waitFor } from '../wait-for.js';

export type Call = CharityAboard & { callId: CallId };

interface Newcomer {
  readonly penName: string;
  readonly identity: Identity;
  /** Where a suggestion led them here. */
  readonly nomination?: string;
}

/** From a form to a ready curator, with one decision of a person: everything else they do themselves, or it happens. */
export async function becomeReady(stage: Stage, charity: Call, newcomer: Newcomer): Promise<ReadyCurator> {
  const applicationId = await applyUnderPenName(stage, charity, newcomer);
  const { penName, identity } = newcomer;
  const { tell, system } = stage;
  const { charityId, manager } = charity;
  const curatorId = await tell.step(
    `The manager accepts ${penName}: the one decision of a person`,
    async () => {
      const { curatorId: id } = await manager.does(acceptApplication, { charityId, applicationId });
      return { value: id as CuratorId, by: 'recruitment', fact: 'application.accepted' };
    },
  );
  const person = await tell.step(
    `${penName} signs in by a code from the mail; no password exists`,
    async () => ({
      value: await signInByMail(system, charityId, 'curator', identity.email),
      by: 'api-gateway',
    }),
  );
  const curator = { penName, person, curatorId };
  await readAdvice(stage, charity, curator);
  await rehearse(stage, charity, curator);
  await agree(stage, charity, curator);
  return { ...curator, email: identity.email };
}

async function applyUnderPenName(
  { tell, system, facts }: Stage,
  { charityId, callId }: Call,
  newcomer: Newcomer,
) {
  const { penName, identity: person, nomination } = newcomer;
  const visitor = new Person(system.gatewayOrigin);
  const applicationId = fresh<ApplicationId>();
  await tell.step(`${penName} applies under this pen name, wishing to be anonymous`, async () => {
    const { consentHash } = await visitor.does(viewCall, { charityId, callId });
    const form = { charityId, callId, applicationId, penName, person, consentHash, ofAge: true } as const;
    await visitor.does(apply, { ...form, identityLevel: 'anonymous', ...(nomination ? { nomination } : {}) });
    await facts.hear('application.submitted', { applicationId }, 20_000);
    return { value: undefined, by: 'recruitment', fact: 'application.submitted' };
  });
  return applicationId;
}

interface Preparing {
  readonly penName: string;
  readonly person: Person;
  readonly curatorId: CuratorId;
}

const readAdvice = ({ tell }: Stage, { charityId }: Call, { penName, person }: Preparing) =>
  tell.step(`${penName} reads the advice pack, a page at a time`, async () => {
    const { pages } = await person.does(viewAdvice, { charityId });
    for (const { pageId } of pages) await person.does(markAdviceRead, { charityId, pageId });
    const { next } = await person.does(viewMyPreparation, { charityId });
    return { value: undefined, by: 'recruitment', detail: `${pages.length} pages; then: “${next}”` };
  });

const rehearse = ({ tell, facts, x }: Stage, charity: Call, { penName, person, curatorId }: Preparing) =>
  tell.step(`${penName} rehearses: a real composer, a private timeline, and nothing at X`, async () => {
    const { charityId, handle } = charity;
    const before = (await x.postsOf(handle)).length;
    const text = 'Is this thing on? Tea in hand, blanket on knees.';
    await person.does(rehearsePosts, { charityId, posts: [{ postId: fresh<PostId>(), text }] });
    await facts.hear('rehearsal.done', { curatorId }, 20_000);
    const { posts } = await person.does(listRehearsal, { charityId });
    if ((await x.postsOf(handle)).length !== before) throw new Error('a rehearsal reached X');
    const words = posts[0]?.words ?? '';
    return { value: undefined, by: 'posting-gateway', fact: 'rehearsal.done', detail: `“${words}”` };
  });

const agree = ({ tell, facts }: Stage, { charityId }: Call, { penName, person, curatorId }: Preparing) =>
  tell.step(`${penName} accepts the curating agreement, and is ready by that alone`, async () => {
    const { version, hash } = await person.does(viewAgreement, { charityId });
    await person.does(acceptAgreement, { charityId, version, hash });
    await facts.hear('curator.ready', { curatorId }, 20_000);
    const detail = `agreement version ${version}, sha-256 ${hash.slice(0, 12)}…`;
    return { value: undefined, by: 'recruitment', fact: 'curator.ready', detail };
  });

/** A follower thinks of somebody. They are asked first, by a mail that says nothing of the follower’s. */
export async function beSuggested({ tell, system, facts }: Stage, { charityId }: Call, email: string) {
  const follower = new Person(system.gatewayOrigin);
  const nominationId = fresh<NominationId>();
  const token = await tell.step(
    'A follower suggests Sam, who is asked first and knows nothing yet',
    async () => {
      await follower.does(nominate, { charityId, nominationId, email, greeting: 'Sam' });
      const link = await waitFor('the mail to Sam', 20_000, async () => {
        const texts = await textsMailed(system, email);
        return texts.flatMap((text) => /\/nomination\?token=(\S+)/.exec(text)?.slice(1, 2) ?? [])[0];
      });
      return { value: link, by: 'recruitment', fact: 'nomination.asked' };
    },
  );
  await tell.step('Sam wants to know more: only now may anything about Sam be kept', async () => {
    await follower.does(answerNomination, { charityId, token, answer: 'showMe' });
    await facts.hear('nomination.answered', { nominationId }, 20_000);
    return { value: undefined, by: 'recruitment', fact: 'nomination.answered' };
  });
  return token;
}
