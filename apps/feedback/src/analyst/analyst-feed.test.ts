import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actorOf, Envelope, feedbackAudited, wireTypeOf } from '@baton/contracts';
import { type StartedNats, startNatsServer } from '@baton/local-parts';
import { Bus, silentObserver } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AckPolicy, jetstreamManager } from '@nats-io/jetstream';
import { createInbox, type Msg } from '@nats-io/transport-node';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const stream = 'ANALYST';
const impact = 'analyst_impact';
const nextOf = (durable: string) => `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`;

describe('an analyst’s feed', () => {
  let folder: string;
  let nats: StartedNats;
  let stage: Stage;
  let charity: CharityOnStage;
  let neighbour: CharityOnStage;
  let analyst: Bus;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-analyst-'));
    const durables = [impact, 'analyst_neighbour'];
    nats = await startNatsServer({
      dataDir: folder,
      analysts: durables.map((durable) => ({ stream, durable })),
    });
    stage = await Stage.open(nats);
    [charity, neighbour] = [await stage.aCharity('Europe/London'), await stage.aCharity('Europe/London')];
    await charity.openFeed('impact');
    const url = nats.analystUrls[impact] ?? '';
    analyst = await Bus.connect({ url, name: 'analyst', observer: silentObserver });
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(async () => {
    await analyst.close();
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** All there is to read, acknowledged, as an analyst's own program would read it. */
  async function readAll(durable = impact): Promise<Msg[]> {
    const { connection } = analyst;
    const inbox = createInbox();
    const heard: Msg[] = [];
    const replies = connection.subscribe(inbox);
    connection.publish(nextOf(durable), JSON.stringify({ batch: 100, no_wait: true }), { reply: inbox });
    for await (const message of replies) {
      if (message.headers?.code) break;
      heard.push(message);
      if (message.reply) connection.publish(message.reply);
    }
    await connection.flush();
    return heard;
  }
  async function answered(at: CharityOnStage, curator = at.aCurator()) {
    const asked = await at.anAskedCurator(curator);
    accepted(await at.answer(asked.survey, curator));
    await stage.service.settle();
    return asked;
  }

  it('gives the charity’s answers as scores, under a pseudonym, and no other charity’s', async () => {
    await answered(charity);
    await answered(neighbour);
    const read = await readAll();
    expect(read.map(({ subject }) => subject)).toEqual([
      `analyst.${charity.charityId}.experience.recorded.v1`,
    ]);
    expect(Envelope.parse(read[0]?.json()).data).toEqual({
      respondent: expect.stringMatching(/^r_[0-9a-f]{16}$/),
      wave: 'after',
      week: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      ucla: 6,
      direct: 'occasionally',
      experience: 5,
    });
    expect(await readAll()).toEqual([]);
  });

  it('T5: ties nothing to a curator, a takeover, a survey, a moment, a cause or a call', async () => {
    const { curator, survey } = await answered(charity);
    const [message, ...others] = await readAll();
    expect(others).toEqual([]);
    const envelope = Envelope.parse(message?.json());
    const sent = `${message?.subject} ${JSON.stringify(message?.headers)} ${message?.string()}`;
    for (const secret of [curator.curatorId, survey.surveyId, survey.takeoverId, 'yoga'])
      expect(sent).not.toContain(secret);
    expect(envelope.id).toMatch(/^.{14}4/);
    expect(envelope.subject).toBe(envelope.data['respondent']);
    expect(envelope.time).toBe(`${envelope.data['week']}T00:00:00.000Z`);
    expect(new Date(envelope.time).getUTCDay()).toBe(1);
    expect(envelope).not.toHaveProperty('causationid');
    expect(envelope).not.toHaveProperty('traceparent');
    const calls = (await charity.facts()).filter(({ subject }) => subject === survey.surveyId);
    const traces = calls.flatMap(({ traceparent }) => traceparent?.split('-')[1] ?? []);
    expect(traces).toHaveLength(2);
    for (const trace of traces) expect(sent).not.toContain(trace);
  });

  it('T5: knows one curator again within the charity, and at no other charity', async () => {
    const first = await answered(charity);
    await stage.database.shiftClock(7 * 24 * 3_600_000);
    await answered(charity, first.curator);
    const envelopes = (await readAll()).map((message) => Envelope.parse(message.json()));
    expect(envelopes.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(envelopes[0]?.subject).toBe(envelopes[1]?.subject);
    await answered(neighbour, neighbour.aCurator(first.curator.curatorId));
    const [elsewhere] = (await neighbour.facts()).filter(({ type }) => type.includes('experience')).slice(-1);
    expect(elsewhere?.subject).toMatch(/^r_/);
    expect(elsewhere?.subject).not.toBe(envelopes[0]?.subject);
  });

  it('is opened and noted once, opened again as it was, and begins for nobody at the end', async () => {
    const feed = { stream, durable: impact, subjects: `analyst.${charity.charityId}.>` };
    expect(await charity.openFeed('impact')).toEqual({ ok: true, value: feed });
    const noted = (await charity.facts()).filter(({ type }) => type === wireTypeOf(feedbackAudited));
    expect(noted.map(({ data }) => data)).toMatchObject([
      { actor: actorOf(charity.manager), action: 'feed.opened', about: null },
    ]);
    await answered(neighbour);
    accepted(await neighbour.openFeed('neighbour'));
    const { consumers } = await jetstreamManager(stage.service.app.get(Bus).connection);
    expect((await consumers.info(stream, 'analyst_neighbour')).num_pending).toBeGreaterThan(0);
  });

  it('has a name that one charity holds, also when two want it at once', async () => {
    expect(await neighbour.openFeed('impact')).toMatchObject({ refusal: { code: 'feedTaken' } });
    const both = await Promise.all([charity.openFeed('both'), neighbour.openFeed('both')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { consumers } = await jetstreamManager(stage.service.app.get(Bus).connection);
    const { config } = await consumers.info(stream, impact);
    expect(config.filter_subject).toBe(`analyst.${charity.charityId}.>`);
  });

  it('never turns a consumer that reads something else, whoever made it', async () => {
    const { consumers } = await jetstreamManager(stage.service.app.get(Bus).connection);
    const filter_subject = `analyst.${newId()}.>`;
    await consumers.add(stream, {
      durable_name: 'analyst_old',
      filter_subject,
      ack_policy: AckPolicy.Explicit,
    });
    expect(await charity.openFeed('old')).toMatchObject({ refusal: { code: 'feedTaken' } });
    expect((await consumers.info(stream, 'analyst_old')).config.filter_subject).toBe(filter_subject);
  });

  it('T4: is all that an analyst’s account reaches', async () => {
    const { connection } = analyst;
    const overheard: string[] = [];
    for (const subjects of ['facts.>', 'op.>', 'analyst.>', 'nudge.>', '$JS.>', '_INBOX.>', '>'])
      connection.subscribe(subjects, {
        callback: (_, { subject }) => {
          overheard.push(subject);
        },
      });
    await connection.flush();
    await answered(charity);
    await answered(neighbour);
    expect(overheard).toEqual([]);

    const api = [
      'STREAM.LIST',
      'STREAM.NAMES',
      `STREAM.INFO.${stream}`,
      `STREAM.MSG.GET.${stream}`,
      `STREAM.PURGE.${stream}`,
      'STREAM.MSG.GET.FACTS_FEEDBACK',
      `CONSUMER.CREATE.${stream}`,
      `CONSUMER.DURABLE.CREATE.${stream}.mine`,
      `CONSUMER.INFO.${stream}.analyst_neighbour`,
      `CONSUMER.DELETE.${stream}.${impact}`,
      `CONSUMER.MSG.NEXT.${stream}.analyst_neighbour`,
      'CONSUMER.MSG.NEXT.FACTS_SCHEDULING.feedback',
      'DIRECT.GET.ANALYST',
    ].map((subject) => `$JS.API.${subject}`);
    const before = await whatServicesHave();
    const probes = [...api, 'op.feedback.list-surveys'].flatMap((subject) =>
      ['', '{"batch":1,"seq":1}'].map((body) => connection.request(subject, body, { timeout: 500 })),
    );
    const answers = await Promise.allSettled(probes);
    const told = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.json()] : []));
    for (const answer of told) expect(answer).toMatchObject({ error: { code: expect.any(Number) } });
    expect(await whatServicesHave()).toEqual(before);
  });

  /** Messages, and how far each durable has come. */
  async function whatServicesHave() {
    const { streams, consumers } = await jetstreamManager(stage.service.app.get(Bus).connection);
    const { state } = await streams.info(stream);
    const durables = (await consumers.list(stream).next()).map(({ name, delivered }) => [name, delivered]);
    return { messages: state.messages, durables };
  }

  it('T4: cannot make the server say something to our own subjects in the analyst’s place', async () => {
    await answered(charity);
    const heard: string[] = [];
    const services = stage.service.app.get(Bus).connection;
    const listening = services.subscribe('op.feedback.injected', {
      callback: (_, { subject }) => {
        heard.push(subject);
      },
    });
    const { connection } = analyst;
    connection.publish(nextOf(impact), '{"batch":1,"no_wait":true}', { reply: 'op.feedback.injected' });
    connection.publish('op.feedback.injected', '{}');
    connection.publish(`facts.feedback.${charity.charityId}.survey.opened.v1`, '{}');
    await connection.flush();
    await services.flush();
    await stage.service.settle();
    expect(heard).toEqual([]);
    listening.unsubscribe();
  });
});
