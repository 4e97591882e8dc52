import {
  applyAboard,
  approveCharity,
  type CharityId,
  confirmAboard,
  listAboard,
  type RequestOf,
} from '@baton/contracts';
import { Person, textsMailed } from './people.js';
import type { StorySystem } from './story-system.js';
import { fresh } from './story-world.js';
import { waitFor } from './wait-for.js';

/** A charity asks to come aboard, presses the button in the mail, and the operator lets it in. */
export async function comeAboard(
  system: StorySystem,
  asked: Omit<RequestOf<typeof applyAboard>, 'charityId'> & { readonly contactEmail: string },
): Promise<CharityId> {
  const charityId = fresh<CharityId>();
  const nobody = new Person(system.gatewayOrigin);
  const operator = new Person(system.gatewayOrigin, system.operatorToken);
  await nobody.does(applyAboard, { ...asked, charityId });
  const token = await waitFor('the mail with the link', 15_000, async () => {
    const texts = await textsMailed(system, asked.contactEmail);
    return texts.flatMap((text) => /\/aboard\/confirm\?token=(\S+)/.exec(text)?.[1] ?? [])[0];
  });
  await nobody.does(confirmAboard, { token });
  const { waiting } = await operator.does(listAboard, {});
  if (!waiting.some((each) => each.charityId === charityId)) throw new Error('it is not on the list');
  await operator.does(approveCharity, { charityId });
  return charityId;
}
