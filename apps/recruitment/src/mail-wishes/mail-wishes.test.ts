import { takeoverScheduled } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf, takeoverScheduledTo } from '../rehearsal/facts-of-others.js';
import type { Mail } from '../rehearsal/mailbox.js';
import { OwnPageOnStage } from '../rehearsal/own-page-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const own = ({ charityId }: CharityOnStage) => ({ charityId });
const wish = (
  charity: CharityOnStage,
  { caller }: CuratorOnStage,
  language: 'en' | 'cy',
  discreet: boolean,
) => stage.call('set-mail-wishes', { ...own(charity), language, discreet }, caller);
const sender = (charity: CharityOnStage, name: string | null, replyTo: string | null = null) =>
  stage.call('set-mail-sender', { ...own(charity), name, replyTo }, charity.manager);
const from = ({ headers }: Mail) => /^From: (.*)$/m.exec(headers)?.[1];

/** A weekend that ends then: booked, open and over. */
async function hadWeekend(charity: CharityOnStage, curator: CuratorOnStage, endsAt: Date): Promise<void> {
  const { charityId } = charity;
  const scheduled = takeoverScheduledTo(charityId, curator.curatorId, endsAt);
  const { takeoverId } = scheduled[2].data;
  await stage.hears(...scheduled);
  await stage.hears(...takeoverOpenedOf(charityId, curator.curatorId, takeoverId));
  await stage.hears(...takeoverClosedOf(charityId, curator.curatorId, takeoverId));
}

describe('how somebody wants to be written to', () => {
  it('is in English and tells nothing until they say otherwise, and in Welsh once they do', async () => {
    const charity = await stage.aCharity();
    const curator = await charity.aCurator();
    const view = () => stage.call('view-mail-wishes', own(charity), curator.caller);
    expect(await view()).toMatchObject({ value: { language: 'en', discreet: true } });
    accepted(await wish(charity, curator, 'cy', false));
    expect(await view()).toMatchObject({ value: { language: 'cy', discreet: false } });
    await charity.askToSignIn(curator.email);
    const subjects = (await charity.mailsTo(curator.email)).map(({ subject }) => subject);
    expect(subjects).toContainEqual(expect.stringMatching(/^Eich cod mewngofnodi/));
  });

  it('P3: tells nothing at a glance to whoever asked for that: no header, and nothing that a list shows', async () => {
    const charity = await stage.aCharity('Heron Trust');
    accepted(await sender(charity, 'Heron Trust', 'hello@heron-trust.example'));
    const curator = await charity.aCurator();
    await stage.sendMail();
    accepted(await wish(charity, curator, 'en', true));
    await charity.consent(curator, 'contact');
    stage.mailbox.mails.splice(0);
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    accepted(await charity.agree(curator, await charity.agreement()));
    const { charityId } = charity;
    const endsAt = new Date(Date.now() + 2 * dayMs);
    const scheduled = takeoverScheduledTo(charityId, curator.curatorId, endsAt);
    await stage.hears(...scheduled);
    await stage.sendMail();
    const { takeoverId } = scheduled[2].data;
    await stage.hears(...takeoverOpenedOf(charityId, curator.curatorId, takeoverId));
    await stage.hears(...takeoverClosedOf(charityId, curator.curatorId, takeoverId));
    await stage.database.shiftClock(93 * dayMs);
    const mails = await charity.mailsTo(curator.email);
    await stage.database.shiftClock(0);
    expect(mails.map(({ subject }) => subject.replace(/\d+.*/, ''))).toEqual([
      'Your sign-in code is ',
      'You are ready',
      expect.stringMatching(/^Your booking for/),
      'Thank you',
      'There are free weekends',
    ]);
    for (const { headers, text, html } of mails) {
      const body = /<body[\s\S]*/.exec(html)?.[0].replaceAll(/<[^>]+>/g, '') ?? '';
      for (const shown of [headers, text.slice(0, 140), body.trim().slice(0, 140)])
        expect(shown).not.toMatch(/heron|shine-ms/i);
      expect(headers).toMatch(/^From: Baton <hello@baton\.example>$/m);
    }
  });
});

describe('whom mails are from', () => {
  it('is the charity by the name it chose, from Baton’s own address; and answers go where it says', async () => {
    const charity = await stage.aCharity();
    accepted(await sender(charity, 'Shine', 'Hello@Shine.example'));
    const curator = await charity.aCurator({ openMails: true });
    const [mail] = await charity.mailsTo(curator.email);
    expect(mail && from(mail)).toBe('Shine <hello@baton.example>');
    expect(mail?.headers).toMatch(/^Reply-To: hello@shine\.example$/m);
    accepted(await sender(charity, null));
    expect(await stage.call('view-mail-sender', own(charity), charity.manager)).toMatchObject({
      value: { name: null, replyTo: null },
    });
  });

  it('P3: is nobody’s name until somebody has said that it may show, in the form or by the link to their own page', async () => {
    const charity = await stage.aCharity();
    accepted(await sender(charity, 'Shine', 'hello@shine.example'));
    const form = charity.form();
    accepted(await charity.apply(form));
    const { email } = form.person;
    const newest = async () => (await charity.mailsTo(email)).at(-1);
    const neutral = await newest();
    expect(neutral?.headers).toMatch(/^From: Baton <hello@baton\.example>$/m);
    expect(neutral?.headers).not.toMatch(/shine/i);
    const page = new OwnPageOnStage(stage, charity);
    const token = await page.linkOf(email);
    expect(accepted(await page.view(token)).mails).toEqual({ language: 'en', discreet: true });
    const wishes = { ...own(charity), token, language: 'cy', discreet: false } as const;
    accepted(await stage.call('set-own-mail-wishes', wishes, { kind: 'anyone' }));
    expect(accepted(await page.view(token)).mails).toEqual({ language: 'cy', discreet: false });
    accepted(await charity.accept(form.applicationId));
    const named = await newest();
    expect(named?.headers).toMatch(/^From: Shine <hello@baton\.example>$/m);
    expect(named?.subject).toBe('Newyddion da am eich cais');
    expect(await stage.call('set-own-mail-wishes', wishes, { kind: 'anyone' })).toMatchObject({
      refusal: { code: 'signInInstead' },
    });
  });

  it.each(['Shine MS', 'The Cancer Trust'])('is no name that tells of an illness: %s', async (name) => {
    const charity = await stage.aCharity();
    expect(await sender(charity, name)).toMatchObject({
      refusal: {
        code: 'badInput',
        details: [{ field: 'name', problem: expect.stringContaining('illness') }],
      },
    });
  });
});

describe('a mail that nobody’s part needs', () => {
  /** An alumna whose weekend was ninety days ago. */
  const anAlumna = async (charity: CharityOnStage, consents: boolean) => {
    const curator = await charity.aCurator({ penName: 'Kim' });
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    accepted(await charity.agree(curator, await charity.agreement()));
    if (consents) await charity.consent(curator, 'contact');
    await hadWeekend(charity, curator, new Date(Date.now() + 2 * dayMs));
    return curator;
  };
  const after = async (days: number, charity: CharityOnStage, { email }: CuratorOnStage) => {
    await stage.database.shiftClock(days * dayMs);
    const mails = await charity.mailsTo(email);
    await stage.database.shiftClock(0);
    return mails.filter(({ subject }) => subject.startsWith('There are free weekends'));
  };
  const unsubscribe = (charity: CharityOnStage, token: string) =>
    stage.call('unsubscribe', { ...own(charity), token }, { kind: 'anyone' });

  it('P4: goes to who consents to such mails, once, ninety days after the last weekend', async () => {
    const charity = await stage.aCharity();
    const [yes, no] = [await anAlumna(charity, true), await anAlumna(charity, false)];
    expect(await after(89, charity, yes)).toHaveLength(0);
    const [mail, ...more] = await after(91, charity, yes);
    expect(mail?.subject).toBe('There are free weekends, Kim');
    expect(more).toEqual([]);
    expect(await after(91, charity, no)).toHaveLength(0);
  });

  it('does not go to who has booked again meanwhile', async () => {
    const charity = await stage.aCharity();
    const curator = await anAlumna(charity, true);
    await stage.hears(
      ...takeoverScheduledTo(charity.charityId, curator.curatorId, new Date(Date.now() + 200 * dayMs)),
    );
    expect(await after(91, charity, curator)).toHaveLength(0);
  });

  it('P4: is the last of its kind once its link was pressed; one press again changes nothing', async () => {
    const charity = await stage.aCharity();
    const curator = await anAlumna(charity, true);
    const [mail] = await after(91, charity, curator);
    const link = /^List-Unsubscribe: <(.*)>$/m.exec(mail?.headers ?? '')?.[1] ?? '';
    expect(mail?.headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(mail?.text).toContain(`\n${link}\n`);
    const token = link.slice(link.indexOf('_') + 1);
    expect(link).toBe(`https://baton.example/mail/unsubscribe?token=${charity.charityId}_${token}`);
    const audited = () => charity.audited('consent.withdrawn');
    for (let twice = 0; twice < 2; twice += 1)
      expect(await unsubscribe(charity, token)).toMatchObject({ value: { next: 'noMore' } });
    expect(await audited()).toHaveLength(1);
    const { consents } = accepted(await stage.call('view-consents', own(charity), curator.caller));
    expect(consents).toContainEqual(expect.objectContaining({ channel: 'contact', state: 'withdrawn' }));
  });

  it('cannot be stopped with a made-up link, one of another charity, or one of somebody who is gone', async () => {
    const charity = await stage.aCharity();
    const other = await stage.aCharity('Heron');
    const curator = await anAlumna(charity, true);
    const [mail] = await after(91, charity, curator);
    const token = /_([A-Za-z0-9_-]{43})>/.exec(mail?.headers ?? '')?.[1] ?? '';
    const useless = { refusal: { code: 'linkUnusable' } };
    expect(await unsubscribe(charity, `${token.slice(0, 30)}${'A'.repeat(13)}`)).toMatchObject(useless);
    expect(await unsubscribe(other, token)).toMatchObject(useless);
    accepted(await stage.call('leave', { ...own(charity), pastPosts: 'keep' }, curator.caller));
    expect(await unsubscribe(charity, token)).toMatchObject(useless);
  });

  it('and one about a weekend that was given up meanwhile, is not sent', async () => {
    const charity = await stage.aCharity();
    const curator = await charity.aCurator();
    await stage.sendMail();
    stage.mailbox.outOfOrder = true;
    const takeoverId = newId<never>();
    const opensAt = new Date(Date.now() + 5 * dayMs).toISOString();
    const closesAt = new Date(Date.now() + 8 * dayMs).toISOString();
    const { curatorId } = curator;
    const data = { takeoverId, slotId: newId<never>(), curatorId, penName: 'Robin', opensAt, closesAt };
    await stage.hears(takeoverScheduled, charity.charityId, {
      subject: takeoverId,
      revision: 1,
      data: { ...data, identityLevel: 'anonymous' },
    });
    await stage.sendMail();
    await stage.hears(...takeoverClosedOf(charity.charityId, curatorId, takeoverId));
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(60_000);
    const subjects = (await charity.mailsTo(curator.email)).map(({ subject }) => subject);
    await stage.database.shiftClock(0);
    expect(subjects).not.toContainEqual(expect.stringContaining('booking'));
  });
});
