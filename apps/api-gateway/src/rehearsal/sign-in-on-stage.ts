import { platformId, type RequestOf, requestStaffSignIn } from '@baton/contracts';
import { People } from '../people/people.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { AnswerSignInRequests } from '../sign-in/answer-sign-in-requests.js';
import { hashOf } from '../sign-in/secret.js';
import type { GatewayOnStage } from './gateway-on-stage.js';

export interface Mailed {
  readonly ticket: string;
  readonly code: string;
  readonly link: string;
}

interface KeptCode {
  readonly tries_left: number;
  readonly used_at: Date | null;
}

/** Signing in as a test sees it: asking, waiting for the mail, looking at what was written. */
export class SignInOnStage {
  constructor(private readonly gateway: GatewayOnStage) {}

  /** Asks for a mail; tells the ticket. */
  async ask(input: RequestOf<typeof requestStaffSignIn>): Promise<string> {
    const { body } = await this.gateway.call(requestStaffSignIn, input);
    return String(body['ticket']);
  }

  /** Asks for a mail and waits for it. */
  async mailed(input: RequestOf<typeof requestStaffSignIn>): Promise<Mailed> {
    const { post } = this.gateway;
    const before = (await post.signInMailsFor(input.email, 0)).length;
    const ticket = await this.ask(input);
    const mails = await post.signInMailsFor(input.email, before + 1);
    const newest = mails.at(-1);
    if (!newest) throw new Error('no mail came');
    return { ticket, ...newest };
  }

  /** Lets a session take big steps, without the proof. */
  async stepUp(token: string): Promise<void> {
    const sessions = this.gateway.app.get(StaffSessions);
    const session = await sessions.find(token);
    if (!session) throw new Error('there is no such session');
    await this.gateway.inCharity(platformId, (tx) =>
      sessions.stepUp(tx, session.personId, session.sessionId),
    );
  }

  /** Resolves once nobody waits for an answer any more: whatever is going to be mailed is in the queue. */
  async answered(): Promise<void> {
    while ((await this.waiting()) > 0) await this.gateway.app.get(AnswerSignInRequests).answerAll();
  }

  /** How many codes and links were made for an address; each is one mail, where somebody has the address. */
  async madeFor(email: string): Promise<number> {
    const fingerprint = await this.gateway.app.get(People).fingerprint(email);
    return (await this.codes('address_fingerprint = $1', fingerprint)).length;
  }

  madeWith = (ticket: string): Promise<KeptCode[]> => this.codes('ticket_hash = $1', hashOf(ticket));

  private codes(which: string, value: Buffer): Promise<KeptCode[]> {
    const sql = `SELECT tries_left, used_at FROM sign_in_code WHERE ${which} ORDER BY id`;
    return this.gateway.inCharity(platformId, (tx) => tx.query<KeptCode>(sql, [value]));
  }

  private async waiting(): Promise<number> {
    const sql = 'SELECT request_id FROM sign_in_request';
    return (await this.gateway.inCharity(platformId, (tx) => tx.query(sql))).length;
  }
}
