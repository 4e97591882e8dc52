import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { HandlesTimer } from '../timers/timer-handlers.js';
import { forgetWords } from './cancellations.js';

@Injectable()
export class WordsTimer implements HandlesTimer {
  due(tx: Tx, subjectId: string): Promise<void> {
    return forgetWords(tx, subjectId);
  }
}
