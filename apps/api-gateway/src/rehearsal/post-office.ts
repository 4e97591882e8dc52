import { EventEmitter, once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes every mail for everybody and keeps it. */
export class PostOffice {
  private readonly mails: { to: string; text: string }[] = [];
  private readonly arrivals = new EventEmitter();

  private constructor(
    private readonly server: SMTPServer,
    private port = 0,
  ) {}

  static async open(): Promise<PostOffice> {
    const office: PostOffice = new PostOffice(
      new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        onData: (stream, session, answer) => {
          simpleParser(stream).then(({ text = '' }) => {
            for (const { address } of session.envelope.rcptTo) office.mails.push({ to: address, text });
            office.arrivals.emit('mail');
            answer();
          }, answer);
        },
      }),
    );
    const listening = office.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new Error('the post office has no port');
    office.port = address.port;
    return office;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Everybody who got a mail. */
  get addresses(): string[] {
    return this.mails.map(({ to }) => to);
  }

  /** The codes mailed to an address, oldest first, once there are at least so many. */
  async codesFor(to: string, atLeast = 1): Promise<string[]> {
    return this.inMailsTo(to, codeIn, atLeast);
  }

  /** What the sign-in links mailed to an address carry, oldest first, once there are at least so many. */
  async linksFor(to: string, atLeast = 1): Promise<string[]> {
    return this.inMailsTo(to, linkIn, atLeast);
  }

  /** The mails that somebody asked for, with code and link. */
  async signInMailsFor(to: string, atLeast: number): Promise<{ code: string; link: string }[]> {
    const both = (mail: { text: string }) =>
      linkIn(mail).flatMap((link) => codeIn(mail).map((code) => ({ code, link })));
    return this.inMailsTo(to, both, atLeast);
  }

  /** What the invitations mailed to an address carry, oldest first, once there are at least so many. */
  async invitationsFor(to: string, atLeast = 1): Promise<string[]> {
    return this.inMailsTo(to, invitationIn, atLeast);
  }

  /** The digests of audits mailed to an address, as an anchor is written, once there are at least so many. */
  async anchorsFor(to: string, atLeast = 1): Promise<string[]> {
    return this.inMailsTo(to, anchorIn, atLeast);
  }

  /** The texts of the mails to an address, oldest first, once there are at least so many. */
  textsFor(to: string, atLeast = 1): Promise<string[]> {
    return this.inMailsTo(to, ({ text }) => [text], atLeast);
  }

  /** Those of them in which these words stand. */
  textsAbout(to: string, words: string, atLeast = 1): Promise<string[]> {
    return this.inMailsTo(to, ({ text }) => (text.includes(words) ? [text] : []), atLeast);
  }

  private async inMailsTo<Found>(to: string, find: (mail: { text: string }) => Found[], atLeast: number) {
    const found = () => this.mails.filter((mail) => mail.to === to).flatMap(find);
    while (found().length < atLeast) await once(this.arrivals, 'mail');
    return found();
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const codeIn = ({ text }: { text: string }): string[] => /\b\d{8}\b/.exec(text)?.slice(0, 1) ?? [];
const linkIn = ({ text }: { text: string }): string[] =>
  /\/sign-in-by-link\?token=(\S+)/.exec(text)?.slice(1, 2) ?? [];
const invitationIn = ({ text }: { text: string }): string[] =>
  /\/invitation\?token=(\S+)/.exec(text)?.slice(1, 2) ?? [];
const anchorIn = ({ text }: { text: string }): string[] => /--anchor (\S+)/.exec(text)?.slice(1, 2) ?? [];
