import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOperations, type Operation, splitInput } from '@baton/contracts';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { waitFor } from '../story/wait-for.js';
import { type CharityWithEverything, charityWithEverything } from './charity-with-everything.js';
import { type RowsOfCharity, rowsOfCharity } from './rows-of-charity.js';
import { idFieldsOf, sampleInput } from './sample-input.js';

export const routed = allOperations.filter(({ path }) => path !== 'internal');

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The whole system with two charities in it. Every text of the second holds `theirWord`; none of the first does. */
export class TwoCharities {
  private constructor(
    readonly system: RunningSystem,
    readonly ours: CharityWithEverything,
    readonly theirs: CharityWithEverything,
  ) {}

  static async open(theirWord: string): Promise<TwoCharities> {
    const dataDir = await mkdtemp(join(tmpdir(), 'baton-access-'));
    await chmod(dataDir, 0o755);
    const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
    const system = await startStack({ dataDir, analystFeed: 'access-test', env });
    try {
      const [ours, theirs] = await Promise.all([
        charityWithEverything(system, { word: 'heron', isOver: false }),
        charityWithEverything(system, { word: theirWord, isOver: true }),
      ]);
      return new TwoCharities(system, ours, theirs);
    } catch (fault) {
      await end(system);
      throw fault;
    }
  }

  close = (): Promise<void> => end(this.system);

  async ask(operation: Operation, input: Record<string, unknown>, token?: string): Promise<Answer> {
    const { path, query, body } = splitInput(operation, input);
    const response = await fetch(`${this.system.gatewayOrigin}/api${path}?${query}`, {
      method: operation.method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, text: await response.text() };
  }

  /**
   * Every way to name what is theirs in a call to our own charity: all objects are theirs, and where there are several,
   * each of them alone among ours. Where nothing is named, once.
   */
  foreignInputs(operation: Operation): Record<string, unknown>[] {
    const fields = objectFieldsOf(operation);
    const most = Math.max(1, ...fields.map((field) => this.theirs.ids[field]?.length ?? 0));
    const all = Array.from({ length: most }, (_, which) => this.naming(operation, () => true, which));
    const one = fields.map((field) => this.naming(operation, (each) => each === field));
    return fields.length > 1 ? [...all, ...one] : all;
  }

  private naming(operation: Operation, isTheirs: (field: string) => boolean, which = 0) {
    return sampleInput(operation, (field) => {
      if (field === 'charityId') return this.ours.charityId;
      const ids = (isTheirs(field) ? this.theirs : this.ours).ids[field] ?? [];
      return ids[which] ?? ids[0] ?? randomUUID();
    });
  }

  /** Their charity and their objects, as somebody who belongs there names them. */
  theirInput(operation: Operation): Record<string, unknown> {
    const { charityId, ids } = this.theirs;
    return sampleInput(operation, (field) =>
      field === 'charityId' ? charityId : (ids[field]?.[0] ?? randomUUID()),
    );
  }

  /** Their rows, once nothing is under way any more. */
  theirRows(): Promise<RowsOfCharity> {
    let last = '';
    return waitFor('the other charity to be at rest', 30_000, async () => {
      const rows = await rowsOfCharity(this.system.adminDatabaseUrl, this.theirs.charityId);
      const isSettled = JSON.stringify(rows) === last;
      last = JSON.stringify(rows);
      return isSettled ? rows : undefined;
    });
  }
}

async function end(system: RunningSystem): Promise<void> {
  await system.stop();
  await rm(system.dataFolder, { recursive: true, force: true });
}

/** The fields of an operation that name an object of a charity. */
export const objectFieldsOf = (operation: Operation): string[] =>
  idFieldsOf(operation).filter((field) => field !== 'charityId');
