import type { Caller, Operation } from '@baton/contracts';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request once the guards have let it through: who is calling has been found out. */
export type KnownRequest = FastifyRequest & { caller?: Caller };
export type Reply = FastifyReply;

/** Marks a route as carrying an operation; its access rule is then enforced. */
export const Carries = Reflector.createDecorator<Operation>();

/** Marks a route as a public page. A route with neither mark lets nobody in. */
export const PublicPage = Reflector.createDecorator<true>();

export const cookieName = '__Host-baton';
