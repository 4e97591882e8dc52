import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world/world.js';

const arrivals = new WeakMap<object, number>();

/** Notes when each request's headers arrived, before its body is read or anything is decided. */
export function noteArrivals(server: FastifyInstance, world: World): void {
  server.addHook('onRequest', (request, _reply, done) => {
    arrivals.set(request, world.now().getTime());
    done();
  });
}

export function arrivalOf(request: FastifyRequest): number {
  return arrivals.get(request) ?? Number.NaN;
}
