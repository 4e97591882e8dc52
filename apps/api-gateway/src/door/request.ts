import type { Caller, Operation } from '@baton/contracts';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request once the guards have let it through: who is calling has been found out. */
export type KnownRequest = FastifyRequest & {
  caller?: Caller;
  /** A JSON body as it came: what a signature is about. */
  rawBody?: Buffer;
  /** Its address has sent too much: set only where the handler says so itself. */
  isTooOften?: boolean;
};
export type Reply = FastifyReply;

/** Marks a route as carrying an operation; its access rule is then enforced. */
export const Carries = Reflector.createDecorator<Operation>();

/** Marks a route as a public page. A route without any mark lets nobody in. */
export const PublicPage = Reflector.createDecorator<true>();

/** Marks a route whose handler says itself that it was too often, because it has what somebody typed to give back. */
export const SaysTooOften = Reflector.createDecorator<true>();

/** Marks a route whose caller is a machine that signs each request; its handler checks that first. */
export const SignedByCaller = Reflector.createDecorator<true>();

export const cookieName = '__Host-baton';
