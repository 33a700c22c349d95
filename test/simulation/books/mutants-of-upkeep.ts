import type { Table } from '../../../shared/table/table.ts'
import type { Suspect } from '../world/mutant.ts'
import { isUnreadable } from './unreadable.ts'

/** Whoever lists days reads each of them as a whole, as it was once written. */
const readsWhole = (inner: Table): Table => ({
  ...inner,
  async list(of) {
    const page = await inner.list(of)
    if (page.items.some(isUnreadable)) throw Object.assign(new Error('unreadable'), { name: 'NoAnswer' })
    return page
  },
})

const SCENARIO = 'a day of bookkeeping cannot be read'

/** Wrong ways to do what every minute does. P16. */
export const mutantsOfUpkeep: readonly Suspect[] = [
  {
    name: 'days are opened before anything is swept, unguarded',
    seenBy: 'crashes',
    seenIn: SCENARIO,
    table: readsWhole,
    opensRunsUnguarded: true,
  },
  {
    name: 'a day that cannot be read keeps those after it from being opened',
    seenBy: 'crashes',
    seenIn: SCENARIO,
    table: readsWhole,
  },
]
