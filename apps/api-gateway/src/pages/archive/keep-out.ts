import { type Caller, type CharityId, isRefusal, putBackInArchive, takeOutOfArchive } from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { asPage, Front } from '../front.js';
import { typedIn } from '../team/typed-form.js';

interface Wanted {
  readonly charityId: CharityId;
  readonly takeoverId: string;
  /** As it is in the path. */
  readonly action: string;
  readonly body: unknown;
}

/** The two buttons beside everything in the archive: out, and back. */
@Injectable()
export class KeepOut {
  constructor(private readonly front: Front) {}

  /** Why it was not done, in words, where the form can do something about it. */
  async act({ charityId, takeoverId, action, body }: Wanted, caller: Caller): Promise<string | undefined> {
    if (action !== 'out' && action !== 'back') throw new Refused('notFound');
    const operation = action === 'out' ? takeOutOfArchive : putBackInArchive;
    const typed = typedIn(body, ['postId', 'mediaId', 'reason']);
    const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
    const read = operation.input.safeParse({ ...said, charityId, takeoverId });
    if (!read.success)
      return 'That was too long or could not be read. Please try again with the buttons below.';
    const result = await this.front.ask(operation, read.data, caller);
    if (!isRefusal(result)) return undefined;
    const code: string = result.refusal.code;
    if (code !== 'reasonMissing') throw asPage(result);
    return result.refusal.message;
  }
}
