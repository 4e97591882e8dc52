import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refused } from './refused.js';
import { Carries, type KnownRequest } from './request.js';

const minuteMs = 60_000;

/** Limits how often one address calls commands that need no sign-in. In memory: each replica counts for itself. */
@Injectable()
export class AnyoneLimitGuard implements CanActivate {
  private windowEndsAt = 0;
  private readonly calls = new Map<string, number>();

  constructor(
    private readonly reflector: Reflector,
    private readonly perMinute: number,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const operation = this.reflector.get(Carries, context.getHandler());
    const counts = operation?.method !== 'GET' && operation?.access.some((grant) => grant.to === 'anyone');
    if (!counts) return true;
    this.beginWindow(Date.now());
    const calls = (this.calls.get(request.ip) ?? 0) + 1;
    this.calls.set(request.ip, calls);
    if (calls > this.perMinute) throw new Refused('tooOften');
    return true;
  }

  /** Forgetting everything at once keeps the memory bounded. */
  private beginWindow(now: number): void {
    if (now < this.windowEndsAt) return;
    this.windowEndsAt = now + minuteMs;
    this.calls.clear();
  }
}
