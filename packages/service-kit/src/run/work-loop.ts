/**
 * Runs rounds of work one after another: again when rung, and when the time that the last round named is
 * over. A fault does not end it; the next round comes after a second.
 */
export class WorkLoop {
  private stopping = false;
  private rung = false;
  private wake: () => void = () => {};
  private running: Promise<void> = Promise.resolve();

  constructor(
    /** Does what is due and answers with the ms until there may be more. */
    private readonly round: () => Promise<number>,
    private readonly onFault: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  ring(): void {
    this.rung = true;
    this.wake();
  }

  /** Resolves when the round that is going on has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.rung = false;
      const restMs = await this.round().catch((error: unknown) => {
        this.onFault(error);
        return 1_000;
      });
      if (!this.rung && !this.stopping) await this.rest(restMs);
    }
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
