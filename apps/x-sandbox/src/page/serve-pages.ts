import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { accountNamed } from '../accounts/account.js';
import type { World } from '../world/world.js';
import { accountsPage, notFoundPage, timelinePage } from './pages.js';
import { refreshScript } from './refresh-script.js';
import { sendPage } from './send-page.js';
import { stylesheet } from './stylesheet.js';

const Username = z.object({ username: z.string() });

/** What a person looks at: the accounts, and one account's posts as threads. */
export function servePages(server: FastifyInstance, world: World): void {
  server.get('/', (_request, reply) => sendPage(reply, 200, accountsPage(world)));
  for (const path of ['/:username', '/:username/status/:id']) {
    server.get(path, (request, reply) => {
      const account = accountNamed(world, Username.parse(request.params).username);
      return account
        ? sendPage(reply, 200, timelinePage(world, account))
        : sendPage(reply, 404, notFoundPage());
    });
  }
  server.get('/sandbox/page.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(stylesheet),
  );
  server.get('/sandbox/page.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(refreshScript),
  );
}
