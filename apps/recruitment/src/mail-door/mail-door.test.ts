import type { ApplicationId, SavedFormId } from '@baton/contracts';
import { answerOf, complaintAbout, deliveryReport, handIn } from '@baton/mail';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import type { Mail } from '../rehearsal/mailbox.js';
import { Nominee, nominationStates } from '../rehearsal/nominee.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const anyone = { kind: 'anyone' } as const;

describe('the mail door', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const give = (to: string, lines: readonly string[], from = '') =>
    handIn(stage.doorPort, { from, to, lines });
  /** Somebody with one mail of ours. */
  const mailedOne = async (): Promise<{ applicationId: ApplicationId; email: string; mail: Mail }> => {
    const form = charity.form();
    accepted(await charity.apply(form));
    const [mail] = await charity.mailsTo(form.person.email);
    if (!mail) throw new Error('no mail came');
    return { applicationId: form.applicationId, email: form.person.email, mail };
  };
  const replyTo = ({ headers }: Mail) => /^Reply-To: <?([^>\n]+)>?$/im.exec(headers)?.[1] ?? '';
  const view = async (applicationId: ApplicationId) =>
    accepted(
      await stage.call('view-application', { charityId: charity.charityId, applicationId }, charity.manager),
    );
  const outcomes = async (applicationId: ApplicationId) =>
    (await view(applicationId)).mails.map(({ letter, outcome }) => `${letter} ${outcome}`);

  it('is where every mail comes back to, each to an address of its own that mail servers take', async () => {
    const [one, other] = [await mailedOne(), await mailedOne()];
    expect(one.mail.returnTo).toMatch(/^bounce\+[0-9a-f]{32}\.[0-9a-f]{20}@baton\.example$/);
    expect(one.mail.returnTo.indexOf('@')).toBeLessThanOrEqual(64);
    expect(other.mail.returnTo).not.toBe(one.mail.returnTo);
    expect(replyTo(one.mail)).toMatch(/^reply\+/);
  });

  it('notes that nobody is at an address: the team sees it, and nothing more is sent there', async () => {
    const { applicationId, email, mail } = await mailedOne();
    expect((await view(applicationId)).reachable).toBe(true);
    expect(await give(mail.returnTo, deliveryReport('5.1.1'))).toMatch(/^250/);
    expect(await view(applicationId)).toMatchObject({ reachable: false });
    expect(await outcomes(applicationId)).toEqual(['applicationReceived bounced']);
    accepted(await charity.accept(applicationId));
    expect(await charity.mailsTo(email)).toHaveLength(1);
    expect(await outcomes(applicationId)).toContain('applicationAccepted dropped');
  });

  it('lets codes to sign in go all the same; whoever types one in can be reached again', async () => {
    const curator = await charity.aCurator();
    const [mail] = await charity.mailsTo(curator.email);
    await give(String(mail?.returnTo), deliveryReport('5.1.1'));
    expect((await view(curator.applicationId)).reachable).toBe(false);
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    expect((await view(curator.applicationId)).reachable).toBe(true);
    // An older mail that comes back only now says nothing of today.
    const [, later] = await charity.mailsTo(curator.email);
    await give(String(later?.returnTo), deliveryReport('5.1.1'));
    expect((await view(curator.applicationId)).reachable).toBe(true);
  });

  it.each([
    ['5.2.2', 'failed', 'bounced'],
    ['5.7.1', 'failed', 'bounced'],
    ['5.4.4', 'failed', 'bounced'],
    ['5.0.0', 'failed', 'bounced'],
    ['5.1.8', 'failed', 'bounced'],
    ['4.4.7', 'failed', 'bounced'],
    ['4.4.1', 'delayed', 'sent'],
    ['2.0.0', 'delivered', 'sent'],
  ])('takes %s (%s) for no word about the address', async (status, action, outcome) => {
    const { applicationId, mail } = await mailedOne();
    expect(await give(mail.returnTo, deliveryReport(status, action))).toMatch(/^250/);
    expect(await outcomes(applicationId)).toEqual([`applicationReceived ${outcome}`]);
    expect((await view(applicationId)).reachable).toBe(true);
  });

  it('hears a complaint, at the mail’s own address or where providers send theirs: no extras any more', async () => {
    for (const at of ['own', 'complaints@baton.example']) {
      const curator = await charity.aCurator();
      await charity.consent(curator, 'contact');
      const [mail] = await charity.mailsTo(curator.email);
      const returnTo = String(mail?.returnTo);
      expect(
        await give(at === 'own' ? returnTo : at, complaintAbout(returnTo), 'abuse@other.example'),
      ).toMatch(/^250/);
      expect(await outcomes(curator.applicationId)).toContainEqual(expect.stringMatching(/ complained$/));
      const { consents } = accepted(
        await stage.call('view-consents', { charityId: charity.charityId }, curator.caller),
      );
      expect(consents).toContainEqual(expect.objectContaining({ channel: 'contact', state: 'withdrawn' }));
    }
  });

  it('hears a complaint of somebody who was suggested as a no: they are not asked again', async () => {
    const nominee = new Nominee(stage, charity);
    accepted(await nominee.isNominated());
    const [asking] = await nominee.mails();
    const returnTo = String(asking?.returnTo);
    expect(await give(returnTo, complaintAbout(returnTo), 'abuse@other.example')).toMatch(/^250/);
    // Nothing of them is left by now, not even that a mail went.
    expect(await give(returnTo, complaintAbout(returnTo), 'abuse@other.example')).toMatch(/^550/);
    expect(await nominationStates(stage, charity)).toMatchObject({ refused: 1 });
    await stage.database.shiftClock(100 * 86_400_000);
    accepted(await nominee.isNominated());
    expect(await nominee.mails()).toHaveLength(1);
    await stage.database.shiftClock(0);
  });

  it('takes an answer into what its writer and the team say to each other, once, where it stays sealed', async () => {
    const { applicationId, email, mail } = await mailedOne();
    for (let twice = 0; twice < 2; twice += 1)
      expect(await give(replyTo(mail), answerOf('My knees are canary-green today.'), email)).toMatch(/^250/);
    const { messages } = accepted(
      await stage.call('view-application', { charityId: charity.charityId, applicationId }, charity.manager),
    );
    expect(messages.map(({ from, via, text }) => `${from} ${via} ${text}`)).toEqual([
      'person mail My knees are canary-green today.',
    ]);
    expect((await searchEverywhere(stage, ['canary-green'])).foundIn).toEqual([]);
  });

  it('names no address for answers to whoever was suggested, saved a form or asked for a link: nobody would read them', async () => {
    const nominee = new Nominee(stage, charity);
    accepted(await nominee.isNominated());
    const [asking] = await nominee.mails();
    const email = 'saver@example.org';
    const saved = { charityId: charity.charityId, callId: charity.callId, savedFormId: newId<SavedFormId>() };
    accepted(await stage.call('save-form', { ...saved, content: { about: 'x' }, email }, anyone));
    const [formSaved] = await charity.mailsTo(email);
    const applicant = await mailedOne();
    const askForLink = { charityId: charity.charityId, email: applicant.email };
    accepted(await stage.call('request-own-link', askForLink, anyone));
    const link = (await charity.mailsTo(applicant.email)).at(-1);
    for (const mail of [asking, formSaved, link]) expect(mail?.headers).not.toMatch(/^Reply-To/im);
    // One that is made up of where it comes back to is nobody's either.
    const madeUp = String(asking?.returnTo).replace('bounce+', 'reply+');
    expect(await give(madeUp, answerOf('No, thank you.'), nominee.email)).toMatch(/^550/);
  });

  it('keeps 8,000 letters of an answer, says in it that there was more, and mails that to its writer once', async () => {
    const { applicationId, email, mail } = await mailedOne();
    const long = `Begin.\r\n${Array.from({ length: 400 }, (_, at) => `${at} ${'x'.repeat(60)}`).join('\r\n')}`;
    for (let twice = 0; twice < 2; twice += 1)
      expect(await give(replyTo(mail), answerOf(long), email)).toMatch(/^250/);
    const { messages } = await view(applicationId);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toMatch(/^Begin\.\n0 x[\s\S]*The rest was not kept/);
    expect(messages[0]?.text.length).toBeLessThan(8_300);
    const subjects = (await charity.mailsTo(email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => /^Not all of your answer/.test(subject))).toHaveLength(1);
  });

  it.each([
    ['a holiday answer', ['Auto-Submitted: auto-replied'], 'ada@other.example'],
    ['an answer in bulk', ['Precedence: bulk'], 'ada@other.example'],
    ['an answer from nobody', [], ''],
  ])('says nothing to %s: two machines would never end', async (_, headers, from) => {
    const { email, mail } = await mailedOne();
    expect(await give(replyTo(mail), answerOf('I am away.', headers), from)).toMatch(/^250/);
    expect(await charity.mailsTo(email)).toHaveLength(1);
  });

  it('is shut to every other address, made-up ones of ours included: it relays for nobody', async () => {
    const { applicationId, mail } = await mailedOne();
    const forged = mail.returnTo.replace(/\.[0-9a-f]{20}@/, `.${'0'.repeat(20)}@`);
    const elsewhere = mail.returnTo.replace('baton.example', 'other.example');
    const asReply = mail.returnTo.replace('bounce+', 'reply+');
    for (const to of [
      forged,
      elsewhere,
      asReply,
      'hello@baton.example',
      'ada@other.example',
      'bounce+@baton.example',
    ])
      expect(await give(to, deliveryReport('5.1.1'))).toMatch(/^550/);
    expect(await outcomes(applicationId)).toEqual(['applicationReceived sent']);
  });

  it('P3: believes no report and no complaint where answers go: whoever was passed a mail on knows that address', async () => {
    const curator = await charity.aCurator();
    await charity.consent(curator, 'contact');
    const [mail] = await charity.mailsTo(curator.email);
    if (!mail) throw new Error('no mail came');
    for (const lines of [deliveryReport('5.1.1'), complaintAbout(mail.returnTo)])
      expect(await give(replyTo(mail), lines)).toMatch(/^250/);
    const { reachable, mails } = await view(curator.applicationId);
    expect(reachable).toBe(true);
    expect(mails.map(({ outcome }) => outcome)).not.toContain('bounced');
    expect(mails.map(({ outcome }) => outcome)).not.toContain('complained');
    const { charityId } = charity;
    const { consents } = accepted(await stage.call('view-consents', { charityId }, curator.caller));
    expect(consents).toContainEqual(expect.objectContaining({ channel: 'contact', state: 'given' }));
  });

  it('takes its own addresses in capitals as well, as some servers write them', async () => {
    const { applicationId, mail } = await mailedOne();
    expect(await give(mail.returnTo.toUpperCase(), deliveryReport('5.1.1'))).toMatch(/^250/);
    expect((await view(applicationId)).reachable).toBe(false);
  });

  it('takes no more than a megabyte, and goes on afterwards', async () => {
    const { mail } = await mailedOne();
    const large = answerOf(Array.from({ length: 30_000 }, () => 'x'.repeat(70)).join('\r\n'));
    expect(await give(replyTo(mail), large, 'ada@other.example')).toMatch(/^552/);
    expect(await give(mail.returnTo, ['nonsense'])).toMatch(/^250/);
  });

  it('knows nobody who has gone', async () => {
    const curator = await charity.aCurator();
    const [mail] = await charity.mailsTo(curator.email);
    accepted(await stage.call('leave', { charityId: charity.charityId, pastPosts: 'keep' }, curator.caller));
    expect(await give(String(mail?.returnTo), deliveryReport('5.1.1'))).toMatch(/^550/);
  });
});
