import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FaultRule } from '../faults/fault.js';
import { Impossible } from '../world/impossible.js';
import type { World } from '../world/world.js';
import type { SandboxControl } from './control.js';
import * as input from './control-inputs.js';

/** The control API: `SandboxControl` over HTTP, for stories and tests in other processes. See the README. */
export function serveControl(server: FastifyInstance, control: SandboxControl, world: World): void {
  const { route, command } = routesOn(server);
  route('POST', '/sandbox/reset', () => control.reset());
  route('GET', '/sandbox/apps', () => control.apps());
  command('POST', '/sandbox/apps', input.NewApp, (app) => control.createApp(app));
  command('PUT', '/sandbox/apps/:clientId/credit', input.Credit, ({ creditUsd }, { clientId = '' }) =>
    control.setCredit(clientId, creditUsd),
  );
  route('GET', '/sandbox/accounts', () => control.accounts().map(plainAccount));
  command('POST', '/sandbox/accounts', input.NewAccount, (account) =>
    plainAccount(control.createAccount(account)),
  );
  route('POST', '/sandbox/accounts/:username/spend-refresh-tokens', ({ username = '' }) =>
    control.spendRefreshTokens(username),
  );
  route('POST', '/sandbox/accounts/:username/revoke-tokens', ({ username = '' }) =>
    control.revokeTokens(username),
  );
  route('POST', '/sandbox/accounts/:username/suspend', ({ username = '' }) => control.suspend(username));
  route('POST', '/sandbox/accounts/:username/restore', ({ username = '' }) => control.restore(username));
  route('POST', '/sandbox/accounts/:username/forget-uploads', ({ username = '' }) =>
    control.forgetUploads(username),
  );
  route('GET', '/sandbox/posts/:id/pictures', ({ id = '' }) => control.pictures(id));
  command('POST', '/sandbox/tokens', input.TokenOrder, (order) => control.issueTokens(order));
  command('POST', '/sandbox/follower-posts', input.FollowerPost, (post) => control.followerPosts(post));
  route('GET', '/sandbox/posts', (_params, { account }) => control.posts(account));
  route('DELETE', '/sandbox/posts/:id', ({ id = '' }) => control.deletePost(id));
  command('PUT', '/sandbox/posts/:id/metrics', input.Metrics, (metrics, { id = '' }) =>
    control.setMetrics(id, metrics),
  );
  command(
    'PUT',
    '/sandbox/accounts/:username/followers',
    input.Followers,
    ({ followers }, { username = '' }) => control.setFollowers(username, followers),
  );
  route('GET', '/sandbox/requests', () => control.requests());
  route('GET', '/sandbox/faults', () => control.faults());
  route('DELETE', '/sandbox/faults', () => control.clearFaults());
  command('POST', '/sandbox/faults', FaultRule, (rule) => control.queueFault(rule));
  command('PATCH', '/sandbox/settings', input.SettingsChange, (change) => control.changeSettings(change));
  server.get('/sandbox/media/:id', (request, reply) => sendMedia(world, request, reply));
}

type Texts = Readonly<Record<string, string | undefined>>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const Texts = z.record(z.string(), z.string());

/** Two ways to declare a route: without a body, and with one that a schema reads first. */
function routesOn(server: FastifyInstance) {
  const answer = (reply: FastifyReply, act: () => unknown): FastifyReply => {
    try {
      return reply.send({ data: act() ?? null });
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
      return reply.code(400).send({ error: error.message });
    }
  };
  const route = (method: Method, url: string, act: (params: Texts, query: Texts) => unknown) => {
    server.route({
      method,
      url,
      handler: (request, reply) =>
        answer(reply, () => act(Texts.parse(request.params), Texts.parse(request.query))),
    });
  };
  const command = <S extends z.ZodType>(
    method: Method,
    url: string,
    schema: S,
    act: (body: z.output<S>, params: Texts) => unknown,
  ) => {
    server.route({
      method,
      url,
      handler: (request, reply) => {
        const body = schema.safeParse(request.body);
        if (!body.success) return reply.code(400).send({ error: z.prettifyError(body.error) });
        return answer(reply, () => act(body.data, Texts.parse(request.params)));
      },
    });
  };
  return { route, command };
}

function plainAccount(account: ReturnType<SandboxControl['createAccount']>): object {
  return { ...account, mutedIds: [...account.mutedIds] };
}

/** The bytes exactly as they were uploaded, so that a test can look for what should not be in them. */
function sendMedia(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const media = world.media.get(Texts.parse(request.params)['id'] ?? '');
  if (media?.state !== 'ready') return reply.code(404).send({ error: 'There is no such media.' });
  return reply.type(media.mediaType).header('x-content-type-options', 'nosniff').send(media.bytes);
}
