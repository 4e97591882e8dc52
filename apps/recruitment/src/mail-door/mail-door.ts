import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MAIL_DOOR, type MailDoorSettings } from '../config.js';
import { MailTags, type TagUse } from './mail-tags.js';
import { type Arrival, type Incoming, readIncoming } from './read-incoming.js';
import { TakeInMail } from './take-in-mail.js';

const mostBytes = 1024 * 1024;
const mostClients = 20;
const patienceMs = 30_000;
/** Where mailbox providers that were asked to send their complaints. They name the mail inside. */
const complaints = 'complaints';

/** What SMTP answers, so that the other side knows whether to try again (RFC 5321, 4.2.1). */
const refusal = (responseCode: 451 | 550 | 552 | 554, why: string): Error =>
  Object.assign(new Error(why), { responseCode });
const nobodyHere = () => refusal(550, 'Nobody is here by that name');

/**
 * Where mails come in: what could not be delivered, complaints, and answers.
 *
 * - Only an address of ours with a right digest is taken; nothing is ever sent on, so it relays nothing for anybody.
 * - What came in is read and let go: no mail is kept, no word of one is logged, and only an answer's own text goes further.
 * - It speaks SMTP without encryption to the mail server in front of it, which the MX leads to, and to nobody else.
 */
@Injectable()
@RunsInBackground()
export class MailDoor implements Worker {
  private server: SMTPServer | undefined;

  constructor(
    private readonly tags: MailTags,
    private readonly taking: TakeInMail,
    private readonly log: Log,
    @Inject(MAIL_DOOR) private readonly settings: MailDoorSettings,
  ) {}

  /** The port that was taken; undefined where there is no door. */
  get port(): number | undefined {
    const address = this.server?.server.address() as AddressInfo | string | null | undefined;
    return typeof address === 'object' && address !== null ? address.port : undefined;
  }

  async start(): Promise<void> {
    const { port, host } = this.settings;
    if (port === undefined) return;
    this.server = this.openServer();
    this.server.on('error', (error) => this.log.fault('mail door', error));
    await once(this.server.listen(port, host), 'listening');
    this.log.info('mail door open', { port: this.port });
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private openServer(): SMTPServer {
    return new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      banner: 'Baton',
      size: mostBytes,
      maxClients: mostClients,
      socketTimeout: patienceMs,
      closeTimeout: patienceMs,
      disableReverseLookup: true,
      onRcptTo: ({ address }, _, answer) => {
        this.knows(address).then(
          (known) => answer(known ? null : nobodyHere()),
          (error: unknown) => answer(this.later(error)),
        );
      },
      onData: (stream, session, answer) => {
        this.takeIn(stream, session).then(
          (refused) => answer(refused),
          (error: unknown) => answer(this.later(error)),
        );
      },
    });
  }

  private async knows(address: string): Promise<boolean> {
    const part = this.partOf(address);
    return part !== undefined && (part === complaints || (await this.tags.read(part)) !== undefined);
  }

  /** Our fault: the other side keeps it and tries again. */
  private later(error: unknown): Error {
    this.log.fault('take in mail', error);
    return refusal(451, 'Please try again later');
  }

  /** What stands before the @ of an address of ours. */
  private partOf(address: string): string | undefined {
    const at = address.lastIndexOf('@');
    const isOurs = address.slice(at + 1).toLowerCase() === this.settings.domain.toLowerCase();
    return isOurs ? address.slice(0, at).toLowerCase() : undefined;
  }

  private async takeIn(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Error | null> {
    const mail = await parse(stream);
    if (stream.sizeExceeded) return refusal(552, 'That mail is too large');
    if (!mail) return refusal(554, 'That mail could not be read');
    const isFromNobody = envelope.mailFrom === false || envelope.mailFrom.address === '';
    for (const { address } of envelope.rcptTo) await this.takeFor(address, mail, { isFromNobody });
    return null;
  }

  private async takeFor(address: string, mail: ParsedMail, arrival: Arrival): Promise<void> {
    const incoming = readIncoming(mail, arrival);
    const about = await this.whichMail(this.partOf(address) ?? '', incoming);
    const isTaken = about !== undefined && about.use === useOf(incoming);
    if (isTaken) await this.taking.take(about, incoming);
    this.log.info('mail came in', { outcome: isTaken ? incoming.kind : 'ignored', count: 1 });
  }

  private whichMail(part: string, incoming: Incoming) {
    const named = part === complaints && incoming.kind === 'complaint' ? incoming.about : part;
    return named ? this.tags.read(named) : Promise.resolve(undefined);
  }
}

/**
 * What comes back of itself is believed only where mail servers send it. Where an answer goes stands in every mail for its
 * reader to see, and whoever it is passed on to.
 */
const useOf = ({ kind }: Incoming): TagUse => (kind === 'reply' || kind === 'automatic' ? 'reply' : 'bounce');

/** Undefined where it cannot be read. The stream is read to its end either way, so that the other side can go on. */
async function parse(stream: SMTPServerDataStream): Promise<ParsedMail | undefined> {
  try {
    return await simpleParser(stream, { keepDeliveryStatus: true, skipHtmlToText: false });
  } catch {
    stream.resume();
    return undefined;
  }
}
