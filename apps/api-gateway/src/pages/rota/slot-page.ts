import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import type { TypedFields } from '../team/typed-form.js';
import type { Takeover } from '../weekends/ahead-panel.js';
import { cityOf, dateOn, daysOf, timeOn, windowOn } from '../weekends/clocks.js';
import { press, type Slot } from '../weekends/weekend-words.js';
import type { BookableCurator } from './read-rota.js';
import { type Cover, coverPanel, rotaPath, slotWords } from './rota-page.js';

export interface SlotView {
  readonly slug: string;
  readonly zone: string;
  readonly slot: Slot;
  readonly takeover: Takeover | undefined;
  readonly cover: Cover | undefined;
  readonly curators: readonly BookableCurator[];
  /** For the booking that is made here, so that a double click makes one. */
  readonly takeoverId: string;
  /** What somebody was about to do when they were asked to confirm that it is them. */
  readonly again?: AskedAgain | undefined;
}

/** The buttons that ask for a confirmation first. */
export const confirmed = {
  extend: 'Let it last until then',
  'open-now': 'Hand the account over now',
} as const;
export type AskedAgain = keyof typeof confirmed;

/** One weekend, and everything the team can do about it. */
export function slotPage(view: SlotView, typed: TypedFields = {}, problem?: string): string {
  const { slug, zone, slot, takeover, cover } = view;
  const window = takeover ?? slot;
  return page(
    daysOf(window, zone),
    html`<h1>${daysOf(window, zone)}</h1>
${trouble(problem)}
${view.again ? html`<div class="panel" role="status"><p>Nothing has changed yet. To do it, press “${confirmed[view.again]}” once more.</p></div>` : null}
<div class="panel">${windowOn(window, { own: zone, charity: zone })}<p>${slotWords(slot, takeover)}</p></div>
${cover ? html`<h2>Who was asked</h2>${coverPanel(cover, { slug, zone })}` : null}
${takeover ? bookedParts(view, takeover, typed) : bookForm(view, typed)}
<p><a href="${rotaPath(slug)}">Back to the rota</a></p>
${teamPlaces(slug)}`,
  );
}

const pathOf = ({ slug, slot }: SlotView): string => `${rotaPath(slug)}/slots/${slot.slotId}`;
const on = (is: boolean) => (is ? html` checked` : null);

function bookForm(view: SlotView, typed: TypedFields): Html {
  const { curators, takeoverId } = view;
  return html`<h2>Book it for somebody</h2>
${
  curators.length === 0
    ? html`<p class="soft">Nobody is ready for a weekend, or it cannot be shown just now who is.</p>`
    : html`<form method="post" action="${pathOf(view)}/book">${hidden('takeoverId', takeoverId)}
<label for="curatorId">For whom</label>
<select id="curatorId" name="curatorId">${curators.map(({ curatorId, penName }) => html`<option value="${curatorId}"${curatorId === typed['curatorId'] ? html` selected` : null}>${penName}</option>`)}</select>
<label class="choice"><input type="checkbox" name="despiteLimits" value="yes"${on(typed['despiteLimits'] === 'yes')}> Even past the rules of booking (the audit says so)</label>
<button type="submit">Book it for them</button></form>`
}
${view.slot.oneOff ? html`<h2>Take it out</h2><p class="soft">It was added by itself, and no rule of the rota needs it.</p>${press(`${pathOf(view)}/remove`, 'Take this weekend out', { quiet: true })}` : null}`;
}

/** As fields for a day and a time hold it: 2026-12-04T17:30. */
const wallOn = (instant: string, zone: string): string => `${dateOn(instant, zone)}T${timeOn(instant, zone)}`;

const bookedParts = (view: SlotView, takeover: Takeover, typed: TypedFields): Html => {
  const { takeoverId, penName, state } = takeover;
  const fields = { takeoverId };
  return html`${
    state === 'scheduled'
      ? html`<h2>Call it off for ${penName}</h2>
<form method="post" action="${pathOf(view)}/call-off" autocomplete="off">${hidden('takeoverId', takeoverId)}
<label for="say">A note for the team (you can leave this empty)</label><textarea id="say" name="say">
${typed['say'] ?? ''}</textarea>
<button class="quiet" type="submit">Call it off</button></form>`
      : null
  }
<h2>${penName} is unwell</h2><p class="soft">Gives the weekend up for them, and asks others in order.</p>
${press(`${pathOf(view)}/unwell`, `Find cover for ${penName}`, { fields, quiet: true })}
<h2>Let it last longer</h2>
<form method="post" action="${pathOf(view)}/extend">${hidden('takeoverId', takeoverId)}
<label for="closesAtWall">Until, on the clock of ${cityOf(view.slot.zone)}</label>
<input id="closesAtWall" name="closesAtWall" type="datetime-local" value="${typed['closesAtWall'] || wallOn(takeover.closesAt, view.slot.zone)}" required>
<button class="quiet" type="submit">${confirmed.extend}</button></form>
${state === 'scheduled' ? html`<h2>Open it now</h2><p class="soft">${penName} gets the account before the weekend begins. It ends when it was to end.</p>${press(`${pathOf(view)}/open-now`, confirmed['open-now'], { fields, quiet: true })}` : null}
<p class="soft">${state === 'scheduled' ? 'For the last two you are' : 'For the last one you are'} asked to confirm that it is you.</p>`;
};
