import { type Caller, type CuratorId, curatorReady, mayCurate } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { consentsTo } from '../consent/consent-records.js';
import { TellFingerprints } from '../identity/tell-fingerprints.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { type Done, stillRequired } from './decide-ready.js';
import { requirementsOf } from './requirements.js';
import { noteDone, whatIsDone } from './what-is-done.js';

const countReady = `
  UPDATE application SET ready_count = ready_count + 1 WHERE charity_id = $1 AND application_id = $2
  RETURNING ready_count AS "readyCount"`;

/** Whose doing a step is: a caller’s, or nobody’s but a fact’s that was heard. */
type By = Caller | string;
const baton = 'recruitment';

/** So long after the beginning, whoever has not come to the end is told what is open. Once. */
const listIsOpenAfterDays = 14;

/**
 * Somebody is ready by themselves, when the last thing on their list is done; nobody presses a button. Whoever was ready
 * before a charity asked for more stays ready: they have been promised it.
 */
@Injectable()
export class ReachReady {
  constructor(
    private readonly fingerprints: TellFingerprints,
    private readonly mail: QueueMail,
  ) {}

  /** Something on the list of a curator who may have left meanwhile is done. */
  async done(tx: Tx, curatorId: CuratorId, item: Parameters<typeof noteDone>[2]): Promise<void> {
    const curator = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!curator) return;
    await noteDone(tx, curatorId, item);
    await this.look(tx, curator);
  }

  /** Moves them on as far as their list allows; their row must be locked. */
  async look(tx: Tx, curator: Application, by: By = baton): Promise<Application> {
    const preparing = await this.begin(tx, curator, by);
    if (preparing.state !== 'preparing' || !(await this.mayGo(tx, preparing))) return preparing;
    return this.arrive(tx, preparing);
  }

  /** Somebody who had said “not now” is back: ready at once where their list is still done. */
  async comeBack(tx: Tx, curator: Application, by: By): Promise<Application> {
    if (curator.state !== 'later') return curator;
    return (await this.mayGo(tx, curator))
      ? this.arrive(tx, curator, by)
      : moveApplication(tx, curator, 'preparing', { by });
  }

  /** The first thing somebody does after the team’s yes. */
  async begin(tx: Tx, curator: Application, by: By): Promise<Application> {
    if (curator.state !== 'accepted') return curator;
    const { applicationId } = curator;
    const dueInSeconds = listIsOpenAfterDays * 86_400;
    await this.mail.queue(tx, { applicationId, letter: 'listIsOpen', cause: 'began', dueInSeconds });
    return moveApplication(tx, curator, 'preparing', { by });
  }

  private async arrive(tx: Tx, curator: Application, by: By = baton): Promise<Application> {
    const ready = await moveApplication(tx, curator, 'ready', { by });
    const revision = await this.state(tx, ready);
    const { applicationId } = ready;
    await this.mail.queue(tx, { applicationId, letter: 'youAreReady', cause: `ready ${revision}` });
    return ready;
  }

  /** Says to everybody that this curator may post, as they are now. Resolves with how often it was said of them. */
  async state(tx: Tx, curator: Application): Promise<number> {
    const { applicationId, curatorId, penName, identityLevel, agreementVersion } = curator;
    if (!curatorId || !agreementVersion || !mayCurate(curator.state))
      throw new Error('somebody is said to be ready who is not');
    const [counted] = await tx.query<{ readyCount: number }>(countReady, [tx.charityId, applicationId]);
    const revision = counted?.readyCount ?? 1;
    const data = { curatorId, penName, identityLevel, agreementVersion };
    await appendFacts(tx, newFact(curatorReady, { subject: curatorId, revision, data }));
    await this.fingerprints.tell(tx, curator);
    return revision;
  }

  private async mayGo(tx: Tx, curator: Application): Promise<boolean> {
    const done: Done = await whatIsDone(tx, curator);
    if (stillRequired(await requirementsOf(tx), done).length > 0) return false;
    return consentsTo(tx, curator.applicationId, 'posting');
  }
}
