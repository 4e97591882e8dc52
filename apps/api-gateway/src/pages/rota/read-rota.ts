import {
  listCover,
  listHiatuses,
  listRotas,
  listSlots,
  listSwaps,
  listTakeovers,
  mayCurate,
  viewBoard,
} from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import { Front } from '../front.js';
import { isManager, type Visit } from '../team/team-visit.js';
import { momentWords } from '../weekends/clocks.js';
import type { RotaView } from './rota-page.js';

const mostSlots = 200;
const mostCards = 100;

export interface BookableCurator {
  readonly curatorId: string;
  readonly penName: string;
}

/** What the rota's pages show, as whoever is looking. */
@Injectable()
export class ReadRota {
  constructor(private readonly front: Front) {}

  async for({ charity, caller }: Visit, from = 0): Promise<RotaView> {
    const { charityId, slug, zone } = charity;
    const manages = isManager(caller);
    const hasCalendar = manages || caller.role === 'moderator';
    const [{ slots }, { takeovers }, { cover }, { swaps }, { rotas }, { hiatuses }] = await Promise.all([
      this.front.read(listSlots, { charityId, limit: mostSlots }, caller),
      this.front.read(
        listTakeovers,
        { charityId, state: 'live', order: 'soonestFirst', limit: mostSlots },
        caller,
      ),
      manages ? this.front.read(listCover, { charityId }, caller) : { cover: [] },
      manages ? this.front.read(listSwaps, { charityId }, caller) : { swaps: [] },
      this.front.read(listRotas, { charityId }, caller),
      this.front.read(listHiatuses, { charityId }, caller),
    ]);
    const bySlot = new Map(takeovers.map((one): [string, typeof one] => [one.slotId, one]));
    const view = { slug, zone, manages, hasCalendar, slots, takeovers: bySlot, cover, swaps };
    return { ...view, rotas, hiatuses, from };
  }

  /** Whoever may have a weekend; empty where recruitment does not answer. */
  async curators({ charity, caller }: Visit): Promise<readonly BookableCurator[]> {
    const asked = { charityId: charity.charityId, perColumn: mostCards };
    const board = await this.front.glance(viewBoard, asked, caller);
    const cards = (board?.columns.flatMap((column) => column.cards) ?? []).filter(({ state }) =>
      mayCurate(state),
    );
    return cards
      .flatMap(({ curatorId, penName, appliedAt }) => {
        const isShared = cards.filter((card) => card.penName === penName).length > 1;
        const shown = isShared ? `${penName}, who applied ${momentWords(appliedAt, charity.zone)}` : penName;
        return curatorId ? [{ curatorId, penName: shown }] : [];
      })
      .sort((one, other) => one.penName.localeCompare(other.penName));
  }
}
