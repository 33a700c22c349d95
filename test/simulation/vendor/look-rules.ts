import type { Elements } from '../../../functions/verification/check/checker.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import { count, type World } from '../world/world.ts'
import { possiblyExecuted } from './vendor.ts'

/** The look of the platform that goes by this number; undefined for an order's check. */
export const lookOf = (world: World, id: string): Item | undefined =>
  [...world.items.values()].find((item) => item.sk.startsWith('CHECK#') && item.look === id)

/** A vendor is asked for a look: once at most that may have been executed, and it is told nothing but the number. */
export const lookCallFaults = (world: World, id: string, evidence: Elements): string[] => {
  const calls = world.vendors.calls.filter((call) => call.orderId === id).filter(possiblyExecuted)
  return [
    ...(calls.length > 1 ? ['vendors were possibly called twice for one look'] : []),
    ...(evidence.name + evidence.idNumber === '' ? [] : ['a look tells a vendor more than the number']),
  ]
}

const hasEnded = (item: Item | undefined): boolean => item?.ended === 'number_recycled'

/** What a look found out goes with it in one commit: the end of what was proven, and that its holder is told; and nothing else ends it. */
const endFaults = (world: World, look: Item, changes: readonly Change[]): string[] => {
  const last = world.vendors.calls.findLast((call) => call.orderId === look.look)
  const isRecycled = last?.result.kind === 'verdict' && last.result.verdict === 'mismatch' && look.status === 'done'
  const ended = changes.some(({ kind, before, after }) => kind === 'EVIDENCE' && hasEnded(after) && !hasEnded(before))
  const told = changes.some(({ kind, before }) => kind === 'MESSAGE' && !before)
  const gate = changes.some(({ kind, after }) => kind === 'IDENTITY' && JSON.stringify(after?.proofs).includes('ended'))
  if (isRecycled) count(world, 'number recycled')
  if (!isRecycled) return ended ? ['what was proven ends although no look said so'] : []
  return [
    ...(ended ? [] : ['a number was recycled, and what it proved goes on']),
    ...(gate ? [] : ['the gate is not told that a number was recycled']),
    ...(told ? [] : ['nobody is told that what proved them ended']),
  ]
}

/** What must hold of looks at every commit. */
export const lookFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap(({ kind, before, after }) => {
    if (kind !== 'CHECK' || after?.look === undefined) return []
    if (!before) {
      count(world, 'look begun')
      const counted = changes.some((one) => one.kind === 'EVIDENCE' && one.before?.looks !== one.after?.looks)
      return counted ? [] : ['a look begins, and nothing says so at what is looked at']
    }
    const isOver = before.status !== after.status && ['done', 'unknown'].includes(String(after.status))
    return isOver ? endFaults(world, after, changes) : []
  })
