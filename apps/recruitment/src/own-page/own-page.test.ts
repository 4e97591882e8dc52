import { decisionMailedAfterSeconds } from '@baton/contracts';
import { deliveryReport, handIn } from '@baton/mail';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, anybody, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { dayMs, linkLivesMs, OwnPageOnStage } from '../rehearsal/own-page-on-stage.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const linkOver = { refusal: { code: 'linkOver' } };
const newLinks = /new link/;

describe('an applicant’s own page', () => {
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

  const anApplicant = async (as = {}) => {
    const form = charity.form(as);
    accepted(await charity.apply(form));
    return { ...form, email: form.person.email };
  };
  const mailsWithLink = async (email: string) =>
    (await charity.mailsTo(email)).filter(({ subject }) => newLinks.test(subject));

  it('tells where it stands, by the link in the first mail, and nothing of who they are', async () => {
    const person = { ...anybody(), name: 'Adelheid Zwetschgenbaum', phone: '07700 900473' };
    const { email } = await anApplicant({ person, penName: 'Kim' });
    const shown = accepted(await own.view(await own.linkOf(email)));
    expect(shown).toMatchObject({ penName: 'Kim', state: 'applied', signsIn: false, messages: [] });
    for (const secret of [person.name, person.phone, email])
      expect(JSON.stringify(shown)).not.toContain(secret);
  });

  it('tells a no only once it is mailed: until then it can be taken back', async () => {
    const { applicationId, email } = await anApplicant();
    const token = await own.linkOf(email);
    accepted(await charity.decline(applicationId));
    expect(accepted(await own.view(token))).toMatchObject({ state: 'screening' });
    await stage.database.shiftClock(decisionMailedAfterSeconds * 1000);
    expect(accepted(await own.view(token))).toMatchObject({ state: 'declined' });
  });

  it('ends everything with one button, without a reason, also after a no: nothing is left and no mail follows', async () => {
    const person = { ...anybody(), name: 'Gundula Himmelblau' };
    const { applicationId, email } = await anApplicant({ person, about: 'I keep seven hedgehogs.' });
    const token = await own.linkOf(email);
    accepted(await own.answer(token, 'And hedgehogs keep me.'));
    accepted(await charity.decline(applicationId, 'Not this time.'));
    expect(await own.withdraw(token)).toEqual({ ok: true, value: { state: 'withdrawn' } });
    for (const refused of [own.view(token), own.withdraw(token), own.answer(token, 'Hello?')])
      expect(await refused).toMatchObject(linkOver);
    await stage.database.shiftClock(dayMs);
    expect(await charity.mailsTo(email)).toHaveLength(1);
    const secrets = [person.name, email, 'hedgehogs', 'Not this time.'];
    expect((await searchEverywhere(stage, secrets)).foundIn).toEqual([]);
    expect(await charity.audited('person.erased')).toContainEqual(
      expect.objectContaining({ actor: `applicant ${applicationId}` }),
    );
  });

  it('is shut to links that never were, are too old, or belong to another charity, in the same words', async () => {
    const { email } = await anApplicant();
    const token = await own.linkOf(email);
    const elsewhere = new OwnPageOnStage(stage, await stage.aCharity());
    const never = await own.view('A'.repeat(43));
    expect(never).toMatchObject(linkOver);
    expect(await elsewhere.view(token)).toEqual(never);
    await stage.database.shiftClock(linkLivesMs + dayMs);
    expect(await own.view(token)).toEqual(never);
  });

  it('sends a new link to whoever asks for one, which ends all older ones: a stolen link is of no use then', async () => {
    const { email } = await anApplicant();
    const stolen = await own.linkOf(email);
    accepted(await own.askForLink(email.toUpperCase()));
    const [mail] = await mailsWithLink(email);
    const token = await own.linkOf(email);
    expect(mail?.text).toContain(token);
    expect(await own.view(stolen)).toMatchObject(linkOver);
    expect(accepted(await own.view(token))).toMatchObject({ state: 'applied' });
  });

  it('ends no link before the new one has gone: a mail that does not go locks nobody out', async () => {
    const { email } = await anApplicant();
    const first = await own.linkOf(email);
    stage.mailbox.outOfOrder = true;
    accepted(await own.askForLink(email));
    await stage.sendMail();
    stage.mailbox.outOfOrder = false;
    expect(accepted(await own.view(first))).toMatchObject({ state: 'applied' });
    await stage.database.shiftClock(60 * 60_000);
    expect(await mailsWithLink(email)).toHaveLength(1);
    expect(await own.view(first)).toMatchObject(linkOver);
    expect(accepted(await own.view(await own.linkOf(email)))).toMatchObject({ state: 'applied' });
  });

  it('is a way back for whom a mail came back from: a new link goes all the same, and writing by it proves the address', async () => {
    const { applicationId, email } = await anApplicant();
    const reachable = async () =>
      accepted(
        await stage.call(
          'view-application',
          { charityId: charity.charityId, applicationId },
          charity.manager,
        ),
      ).reachable;
    const old = await own.linkOf(email);
    const [mail] = await charity.mailsTo(email);
    await handIn(stage.doorPort, { from: '', to: String(mail?.returnTo), lines: deliveryReport('5.1.1') });
    accepted(await own.answer(old, 'Hello?'));
    expect(await reachable()).toBe(false);
    accepted(await own.askForLink(email));
    const token = await own.linkOf(email);
    expect(token).not.toBe(old);
    accepted(await own.view(token));
    expect(await reachable()).toBe(false);
    accepted(await own.answer(token, 'I am here.'));
    expect(await reachable()).toBe(true);
  });

  it('P3: mails nobody a name that somebody typed before the address is proved, and greets by it after', async () => {
    const [stranger, robin] = [
      await anApplicant({ penName: 'Buy Now' }),
      await anApplicant({ penName: 'Robin Proved' }),
    ];
    accepted(await own.answer(await own.linkOf(robin.email), 'It is me.'));
    for (const { applicationId } of [stranger, robin]) accepted(await charity.accept(applicationId));
    const told = async (email: string) =>
      (await charity.mailsTo(email)).map(({ subject, text }) => `${subject} ${text}`).join();
    expect(await told(stranger.email)).toContain('Hello, yes, please!');
    expect(await told(stranger.email)).not.toContain('Buy Now');
    expect(await told(robin.email)).toContain('Hello Robin Proved, yes, please!');
  });

  it('answers the same for every address, mails only who applied, and at most three times a day', async () => {
    const { email } = await anApplicant();
    const stranger = anybody().email;
    const answers = [];
    for (const address of [email, stranger, email, email, email]) answers.push(await own.askForLink(address));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await charity.mailsTo(stranger)).toEqual([]);
    expect(await mailsWithLink(email)).toHaveLength(3);
    const remembered = await stage.inCharity(charity.charityId, (tx) =>
      tx.query(`SELECT FROM mail WHERE letter = 'ownLink'`),
    );
    expect(remembered).toEqual([]);
  });

  it('is there for whoever was told no, and asks curators to sign in', async () => {
    const { applicationId, email } = await anApplicant();
    accepted(await charity.decline(applicationId));
    // Mails that go at the same time arrive in any order.
    await stage.sendMail();
    accepted(await own.askForLink(email));
    expect(accepted(await own.view(await own.linkOf(email)))).toMatchObject({ signsIn: false });
    const other = await anApplicant();
    const token = await own.linkOf(other.email);
    accepted(await charity.accept(other.applicationId));
    expect(accepted(await own.view(token))).toMatchObject({ signsIn: true, messages: [] });
    for (const refused of [own.answer(token, 'Hello'), own.withdraw(token)])
      expect(await refused).toMatchObject({ refusal: { code: 'signInInstead' } });
  });

  it('keeps no link as it is: a copy of the database opens no page', async () => {
    const { email } = await anApplicant();
    const token = await own.linkOf(email);
    expect((await searchEverywhere(stage, [token])).foundIn).toEqual([]);
  });
});
