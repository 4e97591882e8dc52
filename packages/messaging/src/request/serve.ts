import { type Operation, subjectOf } from '@baton/contracts';
import { Controller, Inject, type Type } from '@nestjs/common';
import { Ctx, MessagePattern, NatsContext, Payload, Transport } from '@nestjs/microservices';
import type { Wiring } from '../bus/wiring.js';
import { Answering } from './answering.js';
import type { Handles } from './use-case.js';

/**
 * Wires the use cases of a service, exhaustively: an operation without its class does not compile.
 * Each becomes a Nest message handler on the operation's subject; `Answering` stands between the bus
 * and the use case and checks caller, access, input and output.
 */
export function serve<Operations extends Record<string, Operation>>(
  operations: Operations,
  useCases: { [Name in keyof Operations]: Type<Handles<Operations[Name]>> },
): Wiring;
export function serve(
  operations: Record<string, Operation>,
  useCases: Record<string, Type<Handles<Operation>>>,
): Wiring {
  const wired = Object.entries(useCases);
  return {
    controllers: wired.map(([name, useCase]) => {
      const operation = operations[name];
      if (!operation) throw new Error(`${name} has a use case and no declaration`);
      return controllerFor(operation, useCase);
    }),
    providers: wired.map(([, useCase]) => useCase),
  };
}

function controllerFor(operation: Operation, useCaseClass: Type<Handles<Operation>>): Type {
  @Controller()
  class OperationController {
    constructor(
      @Inject(useCaseClass) private readonly useCase: Handles<Operation>,
      @Inject(Answering) private readonly answering: Answering,
    ) {}

    @MessagePattern(subjectOf(operation), Transport.NATS)
    answer(@Payload() body: unknown, @Ctx() context: NatsContext) {
      return this.answering.answer(operation, this.useCase, body, context.getHeaders());
    }
  }
  return OperationController;
}
