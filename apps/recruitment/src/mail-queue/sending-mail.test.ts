import { surveyAnswered, surveyOpened, takeoverScheduled } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('mail to curators', () => {
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

  const booked = ({ curatorId }: Pick<CuratorOnStage, 'curatorId'>) => {
    const takeoverId = newId<never>();
    return stage.hears(takeoverScheduled, charity.charityId, {
      subject: takeoverId,
      revision: 1,
      data: {
        takeoverId,
        slotId: newId<never>(),
        curatorId,
        penName: 'Robin',
        identityLevel: 'anonymous',
        opensAt: '2027-03-26T17:30:00.000Z',
        closesAt: '2027-03-29T08:00:00.000Z',
      },
    });
  };
  const queue = () =>
    stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ letter: string; failures: number; waits: boolean }>(
        `SELECT letter, failures, due_at = 'infinity' AS waits
           FROM mail_queue JOIN mail USING (charity_id, mail_id)
          WHERE letter NOT IN ('notBegunYet', 'listIsOpen') ORDER BY letter`,
      ),
    );
  const subjectsTo = async (email: string) =>
    (await charity.mailsTo(email)).map(({ subject }) => subject).sort();

  it('tells when the takeover is, on the charity’s own clock', async () => {
    const curator = await charity.aCurator();
    await booked(curator);
    const mail = (await charity.mailsTo(curator.email)).find(({ subject }) => subject.includes('booking'));
    expect(mail?.text).toMatch(/from Friday,? 26 March 2027, 17:30\n.*to Monday,? 29 March 2027, 09:00\n/);
  });

  it('asks afterwards how it was', async () => {
    const curator = await charity.aCurator({ penName: 'Kim' });
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    const surveyId = newId<never>();
    await stage.hears(surveyOpened, charity.charityId, {
      subject: surveyId,
      revision: 1,
      data: {
        surveyId,
        takeoverId: newId<never>(),
        curatorId: curator.curatorId,
        wave: 'after',
        closesAt: null,
      },
    });
    expect(await subjectsTo(curator.email)).toContain('How was it, Kim?');
    const { curatorId } = curator;
    const data = { surveyId, takeoverId: newId<never>(), curatorId, wave: 'after' } as const;
    await stage.hears(surveyAnswered, charity.charityId, { subject: surveyId, revision: 2, data });
  });

  it('goes to nobody for a curator who is not known here', async () => {
    await stage.sendMail();
    await booked({ curatorId: newId<never>() });
    expect(await queue()).toEqual([]);
  });

  it('is sent later when the mail server is out of order, and not lost', async () => {
    const curator = await charity.aCurator();
    await stage.sendMail();
    stage.mailbox.outOfOrder = true;
    await booked(curator);
    await stage.sendMail();
    expect(await queue()).toEqual([{ letter: 'takeoverBooked', failures: 1, waits: false }]);
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(10_000);
    expect(await subjectsTo(curator.email)).toHaveLength(3);
    expect(await queue()).toEqual([]);
  });

  it('waits for a person after two days of failures', async () => {
    const curator = await charity.aCurator();
    await stage.sendMail();
    stage.mailbox.outOfOrder = true;
    await booked(curator);
    // The first failure is written down: what is changed below is in nobody's hands.
    await stage.sendMail();
    await stage.asOwner(
      'UPDATE recruitment.mail_queue SET failures = 23, due_at = baton.now() WHERE failures > 0',
    );
    await stage.sendMail();
    expect(await queue()).toEqual([{ letter: 'takeoverBooked', failures: 24, waits: true }]);
    await stage.asOwner('DELETE FROM recruitment.mail_queue');
  });

  it('is sent by another when whoever claimed it died', async () => {
    stage.mailbox.outOfOrder = true;
    const curator = await charity.aCurator();
    await stage.sendMail();
    await stage.asOwner(
      `UPDATE recruitment.mail_queue SET due_at = baton.now() + interval '120 s' WHERE failures > 0`,
    );
    stage.mailbox.outOfOrder = false;
    expect(await charity.mailsTo(curator.email)).toEqual([]);
    await stage.database.shiftClock(121_000);
    expect(await charity.mailsTo(curator.email)).toHaveLength(2);
  });

  it('holds no transaction open while the mail server thinks', async () => {
    let sawNoneOpen = 0;
    // The server answers only once no transaction is open: one that waits for its answer would never end.
    stage.mailbox.meanwhile = async () => {
      while ((await stage.openTransactions()).length > 0);
      sawNoneOpen += 1;
    };
    const curator = await charity.aCurator();
    expect(await subjectsTo(curator.email)).toHaveLength(2);
    stage.mailbox.meanwhile = () => Promise.resolve();
    expect(sawNoneOpen).toBe(2);
  });

  it('is sent once by however many replicas there are', async () => {
    await stage.startReplica();
    const curators = await Promise.all(Array.from({ length: 12 }, () => charity.aCurator()));
    await stage.sendMail();
    for (const { email } of curators) {
      expect(await subjectsTo(email)).toEqual([
        'Good news about your application',
        'We have your application',
      ]);
    }
  });
});

describe('a mail and its cause', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const outcomes = async (applicationId: string) => {
    const rows = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ letter: string; outcome: string }>(
        'SELECT letter, outcome FROM mail WHERE addressee_id = $1 ORDER BY letter',
        [applicationId],
      ),
    );
    return rows.map(({ letter, outcome }) => `${letter} ${outcome}`);
  };

  it('is one mail for one cause, however often the cause is told', async () => {
    const { applicationId, curatorId, email } = await charity.aCurator();
    const surveyId = newId<never>();
    const data = { surveyId, takeoverId: newId<never>(), curatorId, wave: 'after', closesAt: null } as const;
    for (const revision of [1, 2])
      await stage.hears(surveyOpened, charity.charityId, { subject: surveyId, revision, data });
    const subjects = (await charity.mailsTo(email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('How was it'))).toHaveLength(1);
    expect(await outcomes(applicationId)).toContain('surveyInvitation sent');
  });

  it('is not sent once its reason is gone, and that is remembered', async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    await stage.sendMail();
    accepted(await charity.decline(form.applicationId));
    // Taken back before it could be mailed.
    await stage.asOwner(`UPDATE recruitment.application SET state = 'screening' WHERE state = 'declined'`);
    await stage.database.shiftClock(660_000);
    expect(await charity.mailsTo(form.person.email)).toHaveLength(1);
    await stage.database.shiftClock(0);
    expect(await outcomes(form.applicationId)).toEqual([
      'applicationDeclined dropped',
      'applicationReceived sent',
    ]);
  });

  it('goes to no address again at which there is nobody, and the team can see it', async () => {
    const form = charity.form();
    stage.mailbox.unknown.add(form.person.email);
    accepted(await charity.apply(form));
    await stage.sendMail();
    expect(await outcomes(form.applicationId)).toEqual(['applicationReceived refused']);
    stage.mailbox.unknown.clear();
    await stage.database.shiftClock(60_000);
    expect(await charity.mailsTo(form.person.email)).toEqual([]);
    await stage.database.shiftClock(0);
  });
});
