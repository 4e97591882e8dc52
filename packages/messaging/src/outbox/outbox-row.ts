/** A row of the outbox as the relay reads it. */
export interface OutboxRow {
  readonly id: number;
  readonly eventId: string;
  readonly subject: string;
  readonly aggregateId: string;
  readonly traceparent: string;
  /** The envelope's JSON, passed on byte for byte. */
  readonly envelope: string;
  readonly createdAt: Date;
}
