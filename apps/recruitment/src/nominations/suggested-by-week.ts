import { roundedTo, smallestGroup } from '@baton/contracts';

/**
 * All that anybody is told of nominations: how many were suggested in a whole week, from ten on, rounded down.
 *
 * Whoever suggests an address makes the nomination's id, and knows the moment. A line of its own, a state or the time at which
 * it changed would tell them whether that person answered, and beside an application of the same moment who had applied. A
 * count of answers would too: who answers nine of their own suggestions sees the tenth. So only what the suggesting side did
 * itself is counted. A year back at most: of older ones only those are kept that were a no.
 */
export const suggestedByWeek = (where = ''): string => `
  SELECT to_char(week, 'YYYY-MM-DD') AS "weekOf", nominated_by AS "nominatedBy",
         count(*)::int / ${roundedTo} * ${roundedTo} AS suggested
    FROM (SELECT nominated_by, date_trunc('week', asked_at AT TIME ZONE 'UTC') AS week FROM nomination ${where}) AS one
   WHERE week < date_trunc('week', baton.now() AT TIME ZONE 'UTC')
     AND week > date_trunc('week', baton.now() AT TIME ZONE 'UTC') - interval '53 weeks'
   GROUP BY week, nominated_by HAVING count(*) >= ${smallestGroup}`;
