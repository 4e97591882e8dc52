import type { listSwapChoices, OutputOf, reportUnwell, SwapOutcome } from '@baton/contracts';
import { curatorPlaces } from '../curator-places.js';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import {
  bothSides,
  isSoon,
  type Swap,
  swapPanel,
  type Takeover,
  unwellForm,
  weekendPath,
} from './ahead-panel.js';
import { type Clocks, daysOf, windowOn } from './clocks.js';

export interface OwnWeekend {
  readonly takeover: Takeover;
  readonly clocks: Clocks;
  /** Weekends of others, the nearest first. */
  readonly theirs: OutputOf<typeof listSwapChoices>['choices'];
  readonly swaps: readonly Swap[];
  readonly swapId: string;
}

interface Asked {
  readonly slotId: string;
  readonly problem: string;
}

/** One weekend, and everything its curator can do about it. */
export function ownWeekendPage(view: OwnWeekend, asked?: Asked): string {
  const { takeover, clocks, swaps } = view;
  const path = weekendPath(takeover.takeoverId);
  return page(
    'Your weekend',
    html`<h1>Your weekend</h1>
${trouble(asked?.problem)}
<div class="panel">${windowOn(takeover, clocks)}${takeover.state === 'closed' ? html`<p>It is over. Thank you!</p>` : isSoon(takeover) ? unwellForm(takeover) : null}</div>
${
  takeover.state === 'scheduled'
    ? html`<h2>Swap it</h2>${swaps.length > 0 ? swaps.map((swap) => swapPanel(swap, clocks)) : swapForm(view, asked?.slotId)}
<h2>Call it off</h2><p>That is fine, and needs no reason.</p><p><a href="${path}/call-off">Call this weekend off</a></p>`
    : null
}
<h2>Not to forget it</h2><p><a href="/curator/reminders">How I am reminded</a></p><p><a href="/curator/calendars">Put it into my calendar</a></p>
${curatorPlaces()}`,
  );
}

const swapForm = ({ takeover, theirs, clocks, swapId }: OwnWeekend, chosen: string | undefined): Html =>
  theirs.length === 0
    ? html`<p>Nobody else has a weekend ahead, so there is nobody to swap with.</p>`
    : html`<form method="post" action="${weekendPath(takeover.takeoverId)}/swaps">${hidden('swapId', swapId)}
<fieldset><legend>Whose weekend would suit you better?</legend>${theirs.map(
        (slot) =>
          html`<label class="choice"><input type="radio" name="slotId" value="${slot.slotId}" required${slot.slotId === chosen ? html` checked` : null}> <span>${daysOf(slot, clocks.own)}: ${slot.penName ?? 'another curator'}</span></label>`,
      )}</fieldset>
<p class="soft">We ask whoever has it. Nothing changes until they say yes.</p>
<button type="submit">Ask them to swap</button></form>`;

type Cover = OutputOf<typeof reportUnwell>['cover'];
const coverWords: Readonly<Record<Cover, string>> = {
  asking: 'Somebody is being asked to take it. You need not do anything.',
  taken: 'Somebody else has it already. You need not do anything.',
  uncovered: 'The team knows, and sees to it. You need not do anything.',
  free: 'It is free for somebody else now. You need not do anything.',
  stopped: 'The team sees to it. You need not do anything.',
};

export const unwellPage = (takeover: Takeover, cover: Cover, clocks: Clocks): string =>
  page(
    'We have heard you',
    html`<h1>We have heard you. Rest now.</h1>
<div class="panel"><p>${coverWords[cover]}</p></div>
<p>It is about ${daysOf(takeover, clocks.own)}. That weekend is not yours any more. Nobody asks why.</p>
<p>When you are better you can choose another one, just as before.</p>
<p><a href="/curator">Back to your page</a></p>
<p><a href="/curator/buddies">Write to your buddy</a></p>`,
  );

interface CallOff {
  /** Undefined where it cannot be shown just now. */
  readonly window?: { readonly takeover: Takeover; readonly clocks: Clocks };
  readonly takeoverId: string;
  readonly say: string;
  readonly problem?: string;
}

/** The second step, and a box for whoever wants to say something. */
export const callOffPage = ({ window, takeoverId, say, problem }: CallOff): string =>
  page(
    'Call it off?',
    html`<h1>Call this weekend off?</h1>
${window ? html`<div class="panel">${windowOn(window.takeover, window.clocks)}</div>` : null}
<p>You need not give a reason. Somebody else may have it then.</p>
<form method="post" action="${weekendPath(takeoverId)}/call-off" autocomplete="off">
<label for="say">A word to the team, only if you like</label>
${trouble(problem)}
<textarea id="say" name="say">
${say}</textarea>
<button type="submit">Yes, call it off</button></form>
<p><a href="${weekendPath(takeoverId)}">No, keep it</a></p>`,
  );

export const calledOffPage = (takeover: Takeover, clocks: Clocks): string =>
  page(
    'Called off',
    html`<h1>It is called off</h1>
<p>${daysOf(takeover, clocks.own)} is not yours any more. Thank you for telling us.</p>
<p><a href="/curator/weekends">Choose another weekend</a></p>
<p><a href="/curator">Back to your page</a></p>`,
  );

/** An answer that came too late, or had a "no" of its own. */
export const tooLatePage = (message: string, more: Html): string =>
  page(
    'That did not work',
    html`<h1>That did not work</h1>${trouble(message)}${more}<p><a href="/curator">Back to your page</a></p>`,
  );

const saidWords: Readonly<Record<SwapOutcome | 'asked' | 'agreed', string>> = {
  asked: 'We asked them. You hear from us as soon as they answer.',
  agreed: 'You both said yes. Now it waits for a yes of the team.',
  done: 'The swap is done.',
  declined: 'You said no. Both of you keep what you have.',
  refused: 'The team said no. Both of you keep what you have.',
  withdrawn: 'It is taken back. You keep what you have.',
  lapsed: 'The time for it is over. Both of you keep what you have.',
};

export const swapSaidPage = (swap: Swap, clocks: Clocks): string =>
  page(
    'Your swap',
    html`<h1>${saidWords[swap.state]}</h1>
${['asked', 'agreed', 'done'].includes(swap.state) ? bothSides(swap, clocks) : null}
<p><a href="/curator">Back to your page</a></p>`,
  );
