import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { ReadMessage } from '../../../shared/queue/worker.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Item } from '../../../shared/table/write.ts'

const stored = z.object({ kind: z.string(), id: z.string().check(z.maxLength(200)) })

/** Of which work a queue is, and how others tell of it there. */
type Told = { kind: string; read?: ReadMessage }

/** The pointer in the body of a message, or the first that a message of others tells of; undefined in one that is none of that kind. */
export const pointerIn = (body: string, { kind, read }: Told): Pointer | undefined => {
  try {
    const found: unknown = JSON.parse(body)
    const told = read?.(found)
    const parsed = told ? told[0] : z.parse(stored, found)
    return parsed?.kind === kind ? parsed : undefined
  } catch {
    return undefined
  }
}

/** Since when the item owes work, and how it stands, whatever it is. */
export const owedIn = (item: Item | undefined): { isThere: boolean; owedAt?: Millis; status?: string } => ({
  isThere: item !== undefined,
  ...(typeof item?.dueAt === 'number' && { owedAt: item.dueAt }),
  ...(typeof item?.status === 'string' && { status: item.status }),
})
