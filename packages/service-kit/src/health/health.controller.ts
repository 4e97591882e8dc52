import { Bus, Relay } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { Metrics } from '../metrics/metrics.js';

/** Marks routes for the machines that watch over a service; a door with guards lets them through by this mark. */
export const ForWatchers = Reflector.createDecorator<true>();

const answersWithinMs = 2_000;
/** Facts that have waited longer than this for the bus mean that something is wrong here. */
const lagAllowedSeconds = 60;

/** Is this process alive, and can it work? */
@Controller()
export class Health {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Bus) private readonly bus: Bus,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    metrics.watchOutbox(relay);
  }

  @Get('health/live')
  @ForWatchers(true)
  live(): object {
    return { alive: true };
  }

  @Get('health/ready')
  @ForWatchers(true)
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const [database, bus] = await Promise.all([answers(this.database.ping()), answers(this.bus.ping())]);
    const outboxLagSeconds = this.relay.lagSeconds();
    const ready = database && bus && outboxLagSeconds <= lagAllowedSeconds;
    await reply.status(ready ? 200 : 503).send({ ready, database, bus, outboxLagSeconds });
  }

  @Get('metrics')
  @ForWatchers(true)
  @Header('content-type', 'text/plain; version=0.0.4')
  allMetrics(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

async function answers(asked: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answersWithinMs);
  });
  const answered = asked.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}
