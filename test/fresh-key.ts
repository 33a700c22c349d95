import { randomUUID } from 'node:crypto'

/** A key for a request that opens an order, as a header. */
export const freshKey = (): Record<string, string> => ({ 'idempotency-key': randomUUID() })
