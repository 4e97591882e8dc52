import { bookSlot, listSlots, type OutputOf, type TakeoverId } from '@baton/contracts';
import { fresh, type ReadyCurator } from '../story-world.js';
import { becomeReady } from './2-becoming-ready.js';
import { twoSwap } from './8-two-swap.js';
import { unwellToday } from './8-unwell-today.js';
import { type Ahead, type Booked, dayOf, type Two } from './8-weekends-ahead.js';

/** People come, swap and fall ill, and the rota stays full without a decision of the team. */
export async function theRotaKeepsItself(ahead: Ahead): Promise<void> {
  ahead.stage.tell.act(8, 'The weekends ahead: the rota keeps itself');
  await unwellToday(ahead, await twoSwap(ahead, await twoMoreBook(ahead)));
}

async function twoMoreBook(ahead: Ahead): Promise<Two> {
  const { stage, charity } = ahead;
  const newcomers = await stage.tell.step('Kim and Lee become curators, by the same steps', async () => ({
    value: await Promise.all([
      newcomer(ahead, 'Kim', '07700 900118'),
      newcomer(ahead, 'Lee', '07700 900654'),
    ]),
    by: 'recruitment',
    fact: 'curator.ready × 2',
  }));
  return stage.tell.step('Kim books the next weekend of the rota, Lee the one after', async () => {
    const [kim, lee] = newcomers;
    const free = { charityId: charity.charityId, state: 'free', limit: 2 } as const;
    const { slots } = await charity.manager.does(listSlots, free);
    const booked = { kim: await book(ahead, kim, slots[0]), lee: await book(ahead, lee, slots[1]) };
    const detail = `${dayOf(booked.kim.opensAt)} and ${dayOf(booked.lee.opensAt)}`;
    return { value: booked, by: 'scheduling', fact: 'takeover.scheduled × 2', detail };
  });
}

function newcomer({ stage, charity }: Ahead, penName: string, phone: string): Promise<ReadyCurator> {
  const run = charity.slug.replaceAll('-', '');
  const identity = {
    name: `${penName} Abernathy-${run}`,
    email: `${penName}.abernathy.${run}@example.org`.toLowerCase(),
    phone,
  };
  return becomeReady({ ...stage, tell: stage.tell.unheard() }, charity, { penName, identity });
}

type Slot = OutputOf<typeof listSlots>['slots'][number];

async function book({ charity, stage }: Ahead, who: ReadyCurator, slot?: Slot): Promise<Booked> {
  if (!slot) throw new Error('the rota has no free weekend');
  const takeoverId = fresh<TakeoverId>();
  const { slotId, opensAt, closesAt } = slot;
  await who.person.does(bookSlot, { charityId: charity.charityId, slotId, takeoverId });
  await stage.facts.hear('takeover.scheduled', { takeoverId }, 20_000);
  return { who, takeoverId, slotId, opensAt, closesAt };
}
