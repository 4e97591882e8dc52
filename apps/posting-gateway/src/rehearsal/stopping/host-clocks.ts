import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The clocks of the computers that Baton runs on. They follow the time that passes on stage, and each may be wrong: what
 * runs on a host sees `Date` and `new Date()` off by its skew. Monotonic clocks go on as they are.
 */
export class HostClocks {
  passedMs = 0;
  private readonly skew = new AsyncLocalStorage<number>();
  private readonly real = globalThis.Date;

  takeOver(): void {
    const { real } = this;
    const now = () => real.now() + this.passedMs + (this.skew.getStore() ?? 0);
    globalThis.Date = new Proxy(real, {
      construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }

  giveBack(): void {
    globalThis.Date = this.real;
  }

  onHost<Value>(skewMs: number, work: () => Promise<Value>): Promise<Value> {
    return this.skew.run(skewMs, work);
  }
}
