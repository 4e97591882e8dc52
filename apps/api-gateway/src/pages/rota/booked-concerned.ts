import { isRefusal, type Result } from '@baton/contracts';
import { z } from 'zod';
import { type Html, html } from '../html.js';
import { trouble } from '../sign-in-pages.js';
import { daysOf, hoursOf, momentWords } from '../weekends/clocks.js';

const Concerned = z.object({
  penName: z.string(),
  opensAtWall: z.string(),
  closesAtWall: z.string(),
  nearest: z.object({ opensAtWall: z.string(), closesAtWall: z.string() }).nullable(),
});
export type Concerned = z.infer<typeof Concerned>;

const Details = z.object({ booked: z.array(Concerned) });

/** The bookings a refusal asks about; undefined where it asks nothing. */
export function concernedIn(result: Result<unknown>): readonly Concerned[] | undefined {
  if (!isRefusal(result)) return undefined;
  const { code, details } = result.refusal;
  if (code !== 'askWhatOfBooked' && code !== 'nowhereToMove') return undefined;
  return Details.safeParse(details).data?.booked ?? [];
}

/** A refusal speaks of its details; here they stand right below. */
export const askedInWords = (result: Result<unknown>): string =>
  isRefusal(result) && result.refusal.code === 'nowhereToMove'
    ? 'For these there is no free window to move to. Please keep them, or call them off. Nothing has changed yet.'
    : 'These weekends are booked. Please say what should happen to them. Nothing has changed yet.';

/** A moment on a wall clock: Friday 4 December 2026 at 17:30. */
export const wallWords = (wall: string): string => momentWords(`${wall}Z`, 'UTC');

interface OnTheWall {
  readonly opensAtWall: string;
  readonly closesAtWall: string;
}

/** A window on a wall clock: Friday 4 to Monday 7 December 2026, from 17:30 to 09:00. */
export function windowWords({ opensAtWall, closesAtWall }: OnTheWall): Html {
  const window = { opensAt: `${opensAtWall}Z`, closesAt: `${closesAtWall}Z` };
  return html`${daysOf(window, 'UTC')}, from ${hoursOf(window, 'UTC')}`;
}

const choices = {
  keep: 'Keep them where they are',
  move: 'Move each to the nearest window, and tell them',
  cancel: 'Call them off, and tell them',
} as const;

/** Who is concerned, and what should become of their weekends. Nothing is chosen beforehand. */
export const askOfBooked = (
  concerned: readonly Concerned[],
  {
    chosen,
    canMove = true,
    problem,
  }: { chosen?: string; canMove?: boolean; problem?: string | undefined } = {},
): Html => html`<h2>Booked weekends that do not fit (${concerned.length})</h2>
${trouble(problem)}
<ul class="steps">${concerned.map(({ nearest, ...one }) => html`<li><p><strong>${one.penName}</strong>: ${windowWords(one)}</p>${canMove ? html`<p class="soft">${nearest ? html`Nearest: ${windowWords(nearest)}` : 'There is nothing near it to move to.'}</p>` : null}</li>`)}</ul>
<fieldset><legend>What should happen to them?</legend>${Object.entries(choices)
  .filter(([choice]) => canMove || choice !== 'move')
  .map(
    ([choice, words]) =>
      html`<label class="choice"><input type="radio" name="booked" value="${choice}" required${choice === chosen ? html` checked` : null}> ${words}</label>`,
  )}</fieldset>`;
