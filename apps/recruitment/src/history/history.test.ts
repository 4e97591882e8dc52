import type { ApplicationId, ApplicationNoteId, MessageId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { OwnPageOnStage } from '../rehearsal/own-page-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { handOf } from './hand-of.js';

describe('the history of an application', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const historyOf = (applicationId: ApplicationId, of = charity) =>
    stage.call('list-application-history', { charityId: of.charityId, applicationId }, of.manager);

  it('tells who did what, oldest first, by pseudonym and without a word that anybody wrote', async () => {
    const form = charity.form();
    const which = { charityId: charity.charityId, applicationId: form.applicationId };
    accepted(await charity.apply(form));
    const token = await new OwnPageOnStage(stage, charity).linkOf(form.person.email);
    const note = { ...which, noteId: newId<ApplicationNoteId>(), text: 'A secret thought.' };
    accepted(await stage.call('note-on-application', note, charity.manager));
    const question = { ...which, messageId: newId<MessageId>(), text: 'A secret question.' };
    accepted(await stage.call('ask-applicant', question, charity.manager));
    accepted(await new OwnPageOnStage(stage, charity).answer(token, 'A secret answer.'));
    const no = { ...which, reason: 'noPlaceLeft', words: 'A secret no.' } as const;
    accepted(await stage.call('decline-application', no, charity.manager));
    const { lines } = accepted(await historyOf(form.applicationId));
    const told = lines.map(({ by, line }) =>
      line.what === 'moved'
        ? `${by} ${line.from} → ${line.to} ${line.reason ?? ''}`.trim()
        : `${by} ${line.what}`,
    );
    expect(told.filter((line) => !/mailed|identityOpened/.test(line))).toEqual([
      'person applied',
      'team noted',
      'team applied → screening',
      'team asked',
      'person answered',
      'team screening → declined noPlaceLeft',
    ]);
    expect(told).toEqual(expect.arrayContaining(['baton mailed', 'baton identityOpened']));
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
    for (const secret of ['secret', form.person.email]) expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('names whose doing each move was: the team’s, the person’s, or Baton’s', async () => {
    const curator = await charity.aCurator();
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    accepted(await charity.agree(curator, await charity.agreement()));
    const { lines } = accepted(await historyOf(curator.applicationId));
    const moves = lines.flatMap(({ by, line }) => (line.what === 'moved' ? [`${by} → ${line.to}`] : []));
    expect(moves).toEqual(['team → accepted', 'person → preparing', 'baton → ready']);
  });

  it('is no other charity’s, and of nobody who is gone', async () => {
    const curator = await charity.aCurator();
    const other = await stage.aCharity();
    expect(await historyOf(curator.applicationId, other)).toMatchObject({ refusal: { code: 'notFound' } });
    const input = { charityId: charity.charityId, pastPosts: 'keep' } as const;
    accepted(await stage.call('leave', input, curator.caller));
    expect(await historyOf(curator.applicationId)).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it.each([
    ['manager 0192e7a0-0000-7000-8000-000000000001', 'team'],
    ['member 0192e7a0-0000-7000-8000-000000000001', 'team'],
    ['the operator', 'team'],
    ['applicant 0192e7a0-0000-7000-8000-000000000001', 'person'],
    ['curator 0192e7a0-0000-7000-8000-000000000001', 'person'],
    ['recruitment', 'baton'],
    ['scheduling', 'baton'],
  ])('knows %s for %s', (actor, hand) => {
    expect(handOf(actor)).toBe(hand);
  });
});
