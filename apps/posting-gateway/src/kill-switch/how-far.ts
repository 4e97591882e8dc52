import type { SwitchMode } from '@baton/contracts';

/** How far the account is out of the curator’s hands. `pause` and `takenBack` stop the same; the second is for good. */
const howFar: Record<SwitchMode, number> = { off: 0, hold: 1, pause: 2, takenBack: 2 };

/** Whether more may go out under the second mode than under the first. Such a step asks for a proof of who takes it. */
export const isLooser = (from: SwitchMode, to: SwitchMode): boolean => howFar[to] < howFar[from];
