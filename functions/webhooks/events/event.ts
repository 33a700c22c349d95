import { createHash } from 'node:crypto'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'

/** What an event is about: a kind of thing, and which. */
export type About = { kind: string; id: string }

/** An event as it is told to all who listen, and kept. `account`: whose it concerns. */
export type Event = {
  id: string
  type: string
  at: Millis
  sequence: number
  about: About
  account?: { id: string; externalId?: string | undefined } | undefined
  data: Readonly<Record<string, string | number | boolean | readonly string[] | About>>
}

const ID_DIGITS = 32

/**
 * Names an event: always the same for the same number of the same thing, so that no event is told under two ids. `at` (epoch ms): when it happened,
 * so that what happens after a table was restored is never taken for what had that number before.
 */
export const eventId = ({ kind, id }: About, sequence: number, at: Millis): string =>
  createHash('sha256').update(`${kind}:${id}:${sequence}:${at}`).digest('hex').slice(0, ID_DIGITS)

/** The text that is delivered, whoever gets it and however often. Nobody writes it anew: what was signed is what is kept. */
export const bodyOf = ({ id, type, at, sequence, about, account, data }: Event): string =>
  JSON.stringify({ id, type, timestamp: rfc3339(at), sequence, subject: about, account, data })

const ABOUT = /^([a-z_]{1,20})\.([0-9a-f]{32})$/

/** What a text as `account.<id>` names; undefined for any other. */
export const aboutIn = (text: string): About | undefined => {
  const [, kind, id] = ABOUT.exec(text) ?? []
  return kind !== undefined && id !== undefined ? { kind, id } : undefined
}
