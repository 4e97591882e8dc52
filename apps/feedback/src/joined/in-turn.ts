import type { EventDeclaration, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';

/** One handler of a fact that several rooms hear: they take turns, in one transaction. */
export function inTurn<E extends EventDeclaration>(
  ...rooms: readonly Type<Consumes<E>>[]
): Type<Consumes<E>> {
  @Injectable()
  class InTurn implements Consumes<E> {
    constructor(private readonly modules: ModuleRef) {}

    async handle(fact: FactOf<E>, tx: Tx): Promise<void> {
      for (const room of rooms) await this.modules.get(room).handle(fact, tx);
    }
  }
  return InTurn;
}
