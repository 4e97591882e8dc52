/** The services that own operations and facts. */
export const serviceNames = [
  'api-gateway',
  'recruitment',
  'scheduling',
  'posting-gateway',
  'feedback',
] as const;
export type ServiceName = (typeof serviceNames)[number];
