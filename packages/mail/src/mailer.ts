import { createTransport, type Transporter } from 'nodemailer';

/** A mail as a template writes it. Plain text first: every reader can read it, and every screen reader. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export interface MailerOptions {
  readonly smtpUrl: string;
  /** Who it comes from; replies go nowhere unless the charity sets an address of its own. */
  readonly from?: string;
}

const patienceMs = 10_000;

/** Sends mails by SMTP. `send` throws where the server did not take the mail; whoever queues it tries again. */
export class Mailer {
  private readonly transport: Transporter;
  private readonly from: string;

  constructor({ smtpUrl, from = 'Baton <no-reply@baton.invalid>' }: MailerOptions) {
    this.transport = createTransport(smtpUrl, {
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    } as never);
    this.from = from;
  }

  async send({ to, subject, text }: Letter & { readonly to: string }): Promise<void> {
    await this.transport.sendMail({ from: this.from, to, subject, text });
  }

  close(): void {
    this.transport.close();
  }
}
