import type { ServiceName } from '@baton/contracts';

/** On this subject a replica tells the one that relays that there is something to relay. */
export const nudgeOf = (service: ServiceName): string => `nudge.${service}`;
