import type * as z from 'zod/mini'

/** A type of event, as the capability that owns it declares it: what it is about, what it says of it, and what that means. */
export type EventRow = {
  subject: string
  data: z.ZodMiniObject
  means: { zh: string; en: string }
}

/** What may be announced by a table of events: each type with its own data. */
export type AnnouncementOf<Rows extends Readonly<Record<string, EventRow>>> = {
  [Type in keyof Rows & string]: { type: Type; accountId?: string; data: z.output<Rows[Type]['data']> }
}[keyof Rows & string]
