import { ForWatchers } from '@baton/service-kit';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { strangerOf } from './address-of.js';
import { decideGuise } from './decide-guise.js';
import { Refused } from './refused.js';
import { Carries, type KnownRequest, PublicPage, SignedByCaller } from './request.js';
import { isFromElsewhere } from './same-origin.js';
import { credentialIn, WhoIsCalling } from './who-is-calling.js';

/**
 * The one access decision of the HTTP door, as a global guard: Fastify's route middleware can be walked around,
 * a guard cannot. A route that carries no operation and is marked neither a public page nor a
 * watcher's nor as signed by its caller lets nobody in.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly whoIsCalling: WhoIsCalling,
    private readonly door: { readonly publicOrigin: string; readonly trustProxy: boolean },
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const operation = this.reflector.get(Carries, context.getHandler());
    if (this.reflector.get(SignedByCaller, context.getHandler()) === true) return true;
    const isPage = [PublicPage, ForWatchers].some(
      (mark) => this.reflector.get(mark, context.getHandler()) === true,
    );
    if (!operation && !isPage) throw new Refused('forbidden');
    // Forms are refused with or without a cookie: another site must not sign anybody in as somebody else either.
    const isByBrowser = isPage || credentialIn(request)?.from === 'cookie';
    if (isByBrowser && isFromElsewhere(request, this.door.publicOrigin)) {
      throw new Refused(
        'forbidden',
        'This was sent from another site. Please open Baton’s own page and try again.',
      );
    }
    if (!operation) return true;
    const { charityId } = request.params as { charityId?: string };
    const guises = await this.whoIsCalling.ask(request, charityId);
    const decision = decideGuise(operation, guises, charityId, new Date());
    if ('refused' in decision) throw new Refused(decision.refused);
    request.caller = operation.fromNetwork ? strangerOf(request, this.door.trustProxy) : decision.as;
    return true;
  }
}
