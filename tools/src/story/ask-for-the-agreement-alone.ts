import { type CharityId, setPreparation } from '@baton/contracts';
import type { Person } from './people.js';

/** The charity offers advice and rehearsal and needs neither: whoever says yes to the agreement is ready. */
export async function askForTheAgreementAlone(manager: Person, charityId: CharityId): Promise<void> {
  await manager.does(setPreparation, { charityId, advice: 'offered', rehearsal: 'offered' });
}
