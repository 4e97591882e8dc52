import type { Type } from '@nestjs/common';

/** What a Nest module takes in of a service's handlers. */
export interface Wiring {
  readonly controllers: Type[];
  readonly providers: Type[];
}
