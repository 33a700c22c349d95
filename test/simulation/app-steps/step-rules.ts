import type { App } from '../../../functions/certification/apps/app.ts'
import { appOf } from '../../../functions/certification/apps/app-store.ts'
import { skeletonOf } from '../../../functions/certification/naming/name-skeleton.ts'
import { reservationIn } from '../../../functions/certification/naming/name-store.ts'
import { openStep, type Step } from '../../../functions/certification/steps/step.ts'
import { stepOf } from '../../../functions/certification/steps/step-store.ts'
import type { Item } from '../../../shared/table/write.ts'

const appsIn = (items: readonly Item[]): App[] => items.filter(({ sk }) => sk === 'APP').map(appOf)
const stepsIn = (items: readonly Item[]): Step[] => items.filter(({ sk }) => sk.startsWith('APPSTEP#')).map(stepOf)
const facesIn = (items: readonly Item[]): number => items.filter(({ sk }) => sk.startsWith('FACEUSED#')).length

/** What of an app takes its holder in person. */
const sensitiveOf = ({ name, administrator, handoverHash }: App): string =>
  JSON.stringify([name, administrator, handoverHash ?? null])

/** A link that is taken away, or used up, is no step of its own. */
const isLess = (was: App, is: App): boolean =>
  is.handoverHash === undefined && was.name === is.name && was.administrator === is.administrator

/**
 * What a single commit must not do: change what an app is called, whose it is or by which link it goes, but by a face that confirms this once or by a step that people
 * have just approved; or move a step that is over.
 */
export const committedFaults = (before: readonly Item[], after: readonly Item[]): string[] => {
  const were = new Map(appsIn(before).map((one) => [one.id, one]))
  const steps = new Map(stepsIn(before).map((one) => [one.id, one.status]))
  const moved = stepsIn(after).filter(({ id, status }) => steps.has(id) && steps.get(id) !== status)
  const proven = facesIn(after) - facesIn(before) + moved.filter(({ status }) => status === 'done').length
  const changed = appsIn(after).filter((one) => {
    const was = were.get(one.id)
    return was !== undefined && sensitiveOf(was) !== sensitiveOf(one) && !isLess(was, one)
  })
  return [
    ...(changed.length > proven ? ['an app was changed, and nobody was there in person'] : []),
    ...moved.flatMap(({ id, status }) =>
      steps.get(id) === 'waiting' ? [] : [`a step that was ${steps.get(id)} became ${status}`],
    ),
  ]
}

const appFaults = (items: readonly Item[], app: App, now: number): string[] => {
  const steps = stepsIn(items).filter(({ appId }) => appId === app.id)
  const waiting = steps.filter(({ status, until }) => status === 'waiting' && now < until)
  const open = openStep(app, now)
  const lists = items.filter(({ pk, sk }) => pk.startsWith('ACCOUNT#') && sk === `APP#${app.id}`)
  const isOnlyTheirs = lists.length === 1 && lists[0]?.pk === `ACCOUNT#${app.administrator}`
  const kept = items.flatMap((item) => {
    const held = item.sk === 'NAME' ? reservationIn(item) : undefined
    return held?.app === app.id && held.until === undefined ? [item.pk.slice('NAME#'.length)] : []
  })
  const done = steps.filter(({ status, kind }) => status === 'done' && kind === 'rename').length
  return [
    ...(open !== undefined && !waiting.some(({ id }) => id === open.id) ? ['an app waits for what is over'] : []),
    ...(waiting.length > 1 ? ['two changes of an app wait at once'] : []),
    ...(app.openApplication !== undefined && open !== undefined ? ['applied for while a change of it waits'] : []),
    ...(isOnlyTheirs ? [] : ['an app is not on exactly the list of its administrator']),
    ...(kept.join() === skeletonOf(app.name) ? [] : [`an app keeps ${kept}, and goes by ${app.name}`]),
    ...(app.names.length < done ? ['more renames were approved than names were changed'] : []),
  ]
}

const countFaults = (items: readonly Item[]): string[] =>
  items
    .filter(({ sk }) => sk === 'APPS')
    .flatMap(({ pk, count }) => {
      const listed = items.filter((one) => one.pk === pk && one.sk.startsWith('APP#')).length
      return listed === Number(count) ? [] : [`${listed} apps on a list that says ${count}`]
    })

const caseStatuses: Readonly<Record<Step['status'], readonly string[]>> = {
  waiting: ['open'],
  done: ['decided'],
  refused: ['decided'],
  withdrawn: ['withdrawn'],
  expired: ['decided', 'withdrawn'],
  void: ['decided'],
}

/** People look at a step exactly while it is before them. */
const caseFaults = (items: readonly Item[], { id, accountId, status }: Step): string[] => {
  const found = items.find(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk === `REVIEW#${id}`)
  return caseStatuses[status].includes(String(found?.status)) ? [] : [`${status}, and its case ${found?.status}`]
}

/** The platform is told once of each change that waits, and how it ended. */
const toldFaults = (items: readonly Item[], { id, accountId, appId, kind, status }: Step): string[] => {
  const pending = items.find(({ pk }) => pk === `OUTBOX#account:${accountId}`)?.pending
  const told = (type: string): number =>
    (Array.isArray(pending) ? pending : []).map((one) => Object(one)).filter((one) => one.type === type).length
  const its = stepsIn(items).filter((one) => one.accountId === accountId && one.appId === appId && one.kind === kind)
  const ended = its.filter((one) => !['waiting', 'done'].includes(one.status)).length
  return [
    ...(told('app.change_waiting') === its.length
      ? []
      : [`${id} waits, and is told ${told('app.change_waiting')} times`]),
    ...(told('app.change_ended') === ended ? [] : [`${status}, and is told ${told('app.change_ended')} times`]),
  ]
}

/** What must hold once everybody is done. W8. */
export const stepFaults = (items: readonly Item[], now: number): string[] => [
  ...appsIn(items).flatMap((app) => appFaults(items, app, now)),
  ...countFaults(items),
  ...stepsIn(items).flatMap((of) => [...caseFaults(items, of), ...toldFaults(items, of)]),
]
