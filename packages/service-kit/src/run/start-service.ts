import 'reflect-metadata';
import { FactServer, RequestServer } from '@baton/messaging';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceConfig } from '../config/read-config.js';
import { observeHttp } from '../http/observe-http.js';
import { Log } from '../log/log.js';
import { NestLog } from '../log/nest-log.js';
import { Metrics } from '../metrics/metrics.js';

/** Largest body the door reads; pictures come in chunks well below it. */
const bodyLimitBytes = 1_048_576;

/**
 * Starts a service in this process: HTTP on Fastify, request/reply and facts on the bus. `prepare` sees the application
 * before it listens. Closing it stops in the order that ServiceModule tells.
 */
export async function startService(
  module: DynamicModule | Type,
  config: Pick<ServiceConfig, 'HOST' | 'PORT'>,
  prepare: (app: NestFastifyApplication) => void | Promise<void> = () => undefined,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: 'idle',
    frameworkErrors: refuseUnreadableAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(new NestLog(app.get(Log)));
  observeHttp(adapter.getInstance(), app.get(Metrics));
  await prepare(app);
  app.connectMicroservice({ strategy: app.get(RequestServer) }, { inheritAppConfig: false });
  app.connectMicroservice({ strategy: app.get(FactServer) }, { inheritAppConfig: false });
  await app.startAllMicroservices();
  await app.listen(config.PORT, config.HOST);
  return app;
}

/** An address that cannot be decoded (`/%zz`) reaches no route, and so none of Nest's filters either. */
function refuseUnreadableAddress(_: Error, __: FastifyRequest, reply: FastifyReply): void {
  const message =
    'This address cannot be read. Please check it for typing mistakes, or begin at the start page.';
  void reply.status(400).send({ refusal: { code: 'badInput', message } });
}

/** The port a started service listens on. */
export function portOf(app: NestFastifyApplication): number {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string')
    throw new Error('the service does not listen on a port');
  return address.port;
}
