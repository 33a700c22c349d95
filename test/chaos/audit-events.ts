import { wholeOrderRoute } from '../../functions/overview/operator.route.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { verificationNow } from '../../local/demo/user.ts'
import type { Heard, Listener } from './listening.ts'
import { count, type Purchase, type Stage } from './stage.ts'

/** Everything that is told of a subject, as who missed it reads it. */
const toldOf = async ({ platform, platformKey: token }: Stage, subject: string): Promise<Heard[]> => {
  const all: Heard[] = []
  for (let cursor: string | undefined; ; ) {
    const query = { subject, limit: '100', ...(cursor !== undefined && { cursor }) }
    const page = await platform.must(listEventsRoute, { token, query })
    all.push(...(page.events as Heard[]))
    if (page.nextCursor === null) return all
    cursor = page.nextCursor
  }
}

const sequenceFaults = (subject: string, events: readonly Heard[]): string[] =>
  events.every(({ sequence }, at) => sequence === at + 1) ? [] : [`the events of ${subject} have a gap`]

/** Whoever listens has had every event, under its one id, and no other. */
const hearingFaults = (subject: string, events: readonly Heard[], { name, taken, heard }: Listener): string[] => [
  ...events.flatMap(({ id, type }) => (taken.has(id) ? [] : [`${name} lacks ${type} of ${subject}`])),
  ...events.flatMap(({ id, sequence }) => {
    const body = heard.get(id)
    const said: Heard | undefined = body === undefined ? undefined : JSON.parse(body)
    return said === undefined || said.sequence === sequence ? [] : [`${name} heard ${id} with another number`]
  }),
]

const timesOf = (events: readonly Heard[], type: string): number => events.filter((event) => event.type === type).length

/** What happened to an order was told, once, and nothing else of it. */
const orderFaults = async (stage: Stage, { orderId }: Purchase, events: readonly Heard[]): Promise<string[]> => {
  const { platform, operatorKey: token } = stage
  const { order, refunds } = await platform.must(wholeOrderRoute, { params: { id: orderId }, token })
  const isBought = order.transactionId !== null
  const back = refunds.filter(({ status }) => status === 'succeeded').length
  const expected = { 'order.paid': isBought ? 1 : 0, 'order.closed': isBought ? 0 : 1, 'refund.succeeded': back }
  return Object.entries(expected).flatMap(([type, times]) =>
    timesOf(events, type) === times
      ? []
      : [`${type} of ${orderId} is told ${timesOf(events, type)} times, not ${times}`],
  )
}

const UNDECIDED = ['cancelled', 'expired']

/** How a verification ended was told of its account, once. */
const verdictFaults = async (stage: Stage, purchase: Purchase, events: readonly Heard[]): Promise<string[]> => {
  const { verificationId, customer } = purchase
  if (verificationId === undefined) return []
  const { status } = await verificationNow(stage.platform, customer, verificationId)
  const told = events.filter(({ data }) => data.verificationId === verificationId).map(({ type }) => type)
  const expected = UNDECIDED.includes(status) ? '' : `verification.${status}`
  return told.join() === expected ? [] : [`a verification ended as ${status}, and ${told.join() || 'nothing'} is told`]
}

/** Whatever is wrong with what the platform was told: everything that happened, in order and once each, to everybody who listens. M2. */
export const eventFaults = async (stage: Stage): Promise<string[]> => {
  const faults = stage.listeners.flatMap(({ faults: own }) => own)
  const told = new Set<string>()
  const take = async (subject: string): Promise<Heard[]> => {
    const events = await toldOf(stage, subject)
    for (const { id } of events) told.add(id)
    count(stage, 'event told', events.length)
    faults.push(...sequenceFaults(subject, events))
    for (const listener of stage.listeners) faults.push(...hearingFaults(subject, events, listener))
    return events
  }
  for (const purchase of stage.purchases)
    faults.push(...(await orderFaults(stage, purchase, await take(`order.${purchase.orderId}`))))
  for (const customer of stage.customers) {
    const events = await take(`account.${customer.accountId}`)
    for (const purchase of stage.purchases.filter((one) => one.customer === customer))
      faults.push(...(await verdictFaults(stage, purchase, events)))
    if (customer.isBanned && timesOf(events, 'account.banned') === 0)
      faults.push(`${customer.externalId} is banned, and nobody is told`)
  }
  for (const { name, heard } of stage.listeners)
    for (const [id, body] of heard) {
      const { subject, type }: Heard = JSON.parse(body)
      if (['order', 'account'].includes(subject.kind) && !told.has(id))
        faults.push(`${name} heard ${type} of ${subject.kind} ${subject.id}, which never happened`)
    }
  return faults
}
