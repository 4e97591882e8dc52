import { CharityId } from '../define/ids.js';

/**
 * The state that X sends back to a page of ours, on which nobody has said yet which charity it is about. So it begins with
 * the charity’s id, which is no secret; what follows is. Believed by nobody: whether it was begun is looked up.
 */
export const connectionState = (charityId: CharityId, secret: string): string => `${charityId}.${secret}`;

/** The charity a state names, if it is one of ours by its form. */
export function charityOfState(state: string): CharityId | undefined {
  const [named] = state.split('.', 1);
  const read = CharityId.safeParse(named);
  return read.success ? read.data : undefined;
}
