import { type EventDeclaration, type FactOf, type ServiceName, wireTypeOf } from '@baton/contracts';
import { Controller, Inject, type Type } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Wiring } from '../bus/wiring.js';
import type { Consumes } from './consumes.js';
import { FactContext } from './fact-context.js';

type EventCatalog = Readonly<Record<string, EventDeclaration>>;

/** The part of a catalog that a service has to listen to. */
export type ConsumedBy<Service extends ServiceName, Catalog extends EventCatalog> = {
  [Key in keyof Catalog as Service extends Catalog[Key]['consumers'][number] ? Key : never]: Catalog[Key];
};

/** What the transport must know about a handler; travels as the pattern's extras. */
export interface Consumption {
  readonly service: ServiceName;
  readonly event: EventDeclaration;
  /** Every wire type of the catalog: a version that is not among them is unknown, not uninteresting. */
  readonly catalogTypes: ReadonlySet<string>;
}

/** Names the transport, so that Nest gives these handlers to the fact server and to nobody else. */
export const factTransport = Symbol('facts');

/**
 * Wires the consumers of a service, exhaustively: an event of the catalog that names `service` among its
 * consumers and has no class here does not compile, and neither does a class for an event it is not named in.
 */
export function consume<Service extends ServiceName, Catalog extends EventCatalog>(
  service: Service,
  catalog: Catalog,
  consumers: {
    [Key in keyof ConsumedBy<Service, Catalog>]: Type<Consumes<ConsumedBy<Service, Catalog>[Key]>>;
  },
): Wiring;
export function consume(
  service: ServiceName,
  catalog: EventCatalog,
  consumers: Record<string, Type<Consumes<EventDeclaration>>>,
): Wiring {
  const catalogTypes = new Set(Object.values(catalog).map(wireTypeOf));
  const wired = Object.entries(consumers);
  return {
    controllers: wired.map(([key, consumer]) => {
      const event = catalog[key];
      if (!event) throw new Error(`${service} consumes ${key}, which is not in the catalog`);
      return controllerFor({ service, event, catalogTypes }, consumer);
    }),
    providers: wired.map(([, consumer]) => consumer),
  };
}

function controllerFor(consumption: Consumption, consumerClass: Type<Consumes<EventDeclaration>>): Type {
  @Controller()
  class FactController {
    constructor(@Inject(consumerClass) private readonly consumer: Consumes<EventDeclaration>) {}

    @EventPattern<string>(wireTypeOf(consumption.event), factTransport, { consumption })
    hear(@Payload() fact: FactOf<EventDeclaration>, @Ctx() context: FactContext): Promise<void> {
      return context.run((tx) => this.consumer.handle(fact, tx));
    }
  }
  return FactController;
}
