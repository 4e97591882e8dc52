import type { SurveyId, TakeoverId } from '@baton/contracts';

const dayMs = 86_400_000;

/**
 * What a run knows to be true, beside the service that it drives: which mails may arrive. Everything else that arrives was
 * sent after its reason was gone. What goes while a mail is on its way may still arrive.
 */
export class WhatMayArrive {
  clockMs = 0;
  contact = false;
  saidNoToContact = false;
  posting = true;
  readonly takeovers = new Map<
    TakeoverId,
    { opensAt: Date; closesAt: Date; state: 'booked' | 'open' | 'over' }
  >();
  readonly surveys = new Map<SurveyId, { openedAtMs: number; answered: boolean }>();
  readonly seen = new Map<string, string>();

  now = (): number => Date.now() + this.clockMs;

  /** Whether a mail with this subject has a reason at this moment. */
  mayArrive(subject: string): boolean {
    if (subject.startsWith('Your booking')) return this.posting && this.isBooked();
    if (subject.startsWith('How was it')) return this.posting && this.awaitsAnswer();
    if (subject.startsWith('Your questions are still open'))
      return this.posting && !this.saidNoToContact && this.awaitsAnswer();
    if (subject.startsWith('There are free weekends')) return this.mayComeAgain();
    return true;
  }

  private isBooked = (): boolean =>
    [...this.takeovers.values()].some(
      ({ state, closesAt }) => state !== 'over' && closesAt.getTime() > this.now(),
    );

  private awaitsAnswer = (): boolean =>
    [...this.surveys.values()].some(
      ({ answered, openedAtMs }) => !answered && this.now() < openedAtMs + 14 * dayMs,
    );

  private mayComeAgain(): boolean {
    const all = [...this.takeovers.values()].toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
    return this.contact && all.at(-1)?.state === 'over';
  }
}
