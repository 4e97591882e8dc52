import { Injectable } from '@nestjs/common';

/** Memory for two large pictures is set aside in a process, whoever sends them; each takes up to half a gigabyte. */
const mostAtOnce = 2;
/** The four pictures of one post may wait together. */
const mostWaitingOfOne = 4;
const mostWaiting = 16;

interface Turn {
  readonly whose: string;
  readonly begin: () => void;
}

/**
 * Lets only so much heavy work run at once in this process, and of one person one thing at a time, so that nobody keeps
 * the others from theirs. The rest waits, in order; where too much waits already it is told so instead.
 */
@Injectable()
export class TakeTurns {
  private readonly working = new Set<string>();
  private readonly waiting: Turn[] = [];

  async of<Done>(whose: string, work: () => Promise<Done>): Promise<Done | 'busy'> {
    if (this.isFull(whose)) return 'busy';
    await new Promise<void>((begin) => {
      this.waiting.push({ whose, begin });
      this.next();
    });
    try {
      return await work();
    } finally {
      this.working.delete(whose);
      this.next();
    }
  }

  private isFull(whose: string): boolean {
    const ofOne = this.waiting.filter((turn) => turn.whose === whose);
    return this.waiting.length >= mostWaiting || ofOne.length >= mostWaitingOfOne;
  }

  private next(): void {
    while (this.working.size < mostAtOnce) {
      const index = this.waiting.findIndex(({ whose }) => !this.working.has(whose));
      const [turn] = index < 0 ? [] : this.waiting.splice(index, 1);
      if (!turn) return;
      this.working.add(turn.whose);
      turn.begin();
    }
  }
}
