import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Caller,
  type CharityId,
  charityRegistered,
  decisionMailedAfterSeconds,
  type Operation,
  type OutputOf,
  operations,
  type RequestOf,
} from '@baton/contracts';
import { Bus, privateKeyOf, Requests, silentObserver } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { tell, testCallerKeys, testConfig, testDatabase, testNats } from '@baton/testing';
import { expect, it } from '@jest/globals';
import { recruitmentConfig } from '../config.js';
import { migrations } from '../migrations/index.js';
import { accepted } from '../rehearsal/charity-on-stage.js';
import { Mailbox } from '../rehearsal/mailbox.js';
import { runAsProcess } from '../rehearsal/run-as-process.js';
import { holdsAny, searchEverywhere } from '../rehearsal/search-everywhere.js';

const ops = operations.recruitment;
const charityId = newId<CharityId>();
const callId = newId();
const anyone: Caller = { kind: 'anyone' };
const manager: Caller = {
  ...{ kind: 'staff', charityId, memberId: newId<never>(), role: 'manager' },
  steppedUpUntil: '2100-01-01T00:00:00.000Z',
};
const gateway: Caller = { kind: 'service', service: 'api-gateway' };

const ada = {
  name: 'Adelheid Zwetschgenbaum',
  email: 'adelheid.zwetschge@example.org',
  phone: '07700 900473',
};
const bob = { name: 'Bartholomew Quillfeather', email: 'b.quillfeather@example.org' };
const aboutAda = 'My relapse began on the night bus from Penistone.';
const wordsForBob = 'Come back when the steroids have worn off.';

it('P2, P3: who somebody is stays in the vault: no table, fact or log line tells, whatever goes wrong', async () => {
  const parts = { database: await testDatabase('recruitment', migrations), nats: await testNats() };
  const mailbox = await Mailbox.open();
  const ledger = join(await mkdtemp(join(tmpdir(), 'baton-ledger-')), 'erasures.jsonl');
  const more = {
    SMTP_URL: mailbox.smtpUrl,
    PUBLIC_ORIGIN: 'https://baton.example',
    BATON_ERASURE_LEDGER: ledger,
  };
  const config = testConfig(recruitmentConfig, parts, more);
  const service = await runAsProcess(config);
  const bus = await Bus.connect({ url: parts.nats.url, name: 'test', observer: silentObserver });
  const requests = new Requests(bus, privateKeyOf(testCallerKeys), silentObserver);
  const ask = <O extends Operation>(operation: O, input: RequestOf<O>, caller: Caller) =>
    requests.call(operation, input, { caller });
  const does = async <O extends Operation>(
    operation: O,
    input: RequestOf<O>,
    caller: Caller,
  ): Promise<OutputOf<O>> => accepted(await ask(operation, input, caller));

  const data = { name: 'Shine MS', slug: 'shine-ms', zone: 'Europe/London' };
  await tell(parts.nats, charityRegistered, charityId, { subject: charityId, revision: 1, data });
  while (!(await ask(ops['view-agreement'], { charityId }, anyone)).ok);

  // What goes right: from the form to a ready curator, and the vault opened.
  const words = { title: 'Take over', invitation: 'Join us.', consentText: 'We keep you safe.' };
  const { consentHash } = await does(ops['open-call'], { charityId, callId, ...words }, manager);
  const form = { charityId, callId, identityLevel: 'anonymous', ofAge: true, consentHash } as const;
  const adas = { ...form, applicationId: newId(), penName: 'Robin', person: ada, about: aboutAda };
  await does(ops.apply, adas, anyone);
  const { curatorId } = await does(ops['accept-application'], adas, manager);
  const caller: Caller = { kind: 'curator', charityId, curatorId };
  const { ticket } = await does(ops['request-curator-sign-in'], { charityId, email: ada.email }, anyone);
  const code = /\d{8}/.exec((await mailbox.waitFor(ada.email, /\d{8}/)).subject)?.[0] ?? '';
  await ask(
    ops['confirm-curator-sign-in'],
    { charityId, email: ada.email, ticket, code: '00000000' },
    gateway,
  );
  await does(ops['confirm-curator-sign-in'], { charityId, email: ada.email, ticket, code }, gateway);
  const agreement = await does(ops['view-agreement'], { charityId }, anyone);
  await does(ops['accept-agreement'], { charityId, ...agreement }, caller);
  const purpose = `${ada.name} fell ill: to send flowers to the hospital.`;
  expect(
    await does(ops['reveal-identity'], { charityId, curatorId, reason: 'wellbeing', purpose }, manager),
  ).toEqual(ada);

  // What goes wrong: a mail server that repeats the address, input in the wrong field, a key that is gone.
  mailbox.outOfOrder = true;
  const bobs = { ...form, applicationId: newId(), penName: 'Kim', person: bob };
  await does(ops.apply, bobs, anyone);
  await does(ops.apply, { ...bobs, applicationId: newId() }, anyone);
  await does(ops['decline-application'], { ...bobs, words: wordsForBob }, manager);
  const misplaced = { ...form, applicationId: ada.email, penName: 'x', person: { ...ada, email: ada.name } };
  expect(await ask(ops.apply, misplaced, anyone)).toMatchObject({ refusal: { code: 'badInput' } });
  await service.prints('send mail');
  mailbox.outOfOrder = false;
  // A no is mailed only when it can no longer be taken back.
  await parts.database.shiftClock(decisionMailedAfterSeconds * 1000);
  await mailbox.waitFor(bob.email, /About your application/);

  await service.stop();
  await bus.close();
  const secrets = [ada.name, ada.email, ada.phone, aboutAda, bob.name, bob.email, wordsForBob, code];
  const { searched, foundIn } = await searchEverywhere(parts, secrets);
  expect(foundIn).toEqual([]);
  expect(searched.tables).toBeGreaterThanOrEqual(12);
  expect(searched.messages).toBeGreaterThanOrEqual(5);
  expect(service.printed.length).toBeGreaterThan(5);
  expect(service.printed.filter(holdsAny(secrets))).toEqual([]);
  await Promise.all([parts.database.drop(), parts.nats.stop(), mailbox.close()]);
});

it('would find what it looks for', () => {
  const holds = holdsAny(['Ada@Example.org']);
  expect(holds('{"to":"ada@example.ORG"}')).toBe(true);
  expect(holds(`\\x00${Buffer.from('Ada@Example.org').toString('hex')}`)).toBe(true);
  expect(holds(Buffer.from('Ada@Example.org').toString('base64'))).toBe(true);
  expect(holds('ada at example dot org')).toBe(false);
});
