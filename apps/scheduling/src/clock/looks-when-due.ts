import type { Log } from '@baton/service-kit';
import type { SchedulerRegistry } from '@nestjs/schedule';

export interface Look {
  /** There was so much to do that there may be more. */
  readonly again: boolean;
  /** Null where nothing is ahead; negative where another replica is at it at this moment. */
  readonly untilNextDueMs: number | null;
}

const longestPauseMs = 1_000;
const pauseWhileAnotherIsAtItMs = 20;

/**
 * Chooses when a process looks for what is due: when the next thing it saw is, and after a second at the latest, so that
 * what another replica adds is no more than a second late. One look at a time. Nothing is remembered between looks.
 */
export class LooksWhenDue {
  private running = false;
  private lastLook: Promise<void> = Promise.resolve();
  private readonly timeout: string;

  constructor(
    private readonly name: string,
    private readonly lookOnce: () => Promise<Look>,
    private readonly schedule: SchedulerRegistry,
    private readonly log: Log,
  ) {
    this.timeout = `${name}: next look`;
  }

  start(): void {
    this.running = true;
    void this.look();
  }

  /** Resolves when no look is under way and none will follow. */
  async stop(): Promise<void> {
    this.running = false;
    this.forgetNextLook();
    await this.lastLook;
  }

  /** Looks now, after the look under way if there is one. Resolves when what was due has been done. */
  look(): Promise<void> {
    this.lastLook = this.lastLook.then(() => this.doWhatIsDue());
    return this.lastLook;
  }

  private async doWhatIsDue(): Promise<void> {
    let pauseMs = longestPauseMs;
    try {
      let look: Look;
      do {
        look = await this.lookOnce();
      } while (look.again);
      pauseMs = pauseBefore(look.untilNextDueMs);
    } catch (error) {
      this.log.fault(this.name, error);
    }
    this.lookAgainIn(pauseMs);
  }

  private lookAgainIn(pauseMs: number): void {
    this.forgetNextLook();
    if (!this.running) return;
    this.schedule.addTimeout(
      this.timeout,
      setTimeout(() => void this.look(), pauseMs),
    );
  }

  private forgetNextLook(): void {
    if (this.schedule.doesExist('timeout', this.timeout)) this.schedule.deleteTimeout(this.timeout);
  }
}

export function pauseBefore(untilNextDueMs: number | null): number {
  if (untilNextDueMs === null) return longestPauseMs;
  if (untilNextDueMs <= 0) return pauseWhileAnotherIsAtItMs;
  return Math.min(Math.ceil(untilNextDueMs), longestPauseMs);
}
