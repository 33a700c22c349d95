import type { Write } from '../../shared/table/write.ts'
import { committing, isOf, layered, type Suspect, seeing, setting } from './mutant.ts'

const isPayment = (writes: readonly Write[]): boolean => writes.some((write) => isOf(write, 'FACT'))

const isOpening = (writes: readonly Write[]): boolean =>
  writes.some((write) => isOf(write, 'ORDER') && write.kind === 'put')

const isOffer = (writes: readonly Write[]): boolean =>
  writes.some((write) => isOf(write, 'PAYMENT') && setting(write, 'action') !== undefined)

const isForBan = (write: Write): boolean =>
  write.kind === 'guard' && ['banned', 'not_banned'].includes(write.because ?? '')

/** Does not look at bans in these commits. */
const blindIn = (where: (writes: readonly Write[]) => boolean) =>
  committing((writes) => [where(writes) ? writes.filter((write) => !isForBan(write)) : writes])

/** Does not see in these operations that an account is banned. */
const blindAs = (...names: string[]) =>
  seeing((item, world) =>
    item.sk === 'PROFILE' && names.includes(world.acting?.name ?? '') ? { ...item, bannedAt: undefined } : item,
  )

const isBannedPayment = (writes: readonly Write[]): boolean =>
  isPayment(writes) && writes.some(({ because }) => because === 'not_banned')

/** Wrong ways to end the buying of an account that is banned. P12. */
export const mutantsOfBans: readonly Suspect[] = [
  {
    name: 'a payment is accepted, whoever is banned',
    seenBy: 'crashes',
    seenIn: 'points paid by a banned account, alipay_qr',
    table: blindIn(isPayment),
  },
  {
    name: 'a ban is looked at only when an order is opened',
    seenBy: 'crashes',
    seenIn: 'a check paid by a banned account, wechat_native',
    table: layered(
      blindIn((writes) => !isOpening(writes)),
      blindAs('pay', 'order'),
    ),
  },
  {
    name: 'a ban is looked at before the payment is written down, and not with it',
    seenBy: 'meetings',
    table: (inner, world) => ({
      ...blindIn(isPayment)(inner, world),
      async commit(writes) {
        const guards = isPayment(writes) ? writes.filter(isForBan) : []
        const looked = guards.length > 0 ? await inner.commit(guards) : undefined
        if (looked?.kind === 'conflict') return looked
        return inner.commit(writes.filter((write) => !guards.includes(write)))
      },
    }),
  },
  {
    name: 'a month is delivered to a banned account, other goods are not',
    seenBy: 'histories',
    table: blindIn((writes) => isPayment(writes) && writes.some((write) => isOf(write, 'MEMBERSHIP'))),
  },
  {
    name: 'what a banned account pays leaves its verification open',
    seenBy: 'crashes',
    seenIn: 'a check paid by a banned account, wechat_native',
    table: committing((writes) => [
      isBannedPayment(writes)
        ? writes.filter((write) => !isOf(write, 'VERIFICATION') && !isOf(write, 'ATTEMPTS'))
        : writes,
    ]),
  },
  {
    name: 'what a banned account pays is kept',
    seenBy: 'crashes',
    seenIn: 'a month paid by a banned account, wechat_native',
    table: committing((writes) => [
      isBannedPayment(writes)
        ? writes.filter((write) => !isOf(write, 'REFUND') && !write.key.sk.startsWith('LEDGER#decide:'))
        : writes,
    ]),
  },
  {
    name: 'what a banned account pays is passed over',
    seenBy: 'crashes',
    seenIn: 'a month paid by a banned account, alipay_qr',
    table: committing((writes) => (isBannedPayment(writes) ? [] : [writes])),
  },
  {
    name: 'what is paid goes back for a ban that was lifted meanwhile',
    seenBy: 'meetings',
    table: committing((writes) => [isBannedPayment(writes) ? writes.filter((write) => !isForBan(write)) : writes]),
  },
  {
    name: 'the code that is out is shown to a banned account once more',
    seenBy: 'crashes',
    seenIn: 'banned, and asks for the code once more',
    table: blindAs('pay'),
  },
  {
    name: 'a ban that comes while the channel is asked for a code is not looked at',
    seenBy: 'meetings',
    table: blindIn(isOffer),
  },
  {
    name: 'an order of a banned account waits until its time is over',
    seenBy: 'crashes',
    seenIn: 'banned, and asks for the code once more',
    table: blindAs('order'),
  },
]
