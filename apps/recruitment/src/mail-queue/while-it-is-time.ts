import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { databaseNow } from '../clock/database-now.js';
import { hasWindow } from '../takeovers/heard-takeovers.js';
import { idIn } from './cause.js';
import type { OpenedMail } from './queued-mail.js';
import { whileWeekendIsTheirs } from './while-weekend-is-theirs.js';

/** A reminder of a weekend that is theirs, begins (and, if it is about the end, ends) when it says, and for which it is not too late. */
export const whileItIsTime = async (tx: Tx, mail: OpenedMail): Promise<boolean> => {
  const { until, opensAt, closesAt } = mail.fields;
  if (!until || !opensAt) return false;
  const told = { opensAt, closesAt: mail.letter === 'weekendEndsSoon' ? closesAt : undefined };
  if (!(await hasWindow(tx, idIn<TakeoverId>(mail.cause), told))) return false;
  if (!(await whileWeekendIsTheirs(tx, mail))) return false;
  return new Date(until) > (await databaseNow(tx));
};

/** A letter that tells when a weekend is: theirs, and still then. A later letter tells the later times. */
export const whileItIsThen = async (tx: Tx, mail: OpenedMail): Promise<boolean> => {
  const { opensAt, closesAt } = mail.fields;
  if (!opensAt || !(await hasWindow(tx, idIn<TakeoverId>(mail.cause), { opensAt, closesAt }))) return false;
  return whileWeekendIsTheirs(tx, mail);
};
