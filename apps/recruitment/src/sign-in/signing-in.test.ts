import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const minuteMs = 60_000;
const wrongCode = { ok: false, refusal: { code: 'wrongCode' } };
const other = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

const codes = `(SELECT charity_id, mail_id FROM mail WHERE letter = 'signInCode') AS code USING (charity_id, mail_id)`;

describe('signing in as a curator', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(async () => {
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(0);
  });
  afterAll(() => stage.close());

  it('is by a code from the mail, which works once', async () => {
    const { email, curatorId } = await charity.aCurator();
    const code = await charity.codeFor(email);
    expect(await charity.signIn(email, code)).toEqual({ ok: true, value: { curatorId } });
    expect(await charity.signIn(email, code)).toMatchObject(wrongCode);
  });

  it('asks for the code in a mail that leads to the page, and signs nobody in by itself', async () => {
    const { email } = await charity.aCurator();
    await charity.askToSignIn(email);
    const mail = (await charity.mailsTo(email)).find(({ subject }) => /\d{8}/.test(subject));
    expect(mail?.text).toContain('https://baton.example/sign-in/shine-ms\n');
    expect(mail?.text.match(/https?:\S+/g)).toHaveLength(1);
  });

  it('takes the address in any case', async () => {
    const { email, curatorId } = await charity.aCurator();
    const code = await charity.codeFor(email.toUpperCase().replace('EXAMPLE.ORG', 'Example.org'));
    expect(await charity.signIn(email.toUpperCase(), code)).toMatchObject({ value: { curatorId } });
  });

  it('is for fifteen minutes', async () => {
    const { email, curatorId } = await charity.aCurator();
    const late = await charity.codeFor(email);
    await stage.database.shiftClock(15 * minuteMs);
    expect(await charity.signIn(email, late)).toMatchObject(wrongCode);
    const intime = await charity.codeFor(email);
    await stage.database.shiftClock(29 * minuteMs);
    expect(await charity.signIn(email, intime)).toMatchObject({ value: { curatorId } });
  });

  it('ends after five wrong tries, counted although each was refused', async () => {
    const { email } = await charity.aCurator();
    const code = await charity.codeFor(email);
    for (let tries = 0; tries < 5; tries += 1)
      expect(await charity.signIn(email, other(code))).toMatchObject(wrongCode);
    expect(await charity.signIn(email, code)).toMatchObject(wrongCode);
  });

  it('A1: works for whoever asked: a stranger who asks for the same address can neither use nor spoil the code', async () => {
    const { email, curatorId } = await charity.aCurator();
    const { ticket } = accepted(await charity.askToSignIn(email));
    const mails = await charity.mailsTo(email);
    const code = mails.flatMap(({ subject }) => /\d{8}/.exec(subject) ?? [])[0] ?? '';
    const stranger = accepted(await charity.askToSignIn(email)).ticket;
    await stage.sendMail();
    expect(stranger).not.toBe(ticket);
    for (let tries = 0; tries < 6; tries += 1)
      expect(await charity.signIn(email, other(code), stranger)).toMatchObject(wrongCode);
    expect(await charity.signIn(email, code, stranger)).toMatchObject(wrongCode);
    expect(await charity.signIn(email, code, ticket)).toMatchObject({ value: { curatorId } });
  });

  it('gives the fifth try its chance', async () => {
    const { email, curatorId } = await charity.aCurator();
    const code = await charity.codeFor(email);
    for (let tries = 0; tries < 4; tries += 1) await charity.signIn(email, other(code));
    expect(await charity.signIn(email, code)).toMatchObject({ value: { curatorId } });
  });

  it('gives forty tries at once no more than five', async () => {
    const { email } = await charity.aCurator();
    const code = await charity.codeFor(email);
    const wrong = Array.from({ length: 40 }, () => charity.signIn(email, other(code)));
    await Promise.all(wrong);
    expect(await charity.signIn(email, code)).toMatchObject(wrongCode);
  });

  it('takes the older of two codes as well, and then neither again', async () => {
    const { email, curatorId } = await charity.aCurator();
    const older = await charity.codeFor(email);
    const newer = await charity.codeFor(email);
    expect(older).not.toBe(newer);
    expect(await charity.signIn(email, older)).toMatchObject({ value: { curatorId } });
    expect(await charity.signIn(email, newer)).toMatchObject(wrongCode);
  });

  it('A3: mails an address five codes an hour and no more, with the same answer', async () => {
    const { email } = await charity.aCurator();
    const before = (await charity.mailsTo(email)).length;
    const answers = await Promise.all(Array.from({ length: 12 }, () => charity.askToSignIn(email)));
    for (const answer of answers) expect(answer).toMatchObject({ value: { next: 'checkYourMail' } });
    expect((await charity.mailsTo(email)).length - before).toBe(5);
    await stage.database.shiftClock(61 * minuteMs);
    await charity.askToSignIn(email);
    expect((await charity.mailsTo(email)).length - before).toBe(6);
  });

  it('does not mail a code that waited too long for the mail server', async () => {
    const { email } = await charity.aCurator();
    const before = (await charity.mailsTo(email)).length;
    stage.mailbox.outOfOrder = true;
    await charity.askToSignIn(email);
    await stage.sendMail();
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(16 * minuteMs);
    expect(await charity.mailsTo(email)).toHaveLength(before);
  });

  it('is for curators of this charity only', async () => {
    const neighbour = await stage.aCharity();
    const { email, curatorId } = await charity.aCurator();
    const code = await charity.codeFor(email);
    await neighbour.askToSignIn(email);
    expect(await neighbour.signIn(email, code)).toMatchObject(wrongCode);
    expect(await charity.signIn(email, code)).toMatchObject({ value: { curatorId } });
  });

  it('is not yet for an applicant, and no longer for somebody who was declined', async () => {
    const form = charity.form();
    await charity.apply(form);
    await charity.askToSignIn(form.person.email);
    await charity.decline(form.applicationId);
    await charity.askToSignIn(form.person.email);
    const subjects = (await charity.mailsTo(form.person.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => /\d{8}/.test(subject))).toEqual([]);
  });

  it('is confirmed to the gateway only', async () => {
    const { email } = await charity.aCurator();
    const code = await charity.codeFor(email);
    const input = { charityId: charity.charityId, email, code, ticket: 'x'.repeat(43) };
    const asked = await stage.call('confirm-curator-sign-in', input, charity.manager);
    expect(asked).toMatchObject({ refusal: { code: 'forbidden' } });
  });
});

describe('A2: whether an address is a curator’s', () => {
  const unknown = 'nobody.at.all@example.org';
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(async () => {
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(0);
  });
  afterAll(() => stage.close());

  const writtenFor = async (email: string) => {
    await charity.askToSignIn(email);
    return stage.inCharity(charity.charityId, (tx) =>
      tx.query(`SELECT m.letter, m.outcome, q.failures, r.tries_left, r.code_fingerprint, r.expires_at, r.used_at
                  FROM sign_in_request r JOIN mail m ON m.addressee_id = r.sign_in_id
                  JOIN mail_queue q USING (mail_id)
                 ORDER BY r.asked_at DESC LIMIT 1`),
    );
  };

  it('shows neither in the answers nor in what asking writes', async () => {
    const { email } = await charity.aCurator();
    const shape = {
      ok: true,
      value: { next: 'checkYourMail', ticket: expect.stringMatching(/^[\w-]{43}$/) },
    };
    for (const address of [email, unknown]) expect(await charity.askToSignIn(address)).toEqual(shape);
    expect(await writtenFor(unknown)).toEqual(await writtenFor(email));
    await stage.sendMail();
    const toKnown = await charity.signIn(email, '00000000');
    expect(await charity.signIn(unknown, '00000000')).toEqual(toKnown);
    expect(await charity.signIn('never.asked@example.org', '00000000')).toEqual(toKnown);
  });

  it('does not show in how wrong tries are counted, or when requests stop counting', async () => {
    const { email } = await charity.aCurator();
    for (const address of [email, unknown]) {
      const { ticket } = accepted(await charity.askToSignIn(address));
      await stage.sendMail();
      await charity.signIn(address, '00000000', ticket);
    }
    const rows = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ tries_left: number }>(
        'SELECT tries_left FROM sign_in_request ORDER BY asked_at DESC LIMIT 2',
      ),
    );
    expect(rows.map(({ tries_left }) => tries_left)).toEqual([4, 4]);
  });

  it('mails nobody where it is nobody’s, and leaves nothing in the queue', async () => {
    await charity.askToSignIn(unknown);
    expect(await charity.mailsTo(unknown)).toEqual([]);
    for (const table of [`mail_queue JOIN ${codes}`, "mail WHERE letter = 'signInCode'"])
      expect(await stage.inCharity(charity.charityId, (tx) => tx.query(`SELECT FROM ${table}`))).toEqual([]);
  });

  it('is in no table, once asked: requests keep a keyed digest, and not for long', async () => {
    await charity.askToSignIn(unknown);
    const count = () =>
      stage.inCharity(charity.charityId, async (tx) => {
        const rows = await tx.query<{ row: string }>('SELECT r::text AS row FROM sign_in_request r');
        expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(unknown).toString('hex'));
        return rows.length;
      });
    expect(await count()).toBeGreaterThan(1);
    await stage.database.shiftClock(25 * 60 * minuteMs);
    await charity.askToSignIn(unknown);
    expect(await count()).toBe(1);
    await stage.sendMail();
  });

  it('leaves no code in the queue, sealed or not, before it is mailed', async () => {
    const { email } = await charity.aCurator();
    await charity.mailsTo(email);
    stage.mailbox.outOfOrder = true;
    await charity.askToSignIn(email);
    await stage.sendMail();
    const [queued] = await stage.inCharity(charity.charityId, (tx) =>
      tx.query(`SELECT * FROM mail_queue JOIN ${codes}`),
    );
    expect(queued).toMatchObject({ fields_sealed: null, failures: 1 });
  });
});
