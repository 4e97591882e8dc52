import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordRequest } from '../control/request-record.js';
import { answerUnderFault, type Ending } from '../faults/answer-under-fault.js';
import { takeFault } from '../faults/fault.js';
import { recogniseCaller } from '../oauth/recognise-caller.js';
import type { World } from '../world/world.js';
import type { Answer } from './answer.js';
import { arrivalOf } from './arrival.js';

/** What a handler gets to know of the request's circumstances. */
export interface Circumstances {
  readonly receivedAt: number;
  readonly visibleAfterMs: number;
}

const PostBody = z.object({ text: z.string() });

/** Runs one request of the API under the fault that is queued for it, if any, and records how it ended. */
export async function serveUnderFaults(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  apply: (circumstances: Circumstances) => Answer,
): Promise<void> {
  const served = serve(world, request, reply, apply);
  world.underWay.add(served);
  await served.finally(() => world.underWay.delete(served));
}

async function serve(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  apply: (circumstances: Circumstances) => Answer,
): Promise<void> {
  const receivedAt = arrivalOf(request);
  const path = request.url.split('?', 1)[0] ?? request.url;
  const route = request.routeOptions.url ?? path;
  const username = recogniseCaller(world, request.headers.authorization)?.account.username;
  const fault = takeFault(world.faults, { method: request.method, path, route, username });
  const visibleAfterMs = fault?.rule.visibleAfterMs || world.settings.visibilityLagMs;
  const ending = await answerUnderFault(fault, world.now, () => apply({ receivedAt, visibleAfterMs }));
  recordRequest(world.requests, {
    id: world.nextId(),
    method: request.method,
    path,
    route,
    username,
    receivedAt,
    endedAt: world.now().getTime(),
    ending: ending.end === 'answer' ? { end: 'answer', status: ending.answer.status } : { end: ending.end },
    applied: ending.applied,
    text: PostBody.safeParse(request.body).data?.text,
    faultId: fault?.id,
  });
  reply.header('date', world.now().toUTCString());
  await send(reply, ending);
}

async function send(reply: FastifyReply, ending: Ending): Promise<void> {
  if (ending.end === 'answer') {
    await sendAnswer(reply, ending.answer);
    return;
  }
  reply.hijack();
  if (ending.end === 'cutMidAnswer') sendHalf(reply, ending.answer);
  else reply.raw.socket?.destroy();
}

export async function sendAnswer(reply: FastifyReply, answer: Answer): Promise<void> {
  reply.code(answer.status).header('content-type', 'application/json; charset=utf-8');
  if (answer.headers) reply.headers(answer.headers);
  await reply.send(asText(answer.body));
}

/** The status line, the headers and half of the body, and then nothing more. */
function sendHalf(reply: FastifyReply, answer: Answer): void {
  const body = Buffer.from(asText(answer.body));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    ...answer.headers,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = reply.raw.socket;
  socket?.write(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${head.join('')}\r\n`);
  socket?.write(body.subarray(0, Math.floor(body.length / 2)), () => socket.destroy());
}

function asText(body: unknown): string {
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
}
