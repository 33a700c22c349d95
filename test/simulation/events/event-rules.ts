import { events } from '../../../functions/events.ts'
import { type Item, nameOf } from '../../../shared/table/write.ts'
import { type Change, kindOf } from '../world/record.ts'
import { levelFaults, levelOwed } from './level-rules.ts'

/** An event and what it is about, in a line. */
type Line = string

const line = (subject: string, type: string): Line => `${type} of ${subject}`

const turned = ({ before, after }: Change, ...to: string[]): boolean =>
  before?.status !== after?.status && to.includes(String(after?.status))

const comes = ({ before, after }: Change, attr: string): boolean =>
  before?.[attr] === undefined && after?.[attr] !== undefined

const goes = ({ before, after }: Change, attr: string): boolean =>
  before?.[attr] !== undefined && after?.[attr] === undefined

const DECIDED = ['verified', 'mismatch', 'no_record', 'undetermined', 'identity_in_use']

/** What must be told of an order or its money where an item of its partition changes so. */
const ofMoney = (change: Change): string[] => {
  const { kind, before, after } = change
  if (kind === 'ORDER')
    return [
      ...(before?.status === 'created' && turned(change, 'paid', 'settled') ? ['order.paid'] : []),
      ...(before?.status === 'created' && turned(change, 'closed', 'refunded') ? ['order.closed'] : []),
      ...(Number(after?.forcedFen ?? 0) > Number(before?.forcedFen ?? 0) ? ['refund.forced'] : []),
    ]
  if (kind !== 'REFUND') return []
  return [
    ...(comes(change, 'acceptedAt') ? ['refund.submitted'] : []),
    ...(turned(change, 'succeeded') ? ['refund.succeeded'] : []),
    ...(turned(change, 'operator') ? ['refund.needs_attention'] : []),
    ...(before?.status === 'succeeded' && turned(change, 'due') ? ['refund.reopened'] : []),
  ]
}

/** Evidence that is over, and owed that somebody is told; or ended before its time. */
const isEnding = (change: Change, now: number): boolean => {
  const { before, after } = change
  if (!before || !after) return false
  return comes(change, 'ended') || (goes(change, 'dueAt') && Number(after.validUntil ?? Number.MAX_VALUE) <= now)
}

const BANS = ['bannedAt', 'platformBannedAt']

/** What must be told of an account where one of its items changes so. */
const ofAccount = (change: Change, now: number): string[] => {
  const { kind, before, after } = change
  if (kind === 'VERIFICATION' || kind === 'OWED')
    return turned(change, ...DECIDED) ? [`verification.${after?.status}`] : []
  if (kind === 'PAPERS') return turned(change, 'verified') ? ['verification.verified'] : []
  if (kind === 'IDENTITY')
    return [...(before && !after ? ['verification.cleared'] : []), ...(levelOwed(change, now) ? ['level.changed'] : [])]
  if (kind === 'EVIDENCE') return isEnding(change, now) ? ['evidence.ended'] : []
  if (kind === 'BUSINESS') return [after ? 'business.bound' : 'business.unbound']
  if (kind !== 'PROFILE') return []
  return [
    ...BANS.flatMap((ban) => (comes(change, ban) ? ['account.banned'] : [])),
    ...(BANS.some((ban) => goes(change, ban)) ? ['account.unbanned'] : []),
  ]
}

const EXPIRED = ['confirmation_expired', 'payment_expired', 'correction_expired', 'payment_reversed']

const lengthOf = (of: unknown): number => (Array.isArray(of) ? of.length : 0)

/** Of how many papers of a certified app its administrator was reminded. */
const remindedIn = ({ before, after }: Change): number => {
  const toldIn = (item: Item | undefined) => (Array.isArray(item?.papers) ? item.papers : []).map((one) => Object(one))
  if (before?.status !== 'certified') return 0
  const were = toldIn(before)
  return toldIn(after).filter(({ told }, at) => Number(told) > Number(were[at]?.told)).length
}

/** What must be told of the app that an application is for, where the application changes so. A draft that is given up nobody was told of. */
const ofApplication = (change: Change): string[] => {
  const { before, after } = change
  if (!before || !after) return []
  const isOver = turned(change, ...EXPIRED) || (turned(change, 'withdrawn') && before.status !== 'draft')
  const isBack = before.fee !== 'returned' && after.fee === 'returned'
  const type: Record<string, string> = { awaiting_confirmation: 'submitted' }
  const moved = ['awaiting_confirmation', 'in_review', 'returned', 'certified', 'refused']
  return [
    ...(turned(change, ...moved) ? [`certification.${type[String(after.status)] ?? after.status}`] : []),
    ...(isOver ? ['certification.ended'] : []),
    ...Array<string>(remindedIn(change)).fill('certification.paper_ends'),
    ...(isBack || lengthOf(after.vain) < lengthOf(before.vain) ? ['certification.fee_returned'] : []),
  ]
}

const owner = ({ key }: Change): string => key.pk.slice(key.pk.indexOf('#') + 1)

/** What a commit must tell, by what it changes. */
const owedBy = (change: Change, now: number): Line[] => {
  const { kind, key } = change
  if (key.pk.startsWith('ORDER#')) return ofMoney(change).map((type) => line(`order:${owner(change)}`, type))
  if (kind === 'MESSAGE') return turned(change, 'failed') ? [line(`message:${change.after?.id}`, 'message.failed')] : []
  if (kind === 'APPLICATION') return ofApplication(change).map((type) => line(`app:${change.after?.appId}`, type))
  return key.pk.startsWith('ACCOUNT#')
    ? ofAccount(change, now).map((type) => line(`account:${owner(change)}`, type))
    : []
}

type Pending = { type: string; accountId?: string; data: object }

const pendingIn = (item: Item | undefined): Pending[] => (item?.pending ?? []) as unknown as Pending[]

/** What a commit puts into an outbox; nothing where it only tells what was in it. */
const addedBy = ({ before, after }: Change): Pending[] => {
  const added = Number(after?.sequence ?? 0) - Number(before?.sequence ?? 0)
  return added > 0 ? pendingIn(after).slice(-added) : []
}

const formFaults = (subject: string, { type, accountId, data }: Pending): string[] => {
  const row = events[type]
  if (!row) return [`${type} is no event`]
  return [
    ...(row.data.safeParse(data).success ? [] : [`${type} says something else than it should`]),
    ...(subject.startsWith(`${row.subject}:`) ? [] : [`${type} is told of ${subject}`]),
    ...(row.subject === 'account' && subject !== `account:${accountId}` ? [`${type} names another account`] : []),
  ]
}

const eventsBySubject = (told: readonly { subject: string; event: Pending }[]): Map<string, Pending[]> =>
  new Map(
    [...Map.groupBy(told, ({ subject }) => subject)].map(([subject, of]) => [subject, of.map(({ event }) => event)]),
  )

/**
 * M2 every commit tells what it brings about, and nothing else: exactly the events that its changes owe are put into the outboxes of what they are
 * about, in their form, and none is lost from one.
 */
export const eventFaults = (changes: readonly Change[], now: number): string[] => {
  const outboxes = changes.filter(({ kind }) => kind === 'OUTBOX')
  const told = outboxes.flatMap((change) => addedBy(change).map((event) => ({ subject: owner(change), event })))
  const [owed, given] = [
    changes.flatMap((change) => owedBy(change, now)).toSorted(),
    told.map(({ subject, event }) => line(subject, event.type)).toSorted(),
  ]
  return [
    ...(owed.join() === given.join() ? [] : [`[${owed.join(', ')}] is to be told, and [${given.join(', ')}] is`]),
    ...told.flatMap(({ subject, event }) => formFaults(subject, event)),
    ...levelFaults(changes, eventsBySubject(told), now),
  ]
}

/** What became of each item between two moments. */
export const changesBetween = (before: readonly Item[], after: readonly Item[]): Change[] => {
  const [then, now] = [before, after].map((items) => new Map(items.map((item) => [nameOf(item), item] as const)))
  const names = new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...names].flatMap((name) => {
    const [was, is] = [then?.get(name), now?.get(name)]
    const item = is ?? was
    if (!item || JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ key: { pk: item.pk, sk: item.sk }, kind: kindOf(item), before: was, after: is }]
  })
}
