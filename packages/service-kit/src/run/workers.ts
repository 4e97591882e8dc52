import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Log } from '../log/log.js';

/** A loop that works in the background: timers, lanes, mail queues. */
export interface Worker {
  start(): void | Promise<void>;
  /** Takes up nothing new and resolves when what was begun has ended. */
  stop(): Promise<void>;
}

const workerMark = Symbol('worker');

/** Marks a provider as a worker: started once the service is up, stopped before its bus and database close. */
export const RunsInBackground = (): ClassDecorator => (target) =>
  Reflect.defineMetadata(workerMark, true, target);

const isWorker = (thing: unknown): thing is Worker =>
  typeof thing === 'object' && thing !== null && Reflect.getMetadata(workerMark, thing.constructor) === true;

/** Starts the workers of a service, and stops those that were started. */
@Injectable()
export class Workers implements OnApplicationBootstrap {
  private readonly running: Worker[] = [];

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Log) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { instance } of this.discovery.getProviders()) {
      if (!isWorker(instance)) continue;
      await instance.start();
      this.running.push(instance);
    }
    this.log.debug('workers started', { count: this.running.length });
  }

  /** All at once; a worker that fails to stop does not keep the others from it. */
  async stop(): Promise<void> {
    const stopped = await Promise.allSettled(this.running.splice(0).map((worker) => worker.stop()));
    for (const end of stopped) if (end.status === 'rejected') this.log.fault('stop worker', end.reason);
  }
}
