import { accept, type listKindWords } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { kindWords } from './kind-words.js';

@Injectable()
export class ListKindWords implements Handles<typeof listKindWords> {
  handle() {
    return Promise.resolve(accept(kindWords));
  }
}
