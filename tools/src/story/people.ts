import {
  type CharityId,
  type Client,
  createClient,
  isRefusal,
  type Operation,
  type OutputOf,
  openCuratorSession,
  openStaffSession,
  type RequestOf,
} from '@baton/contracts';
import { waitFor } from './wait-for.js';

/** How long the story bears with a service that is being started again. */
const patienceMs = 30_000;

/** Somebody at a keyboard: calls operations and takes a "no" for a broken story unless it is expected. */
export class Person {
  private readonly client: Client;

  constructor(origin: string, token?: string) {
    this.client = createClient({ origin, patienceMs, ...(token ? { token } : {}) });
  }

  async does<O extends Operation>(operation: O, input: RequestOf<O>): Promise<OutputOf<O>> {
    const result = await this.client.call(operation, input);
    if (isRefusal(result)) {
      throw new Error(
        `${operation.name} was refused (${result.refusal.code}): ${result.refusal.message} ${JSON.stringify(result.refusal.details ?? '')}`,
      );
    }
    return result.value as OutputOf<O>;
  }

  /** Calls an operation that has to be refused with this code; tells the words and details it was refused with. */
  async isRefused<O extends Operation>(operation: O, input: RequestOf<O>, code: string) {
    const result = await this.client.call(operation, input);
    if (!isRefusal(result)) throw new Error(`${operation.name} was accepted but should have been refused`);
    if (result.refusal.code !== code)
      throw new Error(`${operation.name} was refused with ${result.refusal.code}, not ${code}`);
    return result.refusal;
  }
}

/** Signs in with the code from the newest mail to an address, as a person would. */
export async function signInByMail(
  system: { gatewayOrigin: string; mailboxOrigin: string },
  charityId: CharityId,
  as: 'staff' | 'curator',
  email: string,
): Promise<Person> {
  const code = await waitFor(`the sign-in code for ${as}`, 15_000, () =>
    newestCode(system.mailboxOrigin, email),
  );
  const door = new Person(system.gatewayOrigin);
  const { token } =
    as === 'staff'
      ? await door.does(openStaffSession, { email, code })
      : await door.does(openCuratorSession, { charityId, email, code });
  return new Person(system.gatewayOrigin, token);
}

async function newestCode(mailboxOrigin: string, email: string): Promise<string | undefined> {
  const response = await fetch(`${mailboxOrigin}/api/mails?to=${encodeURIComponent(email)}`);
  const mails = (await response.json()) as { text: string; receivedAt: string }[];
  const codes = mails
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
    .flatMap(({ text }) => /\b\d{8}\b/.exec(text)?.[0] ?? []);
  return codes[0];
}
