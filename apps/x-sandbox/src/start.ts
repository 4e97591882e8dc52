import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { controlOf, type SandboxControl } from './control/control.js';
import { serveControl } from './control/serve-control.js';
import { serveAuthorize } from './oauth/authorize.js';
import { serveTokens } from './oauth/serve-tokens.js';
import { servePages } from './page/serve-pages.js';
import { noteArrivals } from './wire/arrival.js';
import { internalError, invalidRequest, notFound, tooLarge } from './wire/problems.js';
import { readAnyBody } from './wire/read-body.js';
import { serveApi } from './wire/serve-api.js';
import { sendAnswer } from './wire/serve-under-faults.js';
import { defaultSeed, plantSeed, type Seed } from './world/seed.js';
import { emptyWorld, type World } from './world/world.js';

export interface SandboxOptions {
  /** 0, the default, is any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly seed?: Seed;
  readonly now?: () => Date;
  /** How long new posts stay off the timelines. */
  readonly visibilityLagMs?: number;
  /** Whether likes and the like grow by themselves. */
  readonly engagementGrows?: boolean;
}

export interface XSandbox {
  readonly origin: string;
  readonly port: number;
  readonly control: SandboxControl;
  close(): Promise<void>;
}

/** Starts a pretend X in this process. Closing it ends every open connection. */
export async function startXSandbox(options: SandboxOptions = {}): Promise<XSandbox> {
  const { port = 0, host = '127.0.0.1', seed = defaultSeed, now = () => new Date() } = options;
  const settings = {
    visibilityLagMs: options.visibilityLagMs ?? 0,
    engagementGrows: options.engagementGrows ?? false,
  };
  const world = emptyWorld(now, settings);
  plantSeed(world, seed);
  const control = controlOf(world, seed, settings);
  const server = makeServer(world, control);
  const origin = await server.listen({ port, host });
  const address = server.server.address();
  const close = async () => {
    await server.close();
  };
  return {
    origin,
    port: address !== null && typeof address === 'object' ? address.port : port,
    control,
    close,
  };
}

function makeServer(world: World, control: SandboxControl): FastifyInstance {
  const server = fastify({ logger: false, forceCloseConnections: true, exposeHeadRoutes: false });
  noteArrivals(server, world);
  tellTheTime(server, world);
  readAnyBody(server);
  serveApi(server, world);
  serveTokens(server, world);
  serveAuthorize(server, world);
  serveControl(server, control, world);
  servePages(server, world);
  for (const path of ['/health/live', '/health/ready']) {
    server.get(path, () => ({ status: 'ok', service: 'x-sandbox' }));
  }
  server.setNotFoundHandler((_request, reply) => sendAnswer(reply, notFound()));
  server.setErrorHandler((error: FastifyError, _request, reply) => sendAnswer(reply, answerToError(error)));
  return server;
}

/** Every answer carries the time by this X's own clock, by which its resets are meant. */
function tellTheTime(server: FastifyInstance, { now }: World): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('date', now().toUTCString());
    done(null, payload);
  });
}

/** Only what Fastify itself refuses or what is broken here arrives as an error; every other answer is a value. */
function answerToError(error: FastifyError) {
  if (error.statusCode === 413) return tooLarge();
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return invalidRequest({ parameters: {}, message: error.message });
  }
  process.stderr.write(`${error.stack ?? error.message}\n`);
  return internalError();
}
