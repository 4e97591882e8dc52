import { FindProblems } from './find-problems.js';
import { LookBeforeTakeovers } from './look-before-takeovers.js';
import { OnPreFlightDue } from './on-pre-flight-due.js';

export const preFlightConsumers = { 'takeover.pre-flight-due.v1': OnPreFlightDue } as const;

export const preFlightProviders = [FindProblems, LookBeforeTakeovers] as const;
