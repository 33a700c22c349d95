import type { Millis } from './time.ts'

/**
 * Where ids and randomness come from; simulation replaces it by a seeded one.
 * `id` is a UUIDv7 as 32 hex digits: sortable by time, and valid as an order number at both payment channels.
 */
export type Ids = {
  id(): string
  /** `bytes` random bytes as base64url. */
  secret(bytes: number): string
  /** A uniform whole number from 0 up to but not including `limit`. */
  below(limit: number): number
}

const ID = /^[0-9a-f]{32}$/

/** True for the 32 lower-case hex digits every id of ours has. */
export const isId = (text: string): boolean => ID.test(text)

/** When an id of ours was made (epoch ms), by the 48 bits that a UUIDv7 begins with. */
export const timeIn = (id: string): Millis => Number.parseInt(id.slice(0, 12), 16)
