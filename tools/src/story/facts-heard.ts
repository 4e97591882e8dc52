import { Envelope } from '@baton/contracts';
import { Bus, silentObserver } from '@baton/messaging';

/** Listens along on the bus and remembers every fact, so that the story can tell which service said what. */
export class FactsHeard {
  private readonly facts: Envelope[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly bus: Bus) {
    for (const subjects of ['facts.>', 'analyst.>']) {
      bus.connection.subscribe(subjects, {
        callback: (_, message) => {
          this.facts.push(Envelope.parse(message.json()));
          for (const wake of this.waiting) wake();
        },
      });
    }
  }

  static async listen(natsUrl: string): Promise<FactsHeard> {
    return new FactsHeard(await Bus.connect({ url: natsUrl, name: 'story', observer: silentObserver }));
  }

  /** The first fact of a type (`takeover.opened`) in whatever version, whose data matches, heard already or within `forMs`. */
  async hear(type: string, matching: Record<string, unknown>, forMs: number): Promise<Envelope> {
    const wanted = `baton.${type}.v`;
    const fits = (fact: Envelope) =>
      fact.type.startsWith(wanted) &&
      Object.entries(matching).every(([name, value]) => fact.data[name] === value);
    const giveUpAt = Date.now() + forMs;
    for (;;) {
      const fact = this.facts.find(fits);
      if (fact) return fact;
      const leftMs = giveUpAt - Date.now();
      if (leftMs <= 0) throw new Error(`${type} was not heard within ${forMs / 1000} s`);
      await this.nextFact(leftMs);
    }
  }

  get count(): number {
    return this.facts.length;
  }

  async stop(): Promise<void> {
    await this.bus.close();
  }

  private nextFact(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, forMs);
      this.waiting.add(wake);
    });
  }
}
