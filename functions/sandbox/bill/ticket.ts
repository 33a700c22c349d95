import * as z from 'zod/mini'
import { SECOND } from '../../../shared/kernel/time.ts'
import { created, readDocument } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'
import { fileFaults } from './faults.ts'

const ticketSchema = z.object({
  /** Which of the channel's bills. */
  bill: z.string(),
  /** YYYY-MM-DD in Beijing. */
  day: z.string(),
  gzip: z.boolean(),
  file: z.optional(z.enum(fileFaults)),
  rows: z.array(z.object({ mode: z.string(), subject: z.string() })),
  expiresAt: z.number(),
})

/** What a download address stands for. */
export type Ticket = z.infer<typeof ticketSchema>

/** Download addresses of both channels die after half a minute. */
const LIFE = 30 * SECOND
const DAYS_KEPT = 1

/** Remembers a ticket and answers its token. */
export const issueTicket = async (sandbox: Sandbox, of: Omit<Ticket, 'expiresAt'>): Promise<string> => {
  const now = sandbox.clock.now()
  const token = sandbox.ids.secret(24)
  await sandbox.table.commit([created(keys.bill(token), { ...of, expiresAt: now + LIFE }, { now, days: DAYS_KEPT })])
  return token
}

/** The ticket of a token that is known and not older than half a minute. */
export const ticketOf = async (sandbox: Sandbox, token: string): Promise<Ticket | undefined> => {
  const found = (await readDocument(sandbox.table, keys.bill(token), ticketSchema))?.value
  return found && sandbox.clock.now() <= found.expiresAt ? found : undefined
}
