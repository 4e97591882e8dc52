import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { databaseNow } from '../clock/database-now.js';
import { opensAt } from '../takeovers/heard-takeovers.js';
import { idIn } from './cause.js';
import type { OpenedMail } from './queued-mail.js';
import { whileWeekendIsTheirs } from './while-weekend-is-theirs.js';

/** A reminder of a weekend that is theirs, begins when the reminder says, and for which it is not too late. */
export const whileItIsTime = async (tx: Tx, mail: OpenedMail): Promise<boolean> => {
  const { until, opensAt: told } = mail.fields;
  if (!until || !told || !(await opensAt(tx, idIn<TakeoverId>(mail.cause), told))) return false;
  if (!(await whileWeekendIsTheirs(tx, mail))) return false;
  return new Date(until) > (await databaseNow(tx));
};
