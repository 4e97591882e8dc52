import type { ServiceName } from '@baton/contracts';

/**
 * Tells whoever nudges the relay that facts have been committed. Process-wide on purpose: `appendFacts`
 * is handed a transaction and nothing else. Announcements of one turn of the event loop are one.
 */
type Listener = () => void;
const listeners = new Map<ServiceName, Set<Listener>>();
const announced = new Set<ServiceName>();

/** Calls `listener` soon after a commit with facts of `service`; returns how to stop that. */
export function onCommit(service: ServiceName, listener: Listener): () => void {
  const known = listeners.get(service) ?? new Set();
  listeners.set(service, known.add(listener));
  return () => known.delete(listener);
}

export function announceCommit(service: ServiceName): void {
  if (announced.has(service)) return;
  announced.add(service);
  setImmediate(() => {
    announced.delete(service);
    for (const listener of listeners.get(service) ?? []) listener();
  });
}
