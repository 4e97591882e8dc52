import type { CharityId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { ChangeSwitch } from '../../kill-switch/change-switch.js';
import { lockPost } from '../../posts/post-row.js';
import { AskX } from '../../publishing/ask-x.js';
import { renewLease } from '../../publishing/claim-lanes.js';
import { PublishingRecords } from '../../publishing/publishing-records.js';
import { writeAttempt } from '../../publishing/write-attempt.js';
import { OnTakeoverMoved } from '../../takeovers/on-takeover-moved.js';
import { XAccount } from '../../x/x-account.js';
import { leaseMs } from '../publishing-stage.js';

/** Puts a fault into a process on purpose, so that it is seen whether anybody notices. */
export type Spoil = (app: INestApplicationContext) => void;

/** What is decided when a post is taken is not decided again in the transaction that records the attempt. */
export const looksOnlyOnce: Spoil = (app) => {
  const database = app.get(Database);
  app.get(PublishingRecords).attempt = (lane, { row }) =>
    database.inCharity(lane.charityId, async (tx) => {
      if (!(await renewLease(tx, lane, leaseMs))) return { go: false };
      if ((await lockPost(tx, row.post_id))?.state !== 'queued') return { go: false };
      return { go: true, attempt: await writeAttempt(tx, row), untilEndMs: Number.POSITIVE_INFINITY };
    });
};

/** However long ago the attempt was recorded, and wherever the window ends. */
export const callsLate: Spoil = (app) => {
  const x = app.get(XAccount);
  app.get(AskX).publish = (prepared) => x.publish(prepared, 10_000);
};

/** Every question for the time is answered by the host, where that is ahead. */
export const goesByItsHost: Spoil = (app) => {
  const database = app.get(Database);
  const inCharity = database.inCharity.bind(database);
  const byHost = (tx: Tx): Tx =>
    new Proxy(tx, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
        return (sql: string, values?: readonly unknown[]) => {
          const latest = `greatest(baton.now(), timestamptz '${new Date().toISOString()}')`;
          return target.query(sql.replaceAll('baton.now()', latest), values);
        };
      },
    });
  database.inCharity = <Value>(charityId: CharityId, work: (tx: Tx) => Promise<Value>) =>
    inCharity(charityId, (tx) => work(byHost(tx)));
};

/** The rota says that the window is another one, and this process goes on by the old one. */
export const hearsOfNoMove: Spoil = (app) => {
  app.get(OnTakeoverMoved).handle = async () => undefined;
};

/** A proof that keeps quiet about a post. */
export const provesTooLittle: Spoil = (app) => {
  const killSwitch = app.get(ChangeSwitch);
  const change = killSwitch.change.bind(killSwitch);
  killSwitch.change = async (...given) => {
    const proof = await change(...given);
    return { ...proof, stopped: proof.stopped.slice(1) };
  };
};
