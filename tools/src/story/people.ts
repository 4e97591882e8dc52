import {
  acceptInvitation,
  type CharityId,
  type Client,
  createClient,
  isRefusal,
  type Operation,
  type OutputOf,
  openCuratorSession,
  openStaffSession,
  type RequestOf,
  requestCuratorSignIn,
  requestStaffSignIn,
  requestStepUpCode,
  stepUp,
} from '@baton/contracts';
import { waitFor } from './wait-for.js';

/** How long the story bears with a service that is being started again. */
const patienceMs = 30_000;

/** Somebody at a keyboard: calls operations and takes a "no" for a broken story unless it is expected. */
export class Person {
  private readonly client: Client;

  constructor(
    origin: string,
    readonly token?: string,
  ) {
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

interface Places {
  readonly gatewayOrigin: string;
  readonly mailboxOrigin: string;
}

/** Signs in with a code from a mail, as a person would who has asked for one. */
export async function signInByMail(
  system: Places,
  charityId: CharityId,
  as: 'staff' | 'curator',
  email: string,
): Promise<Person> {
  const door = new Person(system.gatewayOrigin);
  const signIn = as === 'staff' ? signInAsStaff : signInAsCurator;
  const token = await signIn(system, door, charityId, email);
  return new Person(system.gatewayOrigin, token);
}

/** Joins a team by the link in the invitation, which signs in whoever is new. */
export async function joinByMail(system: Places, email: string): Promise<Person> {
  const token = await waitFor('an invitation in the mailbox', 15_000, async () => {
    const texts = await textsMailed(system, email);
    return texts.flatMap((text) => /\/invitation\?token=(\S+)/.exec(text)?.slice(1, 2) ?? [])[0];
  });
  const door = new Person(system.gatewayOrigin);
  const { session } = await door.does(acceptInvitation, { token, device: 'A story' });
  if (!session) throw new Error(`${email} had been here before`);
  return new Person(system.gatewayOrigin, session.token);
}

/** Confirms a big step with a mailed code: for ten minutes the person may connect, release, approve and the like. */
export async function stepUpByMail(system: Places, person: Person, email: string): Promise<void> {
  const before = (await codesMailed(system, email)).length;
  const { ticket } = await person.does(requestStepUpCode, {});
  const code = await newCode(system, email, before);
  await person.does(stepUp, { proof: { by: 'code', ticket, code } });
}

/** The code that is mailed once somebody has asked for one. */
export async function codeMailedAfter(
  system: Places,
  email: string,
  asking: () => Promise<void>,
): Promise<string> {
  const before = (await codesMailed(system, email)).length;
  await asking();
  return newCode(system, email, before);
}

async function signInAsStaff(system: Places, door: Person, charityId: CharityId, email: string) {
  const before = (await codesMailed(system, email)).length;
  const { ticket } = await door.does(requestStaffSignIn, { charityId, email });
  const code = await newCode(system, email, before);
  return (await door.does(openStaffSession, { ticket, code, device: 'A story' })).token;
}

async function signInAsCurator(system: Places, door: Person, charityId: CharityId, email: string) {
  const before = (await codesMailed(system, email)).length;
  const { ticket } = await door.does(requestCuratorSignIn, { charityId, email });
  const code = await newCode(system, email, before);
  return (await door.does(openCuratorSession, { charityId, email, ticket, code, device: 'A story' })).token;
}

/** The newest code once there are more than before. */
const newCode = (system: Places, email: string, before: number): Promise<string> =>
  waitFor('a code in the mailbox', 15_000, async () => {
    const codes = await codesMailed(system, email);
    return codes.length > before ? codes[0] : undefined;
  });

/** Newest first. */
async function codesMailed(system: Places, email: string): Promise<string[]> {
  const texts = await textsMailed(system, email);
  return texts.flatMap((text) => /\b\d{8}\b/.exec(text)?.[0] ?? []);
}

/** Newest first. */
export async function textsMailed({ mailboxOrigin }: Places, email: string): Promise<string[]> {
  const response = await fetch(`${mailboxOrigin}/api/mails?to=${encodeURIComponent(email)}`);
  const mails = (await response.json()) as { text: string; receivedAt: string }[];
  return mails.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)).map(({ text }) => text);
}
