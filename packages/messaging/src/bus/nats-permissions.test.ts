import { allEvents, analystStream, type ServiceName, serviceNames, streamOf } from '@baton/contracts';
import { type StartedNats, startNatsServer } from '@baton/local-parts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { throwawayFolder } from '../rehearsal/throwaway-folder.js';
import { Bus } from './bus.js';
import { streamsOf } from './ensure-stream.js';
import { makeStreams } from './make-streams.js';
import { inboxOf, natsPermissionsOf } from './nats-permissions.js';
import { type MessagingObserver, silentObserver } from './observer.js';

const charity = '6f9bd5c8-2a0e-4b52-9f3c-0d1f6a3f8a11';
const users = serviceNames.map((name) => ({ name, ...natsPermissionsOf(name) }));
const refusals: Record<string, string[]> = {};

let folder: Awaited<ReturnType<typeof throwawayFolder>>;
let nats: StartedNats;
let admin: Bus;
const buses = new Map<ServiceName, Bus>();

beforeAll(async () => {
  folder = await throwawayFolder();
  nats = await startNatsServer({ dataDir: folder.path, users });
  await makeStreams(nats.url, 1);
  admin = await Bus.connect({ url: nats.url, name: 'admin', observer: silentObserver });
  for (const name of serviceNames) buses.set(name, await connected(name));
});

afterAll(async () => {
  await Promise.all([...buses.values(), admin].map((bus) => bus.close()));
  await nats.stop();
  await folder.remove();
});

/** Notes what the server refuses it. */
async function connected(name: ServiceName): Promise<Bus> {
  const refused: string[] = [];
  refusals[name] = refused;
  const fault: MessagingObserver['fault'] = (_, error) => refused.push(String(error));
  return Bus.connect({ url: nats.userUrls[name] ?? '', name, observer: { ...silentObserver, fault } });
}

function busOf(service: ServiceName): Bus {
  const bus = buses.get(service);
  if (!bus) throw new Error(`${service} is not connected`);
  return bus;
}

const others = (service: ServiceName) => serviceNames.filter((name) => name !== service);
const listensTo = (service: ServiceName, owner: ServiceName) =>
  allEvents.some(
    (event) => event.audience === 'internal' && event.owner === owner && event.consumers.includes(service),
  );

/** Everything a service must not send to, made from the names of the others. */
function foreignTo(service: ServiceName): string[] {
  const ofOthers = others(service).flatMap((other) => [
    ...(service === 'api-gateway' ? [] : [`op.${other}.anything`]),
    `facts.${other}.${charity}.some.fact.v1`,
    `nudge.${other}`,
    `${inboxOf(other)}.answer`,
    ...[...streamsOf(other)].flatMap((stream) => takenFrom(stream, other)),
    ...(listensTo(service, other) ? [] : readingOf(streamOf(other), service)),
  ]);
  // What a consumer delivers goes to any subject: nobody but the gateway may have one on what they wrote themselves.
  const ofOwn = service === 'api-gateway' ? [] : readingOf(streamOf(service), service);
  const analysts = service === 'feedback' ? changing(analystStream) : [`analyst.${charity}.forged.v1`];
  return [
    ...ofOthers,
    ...ofOwn,
    ...changing(streamOf(service)),
    ...analysts,
    '_INBOX.somebody',
    '$SYS.REQ.SERVER.PING',
  ];
}

const changing = (stream: string) =>
  ['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'MSG.DELETE', 'SNAPSHOT', 'RESTORE'].map(
    (what) => `$JS.API.STREAM.${what}.${stream}`,
  );
const readingOf = (stream: string, durable: string) => [
  `$JS.API.STREAM.MSG.GET.${stream}`,
  `$JS.API.DIRECT.GET.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}.${durable}`,
  `$JS.API.CONSUMER.DURABLE.CREATE.${stream}.${durable}`,
  `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
];
/** Another service's place in a stream: to move it, delete it, or take its facts away. */
const takenFrom = (stream: string, other: ServiceName) => [
  ...changing(stream),
  `$JS.API.CONSUMER.CREATE.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}.${other}`,
  `$JS.API.CONSUMER.DELETE.${stream}.${other}`,
  `$JS.API.CONSUMER.MSG.NEXT.${stream}.${other}`,
  `$JS.ACK.${stream}.${other}.1.1.1.1.0`,
];

const refused = async (service: ServiceName, act: (bus: Bus) => void): Promise<string[]> => {
  const noted = refusals[service] ?? [];
  noted.length = 0;
  act(busOf(service));
  await busOf(service).ping();
  await new Promise((resolve) => setImmediate(resolve));
  return [...noted];
};

describe.each(serviceNames)('T4: %s on the bus', (service) => {
  it('sends to nothing that is another’s, makes no stream, and takes nothing it was not promised', async () => {
    const subjects = foreignTo(service);
    const heard = new Set<string>();
    const listening = admin.connection.subscribe('>', {
      callback: (_, { subject }) => void heard.add(subject),
    });
    await admin.ping();
    const told = await refused(service, (bus) => {
      for (const subject of subjects) bus.connection.publish(subject, '{}');
    });
    await admin.ping();
    listening.unsubscribe();
    expect(subjects.filter((subject) => heard.has(subject))).toEqual([]);
    expect(told).toHaveLength(subjects.length);
  });

  it('listens to nothing that is another’s', async () => {
    const subjects = [
      ...others(service).flatMap((other) => [`op.${other}.>`, `nudge.${other}`, `${inboxOf(other)}.>`]),
      ...['>', '*.>', 'op.>', 'facts.>', `facts.${service}.>`, 'analyst.>', '_INBOX.>', '$JS.>', '$SYS.>'],
    ];
    const told = await refused(service, (bus) => {
      for (const subject of subjects) bus.connection.subscribe(subject, { callback: () => {} });
    });
    expect(told).toHaveLength(subjects.length);
  });

  it('states its own facts, and answers what it is asked', async () => {
    const { stream } = await jetstream(busOf(service).connection).publish(
      `facts.${service}.${charity}.some.fact.v1`,
      '{}',
    );
    expect(stream).toBe(streamOf(service));
    const answering = busOf(service).connection.subscribe(`op.${service}.anything`, {
      callback: (_, question) => void question.respond('yes'),
    });
    await busOf(service).ping();
    const answer = await busOf('api-gateway').connection.request(`op.${service}.anything`, '', {
      timeout: 5_000,
    });
    answering.unsubscribe();
    expect(answer.string()).toBe('yes');
  });

  it('takes the facts of whom it listens to by its own consumer', async () => {
    const manager = await jetstreamManager(busOf(service).connection);
    for (const owner of serviceNames.filter((name) => listensTo(service, name))) {
      await manager.consumers.add(streamOf(owner), { durable_name: service, ack_policy: 'explicit' });
      const info = await manager.consumers.info(streamOf(owner), service);
      expect(info.name).toBe(service);
    }
  });
});
