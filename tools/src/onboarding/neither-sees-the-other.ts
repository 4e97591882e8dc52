import { randomUUID } from 'node:crypto';
import { allOperations, decideAccess, type Operation, splitInput } from '@baton/contracts';
import { idFieldsOf, sampleInput } from '../access/sample-input.js';
import type { Person } from '../story/people.js';
import type { CharityOnboarded } from './onboard-charity.js';

/** Every route that names a charity and is not for everybody. */
const closed: readonly Operation[] = allOperations.filter(
  (operation) =>
    operation.path.includes('{charityId}') &&
    decideAccess(operation.access, { kind: 'anyone' }, undefined) !== 'allowed',
);

/** Tries every closed route of one charity as a person of the other. Tells how many there were; throws at the first that opens. */
export async function triesEverythingOf(
  gatewayOrigin: string,
  person: Person,
  other: CharityOnboarded,
): Promise<number> {
  for (const operation of closed) {
    const input = sampleInput(operation, (field) => (field === 'charityId' ? other.charityId : randomUUID()));
    const { path, query, body } = splitInput(operation, input);
    const response = await fetch(`${gatewayOrigin}/api${path}?${query}`, {
      method: operation.method,
      headers: {
        authorization: `Bearer ${person.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.status !== 403) throw new Error(`${operation.name} answered ${response.status}, not 403`);
  }
  return closed.length;
}

/** Reads everything of a charity that asks for nothing but its id; throws where a word of the other one is in it. */
export async function seesNothingOf(
  gatewayOrigin: string,
  mine: CharityOnboarded,
  other: CharityOnboarded,
): Promise<number> {
  const words = [other.charityId, other.name, other.slug, other.handle];
  const lists = closed.filter(
    (operation) => operation.method === 'GET' && idFieldsOf(operation).join() === 'charityId',
  );
  for (const { name, path } of lists) {
    const response = await fetch(`${gatewayOrigin}/api${path.replace('{charityId}', mine.charityId)}`, {
      headers: { authorization: `Bearer ${mine.owner.token}` },
    });
    const text = await response.text();
    const seen = words.find((word) => text.includes(word));
    if (seen) throw new Error(`${name} of ${mine.name} tells of ${other.name}: ${seen}`);
  }
  return lists.length;
}
