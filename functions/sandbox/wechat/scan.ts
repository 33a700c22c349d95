import * as z from 'zod/mini'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { changed, created, readDocument, untilCommitted } from '../documents.ts'
import { keys } from '../keys.ts'
import type { WeChatSandbox } from '../sandbox.ts'

const standings = ['waiting', 'scanned', 'confirmed', 'refused'] as const

const scan = z.object({
  standing: z.enum(standings),
  /** The query that the browser came with. */
  asked: z.string(),
  /** What it goes back with. */
  code: z.optional(z.string()),
  isTwice: z.boolean(),
  madeAt: z.number(),
})

/** A code on a desktop that a phone scans, and how far that is. */
export type Scan = z.infer<typeof scan>

const DAYS_KEPT = 7
/** How long the code can be scanned and confirmed. */
const LIFE = 3 * MINUTE

/** A code to be scanned, for a browser that came with this query; answers its number. */
export const newScan = async ({ table, ids, clock }: WeChatSandbox, asked: string): Promise<string> => {
  const uuid = `0${ids.id().slice(1)}`
  const fresh: Scan = { standing: 'waiting', asked, isTwice: false, madeAt: clock.now() }
  await table.commit([created(keys.wechatScan(uuid), fresh, { now: fresh.madeAt, days: DAYS_KEPT })])
  return uuid
}

/** How far it is; `expired` where nothing was said in time, undefined where there is none. */
export const scanOf = async (
  { table, clock }: WeChatSandbox,
  uuid: string,
): Promise<(Omit<Scan, 'standing'> & { standing: Scan['standing'] | 'expired' }) | undefined> => {
  const found = (await readDocument(table, keys.wechatScan(uuid), scan))?.value
  const isOver = found && ['waiting', 'scanned'].includes(found.standing) && clock.now() >= found.madeAt + LIFE
  return isOver ? { ...found, standing: 'expired' } : found
}

/** What the phone has done becomes of it, where it still can; answers whether it did. */
export const moveScan = (
  sandbox: WeChatSandbox,
  uuid: string,
  to: Pick<Scan, 'standing'> & Partial<Pick<Scan, 'code' | 'isTwice'>>,
): Promise<boolean> =>
  untilCommitted(async () => {
    const now = sandbox.clock.now()
    const before = await readDocument(sandbox.table, keys.wechatScan(uuid), scan)
    const isOpen = before && ['waiting', 'scanned'].includes(before.value.standing) && now < before.value.madeAt + LIFE
    if (!isOpen) return false
    const done = await sandbox.table.commit([changed(before, { ...before.value, ...to }, { now, days: DAYS_KEPT })])
    return done.kind === 'committed' ? true : 'overtaken'
  })
