import { accept, type viewSession } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ViewSession implements Handles<typeof viewSession> {
  async handle(_: Record<string, never>, { caller }: CallContext) {
    return accept({ caller });
  }
}
