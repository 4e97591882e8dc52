import { instantOfWallTime } from './instant-of-wall-time.js';

/**
 * What turns wall times into instants. A port, because the law of a zone changes: two replicas may know two laws, and a test
 * brings one that nobody has passed yet.
 */
export abstract class ZoneRules {
  /** The edition of the zone database, as `2026c`. A later one sorts after an earlier one, letter by letter. */
  abstract readonly law: string;
  /** Undefined where the calendar has no such day. Gaps and overlaps as in `instantOfWallTime`. */
  abstract instantOf(wall: string, zone: string): Date | undefined;
}

/** By the zone database of this process: Temporal asks the one it was built with. */
export const zoneRulesOfThisProcess: ZoneRules = {
  law: process.versions['tz'] ?? '',
  instantOf: instantOfWallTime,
};
