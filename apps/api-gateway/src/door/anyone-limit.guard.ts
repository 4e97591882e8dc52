import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { addressOf } from './address-of.js';
import { Refused } from './refused.js';
import { Carries, type KnownRequest, PublicPage, SaysTooOften } from './request.js';

const minuteMs = 60_000;

/**
 * Limits how often one address sends what needs no sign-in: commands for anyone, and the pages' forms. In memory: each
 * replica counts for itself.
 */
@Injectable()
export class AnyoneLimitGuard implements CanActivate {
  private windowEndsAt = 0;
  private readonly calls = new Map<string, number>();

  constructor(
    private readonly reflector: Reflector,
    private readonly settings: { perMinute: number; trustProxy: boolean },
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const operation = this.reflector.get(Carries, context.getHandler());
    const isForAnyone = operation
      ? operation.access.some((grant) => grant.to === 'anyone')
      : this.reflector.get(PublicPage, context.getHandler()) === true;
    if (!isForAnyone || request.method === 'GET' || request.method === 'HEAD') return true;
    this.beginWindow(Date.now());
    const address = addressOf(request, this.settings.trustProxy);
    const calls = (this.calls.get(address) ?? 0) + 1;
    this.calls.set(address, calls);
    if (calls <= this.settings.perMinute) return true;
    if (this.reflector.get(SaysTooOften, context.getHandler()) !== true) throw new Refused('tooOften');
    request.isTooOften = true;
    return true;
  }

  /** Forgetting everything at once keeps the memory bounded. */
  private beginWindow(now: number): void {
    if (now < this.windowEndsAt) return;
    this.windowEndsAt = now + minuteMs;
    this.calls.clear();
  }
}
