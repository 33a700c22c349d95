import type { Schemas } from './calling/types.ts'

/** Each by itself, so that its type goes on telling what it holds. */
type Told<Event> = Event extends { id: unknown; timestamp: unknown } ? Omit<Event, 'id' | 'timestamp'> : never

type Known = Told<Schemas['EventWebhook']>

/**
 * Any text when it runs. Written as a form that no type has which is known here, for TypeScript would take `string` for each of them, and
 * no comparison would tell what an event holds.
 */
type LaterType = `${string} (of a later version)`

/** What came of a type that this version does not know: answer 2xx and ignore it. */
type LaterEvent = {
  type: LaterType
  sequence: number
  subject: { kind: string; id: string }
  account?: { id: string; externalId?: string }
  data: unknown
}

/**
 * What happened to something of the platform's users. `type` tells events apart, also in a `switch`, whose `default` is for types
 * that come later.
 */
export type PlatformEvent = Known | LaterEvent

/** Types of events that this version knows. */
export type PlatformEventType = Known['type']

/** An event of one of these types. */
export type PlatformEventOf<Type extends PlatformEventType> = Extract<Known, { type: Type }>
