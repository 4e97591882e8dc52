import type { IncomingMessage, ServerResponse } from 'node:http';
import { asTheirServer, isDeed } from './as-their-server.js';
import type { Mail } from './mailbox.js';
import { donePage, guiseIn, listPage, mailPage } from './pages.js';

export interface MailboxPlace {
  readonly mails: Mail[];
  readonly keep: () => void;
  readonly doorPort: number | undefined;
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Nothing is loaded from anywhere and no script runs, in a mail's own HTML neither. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";
const mostBytes = 200_000;

export async function answerSafely(
  request: IncomingMessage,
  response: ServerResponse,
  place: MailboxPlace,
): Promise<void> {
  const { status, type, body } = await pageFor(request, place).catch(
    (): Page => ({ status: 500, type: 'text/plain', body: 'That did not work. Is Baton running?' }),
  );
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy });
  response.end(body);
}

async function pageFor(request: IncomingMessage, { mails, keep, doorPort }: MailboxPlace): Promise<Page> {
  const url = new URL(request.url ?? '/', 'http://mailbox');
  if (url.pathname === '/api/mails') {
    if (request.method === 'DELETE') {
      mails.splice(0);
      keep();
    }
    const to = url.searchParams.get('to')?.toLowerCase();
    const wanted = to ? mails.filter((mail) => mail.to === to) : mails;
    return { status: 200, type: 'application/json', body: JSON.stringify(wanted) };
  }
  if (url.pathname === '/') return page(listPage(mails));
  const [, id, deed] = /^\/mail\/([^/]+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
  const mail = mails.find((one) => one.id === id);
  if (!mail) return { status: 404, type: 'text/plain', body: 'There is no such mail.' };
  if (!deed) return page(mailPage(mail, guiseIn(url.searchParams, mail), doorPort !== undefined));
  if (request.method !== 'POST' || !isDeed(deed) || doorPort === undefined)
    return { status: 404, type: 'text/plain', body: 'There is nothing here.' };
  const words = new URLSearchParams(await bodyOf(request)).get('words') ?? '';
  return page(donePage(mail, await asTheirServer(doorPort, mail, deed, words)));
}

const page = (body: string): Page => ({ status: 200, type: 'text/html', body });

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > mostBytes) throw new Error('too long');
  }
  return body;
}
