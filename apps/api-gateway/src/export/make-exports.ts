import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { Archive } from './archive.js';
import { Exports, type Making } from './exports.js';
import { ReadEverything } from './read-everything.js';

const tickMs = 2_000;
/** In base64 well below what an answer on the bus may have. */
const partBytes = 384 * 1024;

/** Makes the archives that wait, one at a time, and takes away those whose days are over. */
@Injectable()
@RunsInBackground()
export class MakeExports implements Worker {
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly exports: Exports,
    private readonly everything: ReadEverything,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setTimeout(() => void this.makeDue().finally(() => !this.stopped && this.start()), tickMs);
  }

  /** An archive that is being made is left: its lease ends, and it is begun anew. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.lastRound;
  }

  /** Resolves when none waits that is due. */
  makeDue(): Promise<void> {
    this.lastRound = this.lastRound
      .then(() => this.round())
      .catch((error) => this.log.fault('make exports', error));
    return this.lastRound;
  }

  private async round(): Promise<void> {
    await this.exports.expire();
    while (!this.stopped) {
      const making = await this.exports.claim();
      if (!making) return;
      try {
        await this.make(making);
      } catch (error) {
        this.log.fault('make an export', error);
        await this.exports.putOff(making);
      }
    }
  }

  private async make(making: Making): Promise<void> {
    const archive = new Archive();
    let made = Buffer.alloc(0);
    for await (const { path, bytes } of this.everything.pieces(making.charityId)) {
      if (this.stopped) return;
      archive.write(path, bytes);
      made = await this.keepFullParts(making, Buffer.concat([made, archive.take()]));
    }
    archive.end();
    made = await this.keepFullParts(making, Buffer.concat([made, archive.take()]));
    if (made.length > 0) await this.exports.addPart(making, made);
    await this.exports.finish(making);
  }

  /** Answers what is not a whole part yet. */
  private async keepFullParts(making: Making, made: Buffer): Promise<Buffer<ArrayBuffer>> {
    let at = 0;
    for (; made.length - at >= partBytes; at += partBytes)
      await this.exports.addPart(making, made.subarray(at, at + partBytes));
    return Buffer.from(made.subarray(at));
  }
}
