import type { z } from 'zod';
import type { ServiceName } from './service-name.js';

/**
 * A past fact, declared once: who says it, who listens, what it carries, how it looked in every version.
 *
 * - `type` is aggregate and participle: `takeover.opened`. Wire type: `baton.takeover.opened.v1`.
 * - `consumers` are compiled against: a service named here without a handler does not build.
 * - `audience: 'analyst'` events also leave the house, on the charity's analyst subject.
 * - `samples` are golden: once published they must parse for ever.
 */
export interface EventDeclaration<
  Type extends string = string,
  Version extends number = number,
  Owner extends ServiceName = ServiceName,
  Consumers extends readonly ServiceName[] = readonly ServiceName[],
  Data extends z.ZodObject = z.ZodObject,
> {
  readonly type: Type;
  readonly version: Version;
  readonly owner: Owner;
  readonly summary: string;
  readonly audience: 'internal' | 'analyst';
  readonly consumers: Consumers;
  readonly data: Data;
  readonly samples: readonly [z.input<Data>, ...z.input<Data>[]];
}

export type DataOf<E extends EventDeclaration> = z.output<E['data']>;

/** Declares an event. Throws at start-up when a sample does not parse. */
export function defineEvent<
  const Type extends `${string}.${string}`,
  const Version extends number,
  const Owner extends ServiceName,
  const Consumers extends readonly ServiceName[],
  Data extends z.ZodObject,
>(
  declaration: EventDeclaration<Type, Version, Owner, Consumers, Data>,
): EventDeclaration<Type, Version, Owner, Consumers, Data> {
  for (const sample of declaration.samples) declaration.data.parse(sample);
  return Object.freeze(declaration);
}

/** The CloudEvents type on the wire. */
export const wireTypeOf = (event: EventDeclaration): string => `baton.${event.type}.v${event.version}`;

/** The aggregate an event is about: `takeover` of `takeover.opened`. */
export const aggregateOf = (event: EventDeclaration): string => event.type.slice(0, event.type.indexOf('.'));

/** The JetStream stream that holds a service's facts; analyst events have a stream of their own. */
export const streamOf = (owner: ServiceName): string => `FACTS_${owner.toUpperCase().replaceAll('-', '_')}`;
export const analystStream = 'ANALYST';

/** `facts.<owner>.<charity>.<aggregate>.<participle>.v<version>`; every subject of a stream shares its first two tokens. */
export const factSubjectOf = (event: EventDeclaration, charityId: string): string =>
  event.audience === 'analyst'
    ? `analyst.${charityId}.${event.type}.v${event.version}`
    : `facts.${event.owner}.${charityId}.${event.type}.v${event.version}`;
