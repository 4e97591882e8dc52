import { createTransport, type Transporter } from 'nodemailer';
import { AddressRefused, isAddressRefused } from './address-refused.js';
import { htmlOf } from './html-of-text.js';

/** A mail as a template writes it. Plain text first: every reader can read it, and every screen reader. */
export interface Letter {
  /** Shows on locked screens, so no charity and no illness is named in it: that would tell on the reader. */
  readonly subject: string;
  readonly text: string;
  /** The first paragraph of the text, where nothing after it may show in a list of mails. */
  readonly preview?: string;
  /** BCP 47; English where nothing else is said. */
  readonly language?: string;
  /** What links are called in HTML, by their address. Where there are any, nothing else becomes a link. */
  readonly buttons?: Readonly<Record<string, string>>;
}

export interface MailerOptions {
  readonly smtpUrl: string;
  /** Who it comes from. As discreet as the subjects. */
  readonly from?: string;
}

const patienceMs = 10_000;

export interface MailToSend extends Letter {
  readonly to: string;
  /** The same for the same mail: one that goes again after a crash is the same one to whoever gets it (RFC 5322, 3.6.4). */
  readonly id?: string;
  /** The mails it follows in the same thread, by their ids, oldest first (RFC 5322, 3.6.4). */
  readonly follows?: readonly string[];
  /** Where the server says that it could not deliver it; without it, where it comes from. */
  readonly returnTo?: string;
  /** Where an answer to it goes. */
  readonly replyTo?: string;
  /** Shown in place of the installation's own name. The address it comes from stays. */
  readonly fromName?: string;
  /** Where one POST ends mails of its kind (RFC 8058). */
  readonly unsubscribe?: string;
}

/**
 * Sends mails by SMTP. `send` throws where the server did not take the mail: `AddressRefused` where nobody is at the address;
 * after anything else whoever queues it tries again.
 */
export class Mailer {
  private readonly transport: Transporter;
  private readonly from: { readonly name: string; readonly address: string };

  constructor({ smtpUrl, from = 'Baton <no-reply@baton.invalid>' }: MailerOptions) {
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      // A connection serves many mails: greeting each other takes a server longer than taking a mail.
      pool: true,
      maxConnections: 4,
      maxMessages: 100,
      // Whether a mail goes again is decided by whoever queues it.
      maxRequeues: 0,
    });
    this.from = senderIn(from);
  }

  /** What its addresses end in, and where answers and bounces come to. */
  get domain(): string {
    return this.from.address.slice(this.from.address.lastIndexOf('@') + 1);
  }

  /** Lets go of the connections that are kept. What is being sent is still sent. */
  onApplicationShutdown(): void {
    this.transport.close();
  }

  private readonly messageId = (id: string): string => `<${id}@${this.domain}>`;

  private inThread(follows: readonly string[]) {
    const references = follows.map(this.messageId);
    return { references, inReplyTo: references.at(-1) };
  }

  async send(mail: MailToSend): Promise<void> {
    const { to, id, subject, text, returnTo, replyTo, fromName } = mail;
    // As objects addresses are taken as they are: nothing in them can add a second recipient.
    const sending = this.transport.sendMail({
      from: { ...this.from, ...(fromName ? { name: oneLine(fromName) } : {}) },
      to: { name: '', address: to },
      ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
      ...(returnTo ? { envelope: { from: returnTo, to: { name: '', address: to } } } : {}),
      subject,
      text,
      html: htmlOf(mail),
      headers: headersOf(mail),
      ...(id ? { messageId: this.messageId(id) } : {}),
      ...(mail.follows?.length ? this.inThread(mail.follows) : {}),
    });
    await sending.catch((error: unknown) => {
      throw isAddressRefused(error) ? new AddressRefused('nobody is at the address') : error;
    });
  }
}

/** No holiday answers to us, please (RFC 3834). What can be stopped says how, also to the mail program (RFC 8058). */
const headersOf = ({ language, unsubscribe }: MailToSend): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(language ? { 'Content-Language': language } : {}),
  ...(unsubscribe
    ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}),
});

/** `Baton <no-reply@baton.example>`, or an address alone. */
function senderIn(from: string): { name: string; address: string } {
  const [, name = '', address = from] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name, address: address.trim() };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
