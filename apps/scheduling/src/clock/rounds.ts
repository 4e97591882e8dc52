import type { CharityId } from '@baton/contracts';
import type { Database, Tx } from '@baton/persistence';
import type { Log } from '@baton/service-kit';

export interface Round<Behind> {
  /** What has fallen behind, across charities. */
  find(): Promise<readonly Behind[]>;
  catchUp(tx: Tx, behind: Behind): Promise<void>;
}

/**
 * Rounds that catch up with whatever has fallen behind: one after the other in a process, and each thing in a transaction of its own,
 * so that one which fails is no obstacle to the others. Whoever stops waits for the one under way.
 */
export class Rounds<Behind extends { readonly charityId: CharityId }> {
  private running = false;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly round: Round<Behind>,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = true;
    void this.go();
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.lastRound;
  }

  /** Resolves when everything that was behind has been tried. */
  go(): Promise<void> {
    this.lastRound = this.lastRound.then(() => this.catchUp());
    return this.lastRound;
  }

  private async catchUp(): Promise<void> {
    const behind = await this.round.find().catch((error: unknown) => this.report(error));
    for (const one of behind ?? []) {
      if (!this.running) return;
      await this.database
        .inCharity(one.charityId, (tx) => this.round.catchUp(tx, one))
        .catch((error: unknown) => this.report(error));
    }
  }

  private report(error: unknown): void {
    this.log.fault(this.name, error);
  }
}
