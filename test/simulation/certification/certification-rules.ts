import type { Application } from '../../../functions/certification/applications/application.ts'
import { applicationTransitions, isEnded } from '../../../functions/certification/applications/application-states.ts'
import { applicationOf } from '../../../functions/certification/applications/application-store.ts'
import type { App } from '../../../functions/certification/apps/app.ts'
import { appOf } from '../../../functions/certification/apps/app-store.ts'
import { skeletonOf } from '../../../functions/certification/naming/name-skeleton.ts'
import { reservationIn } from '../../../functions/certification/naming/name-store.ts'
import type { Item } from '../../../shared/table/write.ts'

const applicationsIn = (items: readonly Item[]): Application[] =>
  items.filter(({ sk }) => sk.startsWith('APPLICATION#')).map(applicationOf)

const appsIn = (items: readonly Item[]): App[] => items.filter(({ sk }) => sk === 'APP').map(appOf)

const isAllowed = (from: string, to: string): boolean =>
  applicationTransitions.some((row) => 'to' in row && row.to === to && row.from.some((one) => one === from))

/** When the time is over in which each state can be left for the next. */
const deadlineIn = ({ status, confirmUntil, paidUntil, correctUntil }: Application): number => {
  if (status === 'awaiting_confirmation') return confirmUntil ?? 0
  if (status === 'awaiting_payment') return paidUntil ?? 0
  return status === 'returned' ? (correctUntil ?? 0) : Number.POSITIVE_INFINITY
}

/** What goes on in time, and what ends. */
const goesOn = ({ status }: Application): boolean => ['awaiting_payment', 'in_review'].includes(status)

/**
 * It went on although its time was over when whoever wrote it looked at the clock. The clock may have jumped since, as a request that began in time may
 * end after it; what somebody else wrote meanwhile stands.
 */
const isLate = (one: Application, was: Application): boolean =>
  goesOn(one) && (one.steps.at(-1)?.at ?? Number.POSITIVE_INFINITY) >= deadlineIn(was)

/** Nobody writes what is yet to be. */
const isOfLater = ({ steps }: Application, now: number): boolean => (steps.at(-1)?.at ?? 0) > now

/** W4 one that is certified rests on no paper that was over when it was. */
const isOfOldPapers = ({ status, endedAt = 0 }: Application, { papers = [] }: Application): boolean =>
  status === 'certified' && papers.some(({ until = Number.POSITIVE_INFINITY }) => endedAt >= until)

/** What a single commit must not do: move an application otherwise than its table says or late, or change a name but for a certificate. */
export const committedFaults = (before: readonly Item[], after: readonly Item[], now: number): string[] => {
  const were = new Map(applicationsIn(before).map((one) => [one.id, one]))
  const moved = applicationsIn(after).flatMap((one) => {
    const was = were.get(one.id)
    return was === undefined || was.status === one.status ? [] : [{ one, was }]
  })
  const names = new Map(appsIn(before).map(({ id, name }) => [id, name]))
  const renamed = appsIn(after).filter(({ id, name }) => names.has(id) && names.get(id) !== name)
  const certifies = ({ id, name }: App) =>
    moved.some(({ one }) => one.appId === id && one.status === 'certified' && one.names.to === name)
  return [
    ...moved.flatMap(({ one, was }) =>
      isAllowed(was.status, one.status) ? [] : [`${was.status} became ${one.status}`],
    ),
    ...moved.flatMap(({ one, was }) => (isLate(one, was) || isOfLater(one, now) ? [`${was.status} too long`] : [])),
    ...moved.flatMap(({ one, was }) => (isOfOldPapers(one, was) ? ['certified with a paper that is over'] : [])),
    ...renamed.flatMap((app) => (certifies(app) ? [] : [`an app is called ${app.name} without its certificate`])),
  ]
}

/** Of an app one application is open at most, which it knows; it has a certified name exactly where one was certified. */
const appFaults = (app: App, of: readonly Application[]): string[] => {
  const open = of.filter((one) => !isEnded(one))
  const certified = of.filter(({ status }) => status === 'certified')
  const renamed = certified.filter(({ naming, names }) => naming.verdict === 'passed' && names.to !== names.from)
  const changes = app.names.filter((_past, at) => (app.names[at + 1]?.because ?? app.nameCause) === 'certified').length
  const last = renamed.at(-1)
  return [
    ...(open.length > 1 ? ['two applications for an app are open'] : []),
    ...(app.openApplication === open[0]?.id ? [] : ['an app does not know which application is open']),
    ...((app.certifiedName !== undefined) === certified.length > 0 ? [] : ['certified, and the app says otherwise']),
    ...(changes === renamed.length ? [] : [`${renamed.length} certificates, and ${changes} changes of name`]),
    ...(last && app.name !== last.names.to ? ['certified under another name than the app has'] : []),
  ]
}

/** An app has its name, and the one that is asked for while it is; nobody has what nobody goes by. */
const nameFaults = (items: readonly Item[], app: App, of: readonly Application[]): string[] => {
  const held = items.filter(({ sk }) => sk === 'NAME')
  const keptFor = held.filter((item) => {
    const kept = reservationIn(item)
    return kept?.app === app.id && kept.until === undefined
  })
  const asked = of.flatMap((one) => (isEnded(one) || one.heldName === undefined ? [] : [one.heldName]))
  const should = [...new Set([skeletonOf(app.name), ...asked])].toSorted()
  const are = keptFor.map(({ pk }) => pk.slice('NAME#'.length)).toSorted()
  return are.join() === should.join() ? [] : [`an app keeps ${are}, and goes by ${should}`]
}

const caseStatuses: Readonly<Record<string, readonly string[]>> = {
  in_review: ['open', 'seconding'],
  returned: ['waiting'],
  certified: ['decided'],
  refused: ['decided'],
  correction_expired: ['decided'],
  payment_reversed: ['withdrawn'],
  withdrawn: ['withdrawn'],
}

/** People look at it exactly while it is before them. */
const caseFaults = (items: readonly Item[], { status, caseId, accountId }: Application): string[] => {
  if (caseId === undefined) return []
  const found = items.find(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk === `REVIEW#${caseId}`)
  return caseStatuses[status]?.includes(String(found?.status)) ? [] : [`${status}, and its case ${found?.status}`]
}

const orderStates = { held: 'paid', kept: 'settled', returned: 'refunded', reversed: 'settled' } as const

/** Its fee is whose it says; what was paid besides goes back whole. */
const feeFaults = (items: readonly Item[], of: Application): string[] => {
  const orders = items.filter(({ sk, applicationId }) => sk === 'ORDER' && applicationId === of.id)
  const back = (order: Item): unknown =>
    items
      .filter(({ pk, sk }) => pk === order.pk && sk.startsWith('REFUND#'))
      .reduce((sum, { refundFen }) => sum + Number(refundFen), 0)
  return orders.flatMap((order) => {
    if (!['paid', 'settled', 'refunded'].includes(String(order.status))) return []
    const isIts = of.paid?.orderId === order.id
    const should = isIts && of.fee !== 'none' ? orderStates[of.fee] : 'refunded'
    const owed = should === 'refunded' ? order.amountFen : 0
    return [
      ...(order.status === should ? [] : [`${isIts ? of.fee : 'paid in vain'}, and its order ${order.status}`]),
      ...(back(order) === owed ? [] : [`${back(order)} fen go back of ${owed}`]),
    ]
  })
}

/** An application that people saw was paid for, unless it costs nothing. */
const paidFaults = ({ status, feeFen, fee, steps }: Application): string[] => {
  const isSeen = steps.some((one) => one.status === 'in_review')
  const isPaid = fee !== 'none'
  return [
    ...(isSeen === isPaid || feeFen === 0 ? [] : [`${status}, and ${isPaid ? 'paid' : 'not paid'}`]),
    ...((status === 'payment_reversed') === (fee === 'reversed') ? [] : [`${status}, and its fee ${fee}`]),
    ...(isEnded({ status }) && fee === 'held' ? ['over, and nobody knows whose its fee is'] : []),
  ]
}

/** The platform is told once how it ended. */
const toldFaults = (items: readonly Item[], { id, appId, status }: Application): string[] => {
  const pending = items.find(({ pk }) => pk === `OUTBOX#app:${appId}`)?.pending
  const events = (Array.isArray(pending) ? pending : []).map((one) => Object(one))
  const told = (type: string) => events.filter((one) => one.type === type && one.data?.application === id).length
  const should = (word: string) => Number(status === word)
  return [
    ...(told('certification.certified') === should('certified') ? [] : ['not told once that it is certified']),
    ...(told('certification.refused') >= should('refused') ? [] : ['not told that it is refused']),
  ]
}

/** What must hold once everybody is done. W3, W5, W6. */
export const certificationFaults = (items: readonly Item[]): string[] => {
  const applications = applicationsIn(items)
  return [
    ...appsIn(items).flatMap((app) => {
      const its = applications.filter(({ appId }) => appId === app.id)
      return [...appFaults(app, its), ...nameFaults(items, app, its)]
    }),
    ...applications.flatMap((of) => [
      ...caseFaults(items, of),
      ...feeFaults(items, of),
      ...paidFaults(of),
      ...toldFaults(items, of),
    ]),
  ]
}
