import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { listPage, mailPage } from './pages.js';

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: string;
}

export interface Mailbox {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  close(): Promise<void>;
}

const mostKept = 500;

/**
 * The development mailbox: takes every mail for everybody, sends nothing on, and shows them on a page. `GET /api/mails`
 * (with `?to=`) gives them as JSON, newest last; `DELETE /api/mails` empties it. Kept in a file over restarts.
 */
export async function startMailbox({ dataDir }: { dataDir: string }): Promise<Mailbox> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'mails.json');
  const mails: Mail[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Mail[]) : [];
  const keep = () => {
    mails.splice(0, Math.max(0, mails.length - mostKept));
    writeFileSync(file, JSON.stringify(mails), { mode: 0o600 });
  };
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      readMail(stream)
        .then(({ subject, text }) => {
          for (const { address } of session.envelope.rcptTo) {
            const receivedAt = new Date().toISOString();
            mails.push({
              id: randomUUID(),
              to: address.toLowerCase(),
              subject,
              text,
              receivedAt,
            });
          }
          keep();
          done();
        })
        .catch(done);
    },
  });
  const web = createServer((request, response) => answer(request, response, mails, keep));
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

async function readMail(stream: SMTPServerDataStream): Promise<{ subject: string; text: string }> {
  const parsed = await simpleParser(stream);
  return { subject: parsed.subject ?? '', text: parsed.text ?? '' };
}

function answer(request: IncomingMessage, response: ServerResponse, mails: Mail[], keep: () => void): void {
  const url = new URL(request.url ?? '/', 'http://mailbox');
  if (request.method === 'DELETE' && url.pathname === '/api/mails') {
    mails.splice(0);
    keep();
  }
  const { status, type, body } = page(url, mails);
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(body);
}

function page(url: URL, mails: readonly Mail[]): { status: number; type: string; body: string } {
  if (url.pathname === '/api/mails') {
    const to = url.searchParams.get('to')?.toLowerCase();
    const wanted = to ? mails.filter((mail) => mail.to === to) : mails;
    return { status: 200, type: 'application/json', body: JSON.stringify(wanted) };
  }
  if (url.pathname === '/') return { status: 200, type: 'text/html', body: listPage(mails) };
  const mail = mails.find(({ id }) => url.pathname === `/mail/${id}`);
  return mail
    ? { status: 200, type: 'text/html', body: mailPage(mail) }
    : { status: 404, type: 'text/plain', body: 'There is no such mail.' };
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
