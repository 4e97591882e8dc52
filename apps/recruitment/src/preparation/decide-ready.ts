import type { PreparationItem, Requirements } from '@baton/contracts';

export type Done = Readonly<Partial<Record<PreparationItem, Date>>>;

/** What of a list is open though nobody is ready without it, in the order of the list. None: they are ready. Pure. */
export const stillRequired = (requirements: Requirements, done: Done): PreparationItem[] =>
  inOrder.filter((item) => requirements[item] === 'required' && !done[item]);

/** The list as it stands: what is asked or offered, in the order in which it is best done. */
export const listed = (requirements: Requirements): PreparationItem[] =>
  inOrder.filter((item) => requirements[item] !== 'off');

const inOrder = [
  'advice',
  'agreement',
  'rehearsal',
  'firstPost',
  'buddy',
] as const satisfies readonly PreparationItem[];
