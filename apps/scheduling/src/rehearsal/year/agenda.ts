type Act = () => Promise<void>;

/** What people mean to do, and when. Of several at one time in the order they were thought of. */
export class Agenda {
  private entries: { readonly at: number; readonly act: Act }[] = [];

  at(at: number, act: Act): void {
    const after = this.entries.findIndex((entry) => entry.at > at);
    this.entries.splice(after < 0 ? this.entries.length : after, 0, { at, act });
  }

  /** Infinity where nobody means to do anything. */
  get nextAt(): number {
    return this.entries[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  async act(now: number): Promise<void> {
    while (this.nextAt <= now) await this.entries.shift()?.act();
  }
}
