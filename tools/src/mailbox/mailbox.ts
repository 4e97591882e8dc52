import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { answerSafely } from './answer.js';

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Empty where it has none. */
  readonly html: string;
  readonly from: string;
  readonly replyTo: string;
  /** Where it said it would come back to. */
  readonly returnTo: string;
  /** The header that a mail program's own button uses. */
  readonly listUnsubscribe: string;
  readonly receivedAt: string;
}

export interface Mailbox {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  close(): Promise<void>;
}

interface MailboxOptions {
  readonly dataDir: string;
  /** Where Baton takes mails in, if it does: what a mail's buttons send goes there. */
  readonly doorPort?: number;
}

const mostKept = 500;

/**
 * The development mailbox: takes every mail for everybody, sends nothing on, and shows them on a page. `GET /api/mails`
 * (with `?to=`) gives them as JSON, newest last; `DELETE /api/mails` empties it. Kept in a file over restarts. A mail can be
 * answered, sent back and complained about, as its reader or their server would.
 */
export async function startMailbox({ dataDir, doorPort }: MailboxOptions): Promise<Mailbox> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'mails.json');
  const mails = keptIn(file);
  const keep = () => {
    mails.splice(0, Math.max(0, mails.length - mostKept));
    writeFileSync(file, JSON.stringify(mails), { mode: 0o600 });
  };
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      readMail(stream)
        .then((read) => {
          const { mailFrom, rcptTo } = session.envelope;
          const returnTo = mailFrom ? mailFrom.address : '';
          const receivedAt = new Date().toISOString();
          for (const { address } of rcptTo)
            mails.push({ ...read, id: randomUUID(), to: address.toLowerCase(), returnTo, receivedAt });
          keep();
          done();
        })
        .catch(done);
    },
  });
  const place = { mails, keep, doorPort };
  const web = createServer((request, response) => void answerSafely(request, response, place));
  await Promise.all([listen(smtp.server as unknown as Server), listen(web)]);
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server as unknown as Server)}`,
    pageUrl: `http://127.0.0.1:${portOf(web)}`,
    close: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => web.close(() => resolve())),
      ]);
    },
  };
}

/** What an older mailbox kept lacks some of it. */
function keptIn(file: string): Mail[] {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Mail[]) : [];
  return kept.map((mail) => ({ ...nothingElse, ...mail }));
}

const nothingElse = { html: '', from: '', replyTo: '', returnTo: '', listUnsubscribe: '' };

async function readMail(
  stream: SMTPServerDataStream,
): Promise<Omit<Mail, 'id' | 'to' | 'returnTo' | 'receivedAt'>> {
  const { subject = '', text = '', html, from, replyTo, headerLines } = await simpleParser(stream);
  const unsubscribe = headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
  return {
    subject,
    text,
    html: html || '',
    from: from?.text ?? '',
    replyTo: replyTo?.text ?? '',
    listUnsubscribe: unsubscribe.replace(/^[^:]*:\s*/, '').replaceAll(/\s+/g, ' '),
  };
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
