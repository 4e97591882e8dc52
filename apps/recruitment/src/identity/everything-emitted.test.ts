import { type Caller, type CharityId, StaffRole } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { archiveOf } from '../rehearsal/archive-of.js';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { holdsAny, searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';
import { type Answer, askEverything, notAsked } from '../rehearsal/whole-life/ask-everything.js';
import { allIdentities, allWords, everybody, identityOf, type Who } from '../rehearsal/whole-life/people.js';
import { Printed } from '../rehearsal/whole-life/printed.js';
import { type Ids, WholeLife } from '../rehearsal/whole-life/whole-life.js';

const everything = () => [...allIdentities(), ...allWords().map(({ text }) => text)];
const wordsFor = (...readers: string[]) =>
  allWords()
    .filter(({ readBy }) => !readers.includes(readBy))
    .map(({ text }) => text);

const staffOf = (charityId: CharityId, role: StaffRole): Caller => ({
  ...{ kind: 'staff', charityId, memberId: newId<never>(), role },
  steppedUpUntil: '2100-01-01T00:00:00.000Z',
});

describe('everything that recruitment emits while a charity lives through all there is', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let other: CharityOnStage;
  let ids: Ids;
  let ada: CuratorOnStage;
  let cleo: CuratorOnStage;
  let stranger: CuratorOnStage;
  const printed = new Printed();
  const answered: Answer[] = [];

  beforeAll(async () => {
    printed.listen();
    stage = await Stage.open({ LOG_LEVEL: 'debug' });
    stage.witness = (operation, caller, answer) =>
      answered.push({ operation, caller, text: JSON.stringify(answer) });
    charity = await stage.aCharity('Shine MS');
    other = await stage.aCharity('Heron Trust');
    stranger = await other.aCurator({ penName: 'Far Away' });
    ({ ids, ada, cleo } = await new WholeLife(stage, charity).live());
    stage.witness = () => undefined;
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    printed.stop();
  });

  const tellingIn = (answers: readonly Answer[], secrets: readonly string[]) =>
    answers
      .filter(({ text }) => holdsAny(secrets)(text))
      .map(({ operation, caller }) => `${operation} to ${caller.kind}`);

  it('P3: has nobody and nobody’s words in a table or on the bus, but sealed', async () => {
    const { foundIn, searched } = await searchEverywhere(stage, everything());
    expect(foundIn).toEqual([]);
    expect(searched.tables).toBeGreaterThan(30);
    expect(searched.messages).toBeGreaterThan(60);
  });

  it('P2, P3: and not in a log line, however much is logged', () => {
    expect(printed.lines.length).toBeGreaterThan(5);
    expect(printed.lines.filter(holdsAny(everything()))).toEqual([]);
  });

  it('P3: and not in the audit or the archive', async () => {
    const audited = (await stage.factsOf(charity.charityId)).filter(({ type }) => type.includes('audited'));
    const archive = await archiveOf(stage, charity.charityId);
    expect(audited.length).toBeGreaterThan(12);
    expect(archive.flatMap(({ records }) => records).length).toBeGreaterThan(10);
    for (const emitted of [...audited, ...archive])
      expect(holdsAny(everything())(JSON.stringify(emitted))).toBe(false);
  });

  it('P3: and answers nobody but the person who they are, nor anybody what is none of theirs', async () => {
    expect(notAsked(ids)).toEqual([]);
    const here = charity.charityId;
    const strangers: Caller[] = [
      ...(['moderator', 'trustee', 'analyst'] as const).map((role) => staffOf(here, role)),
      ...StaffRole.options.map((role) => staffOf(other.charityId, role)),
      ...(['api-gateway', 'scheduling', 'posting-gateway', 'feedback'] as const).map(
        (service): Caller => ({ kind: 'service', service }),
      ),
      ...[{ kind: 'anyone' } as const, { kind: 'operator' } as const, stranger.caller],
      { kind: 'person', personId: newId<never>() },
    ];
    for (const caller of strangers) {
      const answers = await askEverything(stage, caller, ids);
      expect(tellingIn(answers, everything())).toEqual([]);
      expect(answers.length).toBeGreaterThan(40);
    }
    for (const caller of [other.manager, stranger.caller])
      expect(
        tellingIn(await askEverything(stage, caller, { ...ids, charityId: other.charityId }), everything()),
      ).toEqual([]);
  });

  it('P3: the team reads what was written to it, and no name, no address, and nothing of saved forms or buddies', async () => {
    for (const caller of [charity.manager, staffOf(charity.charityId, 'owner')]) {
      const answers = await askEverything(stage, caller, ids);
      expect(tellingIn(answers, [...allIdentities(), ...wordsFor('team')])).toEqual([]);
      expect(tellingIn(answers, ['night bus'])).toContain('view-application to staff');
    }
  });

  it('P3: a buddy reads what was written to them, and the person everything of theirs', async () => {
    const toCleo = await askEverything(stage, cleo.caller, ids);
    expect(tellingIn(toCleo, identityOf('ada'))).toEqual([]);
    const notHers = allWords().filter(({ of, readBy }) => of !== 'cleo' && readBy !== 'cleo');
    expect(
      tellingIn(
        toCleo,
        notHers.map(({ text }) => text),
      ),
    ).toEqual([]);
    expect(tellingIn(toCleo, ['jelly'])).toEqual(['view-buddies to curator']);
    const toAda = await askEverything(stage, ada.caller, ids);
    for (const secret of [...identityOf('ada'), 'night bus', 'seven hedgehogs', 'jelly', 'ward nine'])
      expect(tellingIn(toAda, [secret])).toContain('download-my-data to curator');
    const others = (Object.keys(everybody) as Who[]).filter((who) => who !== 'ada').flatMap(identityOf);
    expect(tellingIn(toAda, others)).toEqual([]);
  });

  it('P3: while it all happened nobody was answered with a name or an address, but where that is what was asked for', () => {
    expect(answered.length).toBeGreaterThan(40);
    expect(tellingIn(answered, allIdentities())).toEqual([
      'open-saved-form to anyone',
      'reveal-identity to staff',
    ]);
  });

  it('P3: no mail holds a name, a phone or a word of its reader or anybody, but the team’s words to them', () => {
    const { mails } = stage.mailbox;
    expect(mails.length).toBeGreaterThan(12);
    for (const { to, subject, text, html, headers } of mails) {
      const reader = (Object.keys(everybody) as Who[]).find((who) => everybody[who].email === to);
      const meant = allWords().filter(({ mailedTo }) => mailedTo && mailedTo === reader);
      const secrets = everything().filter(
        (secret) => secret !== to && !meant.some((one) => one.text === secret),
      );
      expect(`${subject} ${holdsAny(secrets)([headers, text, html].join('\n'))}`).toBe(`${subject} false`);
    }
    for (const { text, mailedTo } of allWords())
      if (mailedTo)
        expect(stage.mailbox.to(everybody[mailedTo].email).some((mail) => mail.text.includes(text))).toBe(
          true,
        );
  });

  it('P5: and once somebody has left, nobody can be answered anything of theirs', async () => {
    const leave = { charityId: charity.charityId, pastPosts: 'keep' } as const;
    accepted(await stage.call('leave', leave, ada.caller));
    const hers = [
      ...identityOf('ada'),
      ...allWords().flatMap(({ of, text }) => (of === 'ada' ? [text] : [])),
    ];
    for (const caller of [charity.manager, cleo.caller, ada.caller])
      expect(tellingIn(await askEverything(stage, caller, ids), hers)).toEqual([]);
    const archive = await archiveOf(stage, charity.charityId);
    expect(archive.filter((page) => holdsAny(hers)(JSON.stringify(page)))).toEqual([]);
  });
});
