export const dayMs = 86_400_000;

type Act = () => Promise<void>;

/** What is to happen on which day. What falls on a day that is over happens on the next one. */
export class Diary {
  private readonly acts = new Map<number, Act[]>();
  today = 0;

  after(days: number, act: Act): void {
    const day = this.today + Math.max(1, days);
    this.acts.set(day, [...(this.acts.get(day) ?? []), act]);
  }

  /** Everything of today, some of it at the same time: people do not wait for each other. */
  async act(): Promise<void> {
    const acts = this.acts.get(this.today) ?? [];
    this.acts.delete(this.today);
    await sideBySide(acts);
  }
}

const atOnce = 8;

/** Several at the same time, each begun in the order given. */
export async function sideBySide(acts: readonly Act[]): Promise<void> {
  const ahead = [...acts];
  const next = async (): Promise<void> => {
    for (let act = ahead.shift(); act; act = ahead.shift()) await act();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
