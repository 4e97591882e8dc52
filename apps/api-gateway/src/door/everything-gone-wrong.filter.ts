import { type UniversalRefusalCode, universalRefusals } from '@baton/contracts';
import { Log } from '@baton/service-kit';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notFoundPage, signedOutPage, stepUpPage, troublePage } from '../pages/plain-pages.js';
import { ownPath } from '../sign-in/own-path.js';
import { Refused } from './refused.js';
import type { Reply } from './request.js';
import { anySite, policyFramedBy } from './security-headers.js';

const codeByStatus: Readonly<Record<number, UniversalRefusalCode>> = {
  400: 'badInput',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  415: 'badInput',
  429: 'tooOften',
};

const isFramed = /^\/c\/[^/]+\/calls\/[^/]+\/embed([?]|$)/;

/** The last station of every error: plain words outside, the fault in the log, never a stack trace to a caller. */
@Catch()
export class EverythingGoneWrong implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<Reply>();
    const status = error instanceof HttpException ? error.getStatus() : statusIn(error);
    const code = refusalIn(error)?.code ?? codeByStatus[status] ?? 'unavailable';
    if (code === 'unavailable') this.log.fault('request failed', error);
    const answered = universalRefusals[code].status;
    const message = wordsFor(error, code);
    // A site that frames a call shows what went wrong, and not an empty frame. Nothing of anybody is on such a page.
    if (isFramed.test(request.url)) reply.header('content-security-policy', policyFramedBy(anySite));
    if (/^\/api(\/|$)/.test(request.url)) await reply.status(answered).send({ refusal: { code, message } });
    else
      await reply
        .status(answered)
        .type('text/html')
        .send(pageFor(code, message, request));
  }
}

/** Fastify's own errors (a body that is no JSON, too large, of another type) carry their status. */
const statusIn = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;

function pageFor(code: UniversalRefusalCode, message: string, request: FastifyRequest): string {
  if (code === 'notFound') return notFoundPage();
  if (code === 'stepUpNeeded') return stepUpPage(message, pageBefore(request));
  return code === 'signedOut' ? signedOutPage(message) : troublePage(message);
}

/** The door's own no, with its code: several share a status. */
function refusalIn(error: unknown): { code: UniversalRefusalCode; message: string } | undefined {
  if (!(error instanceof Refused)) return undefined;
  return (error.getResponse() as { refusal: { code: UniversalRefusalCode; message: string } }).refusal;
}

function wordsFor(error: unknown, code: UniversalRefusalCode): string {
  const refusal = refusalIn(error);
  if (refusal) return refusal.message;
  if (code === 'badInput')
    return 'This could not be read. Send a JSON object with the content type application/json.';
  return universalRefusals[code].message;
}

/** The page to go back to: the one that was asked for, or the one whose form was sent. */
function pageBefore({ method, url, headers }: FastifyRequest): string {
  const cameFrom = URL.parse(headers.referer ?? '');
  const page = method === 'GET' ? url : cameFrom && `${cameFrom.pathname}${cameFrom.search}`;
  return ownPath(page) ?? '/';
}
