import type { Write } from '../../../shared/table/write.ts'
import { blindTo, committing, isOf, layered, type Suspect, seeing, setting, without, writing } from '../world/mutant.ts'

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
    item.sk === 'PROFILE' && names.includes(world.acting?.name ?? '')
      ? { ...item, bannedAt: undefined, platformBannedAt: undefined }
      : item,
  )

const OWN = 'platformBannedAt'

/** Knows of no ban but the one for complaints. */
const blindToOwn = (write: Write): Write | undefined => {
  if (write.kind !== 'guard' || !isForBan(write)) return write
  const when = blindTo(write.when, OWN)
  return when && { ...write, when }
}

/** In these operations an update of the profile is another. */
const decidingAs = (name: string, other: (write: Write) => Write | undefined) =>
  writing((write, world) => (world.acting?.name === name ? other(write) : write))

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
    name: 'whom the platform banned may buy',
    seenBy: 'crashes',
    seenIn: 'a month paid by somebody the platform banned',
    table: layered(
      writing(blindToOwn),
      seeing((item) => (item.sk === 'PROFILE' ? { ...item, [OWN]: undefined } : item)),
    ),
  },
  {
    name: 'a payment is accepted, whomever the platform banned',
    seenBy: 'crashes',
    seenIn: 'points paid by somebody the platform banned',
    table: writing(blindToOwn),
  },
  {
    name: 'the platform lifts its ban and leaves it in the record',
    seenBy: 'crashes',
    seenIn: 'banned by the platform and let in again before paying',
    table: decidingAs('platform unban', (write) => without(write, OWN, 'platformBanReason')),
  },
  {
    name: 'the platform lifts a ban for complaints together with its own',
    seenBy: 'crashes',
    seenIn: 'banned for complaints too, and let in by the platform alone',
    table: decidingAs('platform unban', (write) =>
      write.kind === 'update' && isOf(write, 'PROFILE')
        ? { ...write, changes: { ...write.changes, remove: [...(write.changes.remove ?? []), 'bannedAt'] } }
        : write,
    ),
  },
  {
    name: 'nobody writes down that the platform banned somebody',
    seenBy: 'crashes',
    seenIn: 'banned by the platform and let in again before paying',
    table: decidingAs('platform ban', (write) => (isOf(write, 'AUDIT') ? undefined : write)),
  },
  {
    name: 'an order of a banned account waits until its time is over',
    seenBy: 'crashes',
    seenIn: 'banned, and asks for the code once more',
    table: blindAs('order'),
  },
]
