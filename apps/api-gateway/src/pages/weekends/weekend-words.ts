import { type listSlots, type OutputOf, SlotId } from '@baton/contracts';
import { z } from 'zod';
import { Refused } from '../../door/refused.js';
import { type Html, html } from '../html.js';
import { hidden } from '../sign-in-pages.js';
import { type Clocks, daysInShort, type Window, windowOn } from './clocks.js';

export type Slot = OutputOf<typeof listSlots>['slots'][number];
export const weekendsPath = '/curator/weekends';

/** Told in words, never by a colour alone. */
export const stateWords: Readonly<Record<Slot['state'], string>> = {
  free: 'Free',
  held: 'Held: somebody is just choosing it',
  offered: 'Held: somebody was asked first',
  booked: 'Taken',
  over: 'Over',
};

/** A button is told apart from its neighbours by the days it is about. */
export const chooseForm = (slot: Window & { slotId: string }, clocks: Clocks): Html =>
  html`<form method="post" action="${weekendsPath}/${slot.slotId}/hold"><button type="submit">Choose ${daysInShort(slot, clocks.own)}</button></form>`;

/** A form that is one button. */
export const press = (
  path: string,
  button: string,
  { fields = {}, quiet = false }: { fields?: Readonly<Record<string, string>>; quiet?: boolean } = {},
): Html =>
  html`<form method="post" action="${path}">${Object.entries(fields).map(([name, value]) => hidden(name, value))}<button type="submit"${quiet ? html` class="quiet"` : null}>${button}</button></form>`;

/** Free ones in place of one that could not be had. */
export const nearestOnes = (slots: readonly (Window & { slotId: string })[], clocks: Clocks): Html =>
  slots.length === 0
    ? html`<p>No other weekend is free just now. You can wait for one: you are asked as soon as one is.</p><p><a class="button" href="${weekendsPath}#waiting">Wait for a weekend</a></p>`
    : html`<h2>These are free, the nearest first</h2>${slots.map(
        (slot) => html`<section class="panel">${windowOn(slot, clocks)}${chooseForm(slot, clocks)}</section>`,
      )}`;

const Alternatives = z.object({
  alternatives: z.array(z.object({ slotId: SlotId, opensAt: z.string(), closesAt: z.string() })),
});

/** What a refusal says is free instead; undefined where it says nothing of that. */
export const alternativesIn = (details: unknown) => Alternatives.safeParse(details).data?.alternatives;

export function slotIdIn(path: string): SlotId {
  const slotId = SlotId.safeParse(path);
  if (!slotId.success) throw new Refused('notFound');
  return slotId.data;
}
