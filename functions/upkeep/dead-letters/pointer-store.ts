import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Item } from '../../../shared/table/write.ts'

const stored = z.object({ kind: z.string(), id: z.string().check(z.maxLength(200)) })

/** The pointer in the body of a message; undefined in one that is none of that kind. */
export const pointerIn = (body: string, kind: string): Pointer | undefined => {
  try {
    const parsed = z.parse(stored, JSON.parse(body))
    return parsed.kind === kind ? parsed : undefined
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
