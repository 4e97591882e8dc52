import { createTransport, type Transporter } from 'nodemailer';
import { htmlOf } from './html-of-text.js';

/** A mail as a template writes it. Plain text first: every reader can read it, and every screen reader. */
export interface Letter {
  /** Shows on locked screens, so no charity and no illness is named in it: that would tell on the reader. */
  readonly subject: string;
  readonly text: string;
}

export interface MailerOptions {
  readonly smtpUrl: string;
  /** Who it comes from. As discreet as the subjects. */
  readonly from?: string;
}

const patienceMs = 10_000;

/** Sends mails by SMTP. `send` throws where the server did not take the mail; whoever queues it tries again. */
export class Mailer {
  private readonly transport: Transporter;
  private readonly from: string;

  constructor({ smtpUrl, from = 'Baton <no-reply@baton.invalid>' }: MailerOptions) {
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
    this.from = from;
  }

  async send({ to, subject, text }: Letter & { readonly to: string }): Promise<void> {
    // As an object the address is taken as it is: nothing in it can add a second recipient.
    await this.transport.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      html: htmlOf({ subject, text }),
    });
  }
}
