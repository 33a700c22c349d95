import type { PaymentProvider, RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import { isOf, seeing, setting, writing } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

export const isDoing = ({ acting }: World, ...names: string[]): boolean => names.includes(acting?.name ?? '')

/** Proposals as these deeds would read them otherwise. */
export const reading = (read: (proposal: Item, world: World) => Item) =>
  seeing((item, world) => (item.sk === 'PROPOSAL' ? read(item, world) : item))

/** What these deeds would make of the channel's word about a refund. */
const hearing =
  (names: readonly string[], hear: (state: RefundState | Unavailable) => RefundState | Unavailable) =>
  (inner: PaymentProvider, world: World): PaymentProvider => ({
    ...inner,
    queryRefund: async (asked) => {
      const state = await inner.queryRefund(asked)
      return isDoing(world, ...names) ? hear(state) : state
    },
  })

export const ABSENT: RefundState = { kind: 'absent' }

/** These words are taken for "not known there". */
export const deafTo = (names: readonly string[], ...kinds: string[]) =>
  hearing(names, (state) => (kinds.includes(state.kind) ? ABSENT : state))

export const byHand = (write: Write): boolean => isOf(write, 'REFUND') && setting(write, 'paidByHand') === true

export const isDecision = (write: Write): boolean =>
  isOf(write, 'PROPOSAL') && setting(write, 'decidedAt') !== undefined

export const isPointer = (write: Write): boolean => write.key.pk.startsWith('PROPOSAL#') && write.key.sk === 'OPEN'

/** Writes nothing into the audit about deeds of that name. */
export const unrecorded = (name: string) =>
  writing((write, world) => (isDoing(world, name) && isOf(write, 'AUDIT') ? undefined : write))
