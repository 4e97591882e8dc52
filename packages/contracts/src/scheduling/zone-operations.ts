import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, SlotId, TakeoverId } from '../define/ids.js';
import { TimeZone } from '../define/time-zone.js';
import { PenName, WallDateTime } from '../define/words.js';

const Edges = z.object({ opensAt: Instant, closesAt: Instant });

export const listZoneChanges = defineOperation({
  name: 'list-zone-changes',
  owner: 'scheduling',
  summary:
    'Slots whose instants moved because a country changed the law of its clocks, latest change first, and who was told.',
  method: 'GET',
  path: '/charities/{charityId}/zone-changes',
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId, limit: z.coerce.number().int().min(1).max(500).default(200) }),
  output: z.object({
    changes: z.array(
      z.object({
        slotId: SlotId,
        zone: TimeZone,
        opensAtWall: WallDateTime,
        closesAtWall: WallDateTime,
        before: Edges,
        /** Null: it was free, and something else is there now. */
        after: Edges.nullable(),
        /** The editions of the time zone database. */
        lawBefore: z.string(),
        law: z.string(),
        changedAt: Instant,
        /** The curator who had booked it and was told. Null: it was free. */
        told: z.object({ takeoverId: TakeoverId, curatorId: CuratorId, penName: PenName }).nullable(),
      }),
    ),
  }),
  refusals: {},
});
