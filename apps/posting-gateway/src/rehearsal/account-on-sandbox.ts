import type { AccountId } from '@baton/contracts';
import type { FaultRule, Post, RequestRecord, SandboxControl } from '@baton/x-sandbox';

/** One account on the sandbox: what X does next, what it was asked and what it has. */
export class AccountOnSandbox {
  readonly handle: string;

  constructor(
    private readonly control: SandboxControl,
    accountId: AccountId,
  ) {
    this.handle = `c_${accountId.replaceAll('-', '').slice(-12)}`;
  }

  open(): void {
    this.control.createAccount({ username: this.handle, name: 'Shine' });
  }

  get xUserId(): string {
    const account = this.control.accounts().find(({ username }) => username === this.handle);
    if (!account) throw new Error(`@${this.handle} is not on X`);
    return account.id;
  }

  /** The next creations of a post go so, in this order. */
  goes(faults: readonly FaultRule[]): void {
    for (const fault of faults) {
      this.control.queueFault({ method: 'POST', path: '/2/tweets', account: this.handle, ...fault });
    }
  }

  /** The next looks at its own timeline go so. */
  shows(faults: readonly FaultRule[]): void {
    for (const fault of faults) {
      this.control.queueFault({ path: '/2/users/:id/tweets', account: this.handle, ...fault });
    }
  }

  /** Every post that took effect, in order. */
  posts(): readonly Post[] {
    return this.control.posts(this.handle);
  }

  /** Every time that X was asked to create a post, in the order in which it was asked. */
  calls(): readonly RequestRecord[] {
    return this.control
      .requests()
      .filter(({ route, method, username }) => {
        return route === '/2/tweets' && method === 'POST' && username === this.handle;
      })
      .sort((a, b) => a.receivedAt - b.receivedAt);
  }
}
