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
}

/**
 * Sends mails by SMTP. `send` throws where the server did not take the mail: `AddressRefused` where nobody is at the address;
 * after anything else whoever queues it tries again.
 */
export class Mailer {
  private readonly transport: Transporter;
  private readonly from: string;
  private readonly domain: string;

  constructor({ smtpUrl, from = 'Baton <no-reply@baton.invalid>' }: MailerOptions) {
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
    this.from = from;
    this.domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'baton.invalid';
  }

  private readonly messageId = (id: string): string => `<${id}@${this.domain}>`;

  private inThread(follows: readonly string[]) {
    const references = follows.map(this.messageId);
    return { references, inReplyTo: references.at(-1) };
  }

  async send({ to, id, follows = [], ...letter }: MailToSend): Promise<void> {
    const { subject, text, language } = letter;
    // As an object the address is taken as it is: nothing in it can add a second recipient.
    const sending = this.transport.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      html: htmlOf(letter),
      // No holiday answers to us, please (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated', ...(language ? { 'Content-Language': language } : {}) },
      ...(id ? { messageId: this.messageId(id) } : {}),
      ...(follows.length > 0 ? this.inThread(follows) : {}),
    });
    await sending.catch((error: unknown) => {
      throw isAddressRefused(error) ? new AddressRefused('nobody is at the address') : error;
    });
  }
}
