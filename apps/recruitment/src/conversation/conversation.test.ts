import { type ApplicationId, type MessageId, questionMailedAfterSeconds } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { OwnPageOnStage } from '../rehearsal/own-page-on-stage.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';
import { Conversation } from './conversation.js';

const minuteMs = 60_000;
const mailed = (questionMailedAfterSeconds + 5) * 1000;

describe('what the team and an applicant write to each other', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let own: OwnPageOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
    own = new OwnPageOnStage(stage, charity);
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  type Place = { readonly applicationId: ApplicationId };
  const anApplicant = async (as = {}) => {
    const form = charity.form(as);
    accepted(await charity.apply(form));
    return { ...form, email: form.person.email };
  };
  const which = ({ applicationId }: Place) => ({ charityId: charity.charityId, applicationId });
  const ask = (to: Place, text: string, messageId = newId<MessageId>()) =>
    stage.call('ask-applicant', { ...which(to), messageId, text }, charity.manager);
  const takeBack = (to: Place, messageId: MessageId) =>
    stage.call('take-back-question', { ...which(to), messageId }, charity.manager);
  const markRead = (to: Place, messageId: MessageId) =>
    stage.call('mark-read', { ...which(to), messageId }, charity.manager);
  const view = async (of: Place) =>
    accepted(await stage.call('view-application', which(of), charity.manager));

  it('begins the screening, is mailed a minute later with its words, and is answered on the own page', async () => {
    const robin = await anApplicant();
    accepted(await ask(robin, 'Which weekend suits you?\n你好'));
    expect(await view(robin)).toMatchObject({ state: 'screening', turn: 'person' });
    expect((await charity.mailsTo(robin.email)).some(({ subject }) => /^Re:/.test(subject))).toBe(false);
    await stage.database.shiftClock(mailed);
    const question = (await charity.mailsTo(robin.email)).find(({ subject }) => /^Re:/.test(subject));
    expect(question?.text).toContain('Which weekend suits you?\n你好');
    const token = await own.linkOf(robin.email);
    const { messageId } = accepted(await own.answer(token, 'The one in spring.'));
    const { messages, turn, unreadAnswers } = await view(robin);
    expect(messages.map(({ from, text }) => `${from}: ${text}`)).toEqual([
      'team: Which weekend suits you?\n你好',
      'person: The one in spring.',
    ]);
    expect({ turn, unreadAnswers }).toEqual({ turn: 'team', unreadAnswers: 1 });
    expect(accepted(await markRead(robin, messageId))).toEqual({ unreadAnswers: 0 });
    expect(await view(robin)).toMatchObject({ turn: 'team', unreadAnswers: 0 });
  });

  it('is one thread: every mail about an application follows its first', async () => {
    const robin = await anApplicant();
    await stage.sendMail();
    for (const text of ['First?', 'Second?']) {
      accepted(await ask(robin, text));
      await stage.database.shiftClock(mailed);
      await stage.sendMail();
      await stage.database.shiftClock(0);
    }
    const [first, second, third] = stage.mailbox.to(robin.email);
    expect(first?.follows).toEqual([]);
    expect(second?.follows).toEqual([first?.messageId]);
    expect(third?.follows).toEqual([first?.messageId, second?.messageId]);
    expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}@/);
  });

  it('can be taken back within the minute: nobody is mailed, and it is nowhere', async () => {
    const robin = await anApplicant();
    const { messageId } = accepted(await ask(robin, 'Too quick.'));
    for (let twice = 0; twice < 2; twice += 1) accepted(await takeBack(robin, messageId));
    await stage.database.shiftClock(60 * minuteMs);
    expect((await charity.mailsTo(robin.email)).map(({ text }) => text).join()).not.toContain('Too quick.');
    expect((await view(robin)).messages).toEqual([]);
    expect(await ask(robin, 'Too quick.', messageId)).toMatchObject({ refusal: { code: 'idReused' } });
  });

  it('is not mailed where the team said no meanwhile; what it writes after a no goes', async () => {
    for (const decide of ['decline', 'putOff'] as const) {
      const robin = await anApplicant();
      accepted(await ask(robin, 'Which weekend suits you?'));
      accepted(await charity[decide](robin.applicationId));
      await stage.database.shiftClock(mailed);
      const questions = async () =>
        (await charity.mailsTo(robin.email)).flatMap(({ subject, text }) =>
          /^Re:/.test(subject) ? [text] : [],
        );
      expect(await questions()).toEqual([]);
      accepted(await ask(robin, 'One more thing.'));
      await stage.database.shiftClock(2 * mailed);
      expect(await questions()).toEqual([expect.stringContaining('One more thing.')]);
      await stage.database.shiftClock(0);
    }
  });

  it('cannot be taken back once it is on its way, and is not on their page before', async () => {
    const robin = await anApplicant();
    const token = await own.linkOf(robin.email);
    const { messageId } = accepted(await ask(robin, 'On its way.'));
    expect(accepted(await own.view(token)).messages).toEqual([]);
    await stage.database.shiftClock(mailed);
    expect(await takeBack(robin, messageId)).toMatchObject({ refusal: { code: 'tooLate' } });
    expect(accepted(await own.view(token)).messages).toMatchObject([{ text: 'On its way.' }]);
  });

  it('asked or answered twice is once, and another message under its id is refused', async () => {
    const robin = await anApplicant();
    const token = await own.linkOf(robin.email);
    const [asked, answered] = [newId<MessageId>(), newId<MessageId>()];
    for (let twice = 0; twice < 2; twice += 1) {
      accepted(await ask(robin, 'Once?', asked));
      accepted(await own.answer(token, 'Once.', answered));
    }
    expect(await ask(robin, 'Other?', asked)).toMatchObject({ refusal: { code: 'idReused' } });
    expect(await own.answer(token, 'Other.', answered)).toMatchObject({ refusal: { code: 'idReused' } });
    expect((await view(robin)).messages).toHaveLength(2);
    const facts = (await charity.facts()).filter(({ subject }) => subject === robin.applicationId);
    expect(facts.map(({ revision }) => revision)).toEqual(facts.map((_, at) => at + 1));
    expect(facts.map(({ type }) => type).slice(1)).toEqual(
      expect.arrayContaining(['baton.applicant.asked.v1', 'baton.applicant.answered.v1']),
    );
  });

  it('is kept however it came: an answer by mail is an answer', async () => {
    const robin = await anApplicant();
    const answer = { messageId: newId<MessageId>(), text: 'From my phone.', by: 'mail' } as const;
    const keep = () =>
      stage.inCharity(charity.charityId, (tx) =>
        stage.part(Conversation).keepAnswer(tx, robin.applicationId, answer),
      );
    expect([await keep(), await keep()]).toEqual(['kept', 'again']);
    expect((await view(robin)).messages).toMatchObject([{ from: 'person', via: 'mail', by: null }]);
  });

  it('takes thirty answers in a day, and then says so; nothing is lost of what was taken', async () => {
    const robin = await anApplicant();
    const token = await own.linkOf(robin.email);
    for (let count = 0; count < 30; count += 1) accepted(await own.answer(token, `Answer ${count}`));
    expect(await own.answer(token, 'One more')).toMatchObject({ refusal: { code: 'tooOften' } });
    expect((await view(robin)).messages).toHaveLength(30);
  });

  it('takes the thirtieth again for what it is, when its sender did not hear that it came', async () => {
    const robin = await anApplicant();
    const token = await own.linkOf(robin.email);
    const last = newId<MessageId>();
    for (let count = 1; count < 30; count += 1) accepted(await own.answer(token, `Answer ${count}`));
    accepted(await own.answer(token, 'The thirtieth', last));
    expect(accepted(await own.answer(token, 'The thirtieth', last)).messageId).toBe(last);
    expect(await own.answer(token, 'Another', last)).toMatchObject({ refusal: { code: 'idReused' } });
  });

  it('is read page by page, however much was written: no answer grows beyond what the bus carries', async () => {
    const curator = await charity.aCurator();
    const { caller, applicationId } = curator;
    const asked = { charityId: charity.charityId };
    const texts = Array.from({ length: 29 }, (_, at) => `${at} `.padEnd(8000, '\u4f60'));
    for (const text of texts)
      accepted(await stage.call('write-to-team', { ...asked, messageId: newId<MessageId>(), text }, caller));
    const pages = {
      team: (before?: string) =>
        stage.call('view-application', { ...asked, applicationId, before }, charity.manager),
      own: (before?: string) => stage.call('list-conversation', { ...asked, before }, caller),
    };
    for (const page of Object.values(pages)) {
      let before: string | undefined;
      const read: string[] = [];
      do {
        const answer = accepted(await page(before));
        expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(256_000);
        read.unshift(...answer.messages.map(({ text }) => text.split(' ')[0] ?? ''));
        before = answer.earlier ?? undefined;
      } while (before);
      expect(read).toEqual(texts.map((_, at) => String(at)));
    }
    const first = accepted(await stage.call('download-my-data', asked, caller));
    expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(256_000);
    const before = first.earlier ?? undefined;
    const second = accepted(await stage.call('download-my-data', { ...asked, before }, caller));
    expect(second.conversation.at(-1)?.text).not.toBe(first.conversation.at(-1)?.text);
  });

  it('goes on when they are a curator, who signs in to it, downloads it, and takes it along when they leave', async () => {
    const curator = await charity.aCurator();
    const asked = { charityId: charity.charityId };
    accepted(await ask(curator, 'A zebra-striped question.'));
    await stage.database.shiftClock(mailed);
    const messageId = newId<MessageId>();
    const written = { ...asked, messageId, text: 'A zebra-striped answer.' };
    accepted(await stage.call('write-to-team', written, curator.caller));
    const { messages } = accepted(await stage.call('list-conversation', asked, curator.caller));
    expect(messages.map(({ from }) => from)).toEqual(['team', 'person']);
    const { conversation } = accepted(await stage.call('download-my-data', asked, curator.caller));
    expect(conversation.map(({ text }) => text)).toEqual(messages.map(({ text }) => text));
    accepted(await stage.call('leave', { ...asked, pastPosts: 'keep' }, curator.caller));
    expect((await searchEverywhere(stage, ['zebra-striped'])).foundIn).toEqual([]);
    expect(await ask(curator, 'Too late.')).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('is no other charity’s, and its words are in no fact, log or audit', async () => {
    const other = await stage.aCharity();
    const robin = await anApplicant();
    const input = { ...which(robin), charityId: other.charityId, messageId: newId<MessageId>() };
    const asked = { ...input, text: 'Peeking.' };
    expect(await stage.call('ask-applicant', asked, other.manager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
    expect(await stage.call('mark-read', input, other.manager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
    accepted(await ask(robin, 'Marmalade and thunder.'));
    accepted(await own.answer(await own.linkOf(robin.email), 'Thunder and marmalade.'));
    expect((await searchEverywhere(stage, ['armalade'])).foundIn).toEqual([]);
  });
});
