import { EventEmitter, once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where it said it would come back to. */
  readonly returnTo: string;
  /** Under which it came, and which mails it follows. */
  readonly messageId: string;
  readonly follows: readonly string[];
  /** All its headers as they came, `name: value`, one a line. */
  readonly headers: string;
}

/** A mail server that keeps what it takes, and takes nothing while it is out of order. */
export class Mailbox {
  readonly mails: Mail[] = [];
  outOfOrder = false;
  /** Addresses at which there is nobody. */
  readonly unknown = new Set<string>();
  /** What happens while somebody waits for it to take a mail. */
  meanwhile: () => Promise<void> = () => Promise.resolve();

  /** Whether it takes a mail and then dies before it can say so. */
  losesItsAnswer: () => boolean = () => false;

  private readonly arrivals = new EventEmitter();

  private constructor(
    private readonly server: SMTPServer,
    private port = 0,
  ) {}

  static async open(): Promise<Mailbox> {
    const mailbox: Mailbox = new Mailbox(
      new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        // Real servers repeat the address in their refusal as well.
        onRcptTo: ({ address }, _, answer) => answer(mailbox.refusalOf(address)),
        onData: (stream, session, answer) => {
          Promise.all([simpleParser(stream), mailbox.meanwhile()]).then(([parsed]) => {
            for (const { address } of session.envelope.rcptTo)
              mailbox.mails.push({ ...mailIn(parsed), to: address, returnTo: returnPathOf(session) });
            mailbox.arrivals.emit('mail');
            answer(mailbox.losesItsAnswer() ? new Error('the line went dead') : null);
          }, answer);
        },
      }),
    );
    const listening = mailbox.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new Error('the mailbox listens on no port');
    mailbox.port = address.port;
    return mailbox;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  private refusalOf(address: string): Error | null {
    const refuse = (responseCode: number) =>
      Object.assign(new Error(`cannot take mail for ${address}`), { responseCode });
    if (this.outOfOrder) return refuse(451);
    return this.unknown.has(address.toLowerCase()) ? refuse(550) : null;
  }

  to(address: string): Mail[] {
    return this.mails.filter((mail) => mail.to === address.toLowerCase());
  }

  /** Resolves with the first mail to an address about something, which may have come already. */
  async waitFor(address: string, subject: RegExp): Promise<Mail> {
    for (;;) {
      const mail = this.to(address).find((one) => subject.test(one.subject));
      if (mail) return mail;
      await once(this.arrivals, 'mail');
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const mailIn = ({
  subject = '',
  text = '',
  html,
  messageId = '',
  references = [],
  headerLines,
}: ParsedMail) => ({
  subject,
  text,
  html: html || '',
  messageId,
  follows: [references].flat(),
  headers: headerLines.map(({ line }) => line.replaceAll(/\r?\n\s+/g, ' ')).join('\n'),
});

const returnPathOf = ({ envelope: { mailFrom } }: SMTPServerSession): string =>
  mailFrom ? mailFrom.address : '';
