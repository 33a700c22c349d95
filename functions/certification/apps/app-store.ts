import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  all,
  any,
  atLeast,
  atMost,
  below,
  type Condition,
  type Delete,
  equals,
  equalsOrAbsent,
  exists,
  type Item,
  isNew,
  type Put,
  put,
  remove,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { applicantKinds } from '../applicants/applicant-kinds.ts'
import { certificationKeys } from '../keys.ts'
import { appKinds, platforms } from '../platforms/platform-ids.ts'
import { stepKinds } from '../steps/step.ts'
import { type App, type Named, nameCauses } from './app.ts'

const stored = z.object({
  id: z.string(),
  kind: z.enum(appKinds),
  administrator: z.string(),
  name: z.string(),
  skeleton: z.string(),
  nameSince: z.number(),
  nameCause: z.enum(nameCauses),
  names: z.array(z.object({ name: z.string(), from: z.number(), until: z.number(), because: z.enum(nameCauses) })),
  renames: z.object({ year: z.number(), count: z.number() }),
  description: z.optional(z.string()),
  icon: z.optional(z.string()),
  platformIds: z.array(z.object({ platform: z.enum(platforms), id: z.string() })),
  openApplication: z.optional(z.string()),
  certifiedName: z.optional(z.string()),
  certifiedFor: z.optional(z.enum(applicantKinds)),
  certifiedBy: z.optional(z.string()),
  certificate: z.optional(z.string()),
  handoverHash: z.optional(z.string()),
  handoverAskedAt: z.optional(z.number()),
  handoverUntil: z.optional(z.number()),
  stepId: z.optional(z.string()),
  stepBy: z.optional(z.string()),
  stepKind: z.optional(z.enum(stepKinds)),
  stepName: z.optional(z.string()),
  stepUntil: z.optional(z.number()),
  createdAt: z.number(),
})

/** The app in an item. */
export const appOf = (item: Item): App => z.parse(stored, item)

/** Which app an item of an administrator's list names. */
export const administeredIn = (item: Item): string => z.parse(z.object({ app: z.string() }), item).app

/** Why a write about an app is refused: it is not as it was read. */
export const APP_MOVED = 'app_moved'
/** Why an account gets no further app. */
export const APP_LIMIT = 'app_limit'

const values = ({ names, platformIds, renames, ...app }: App) => ({
  ...app,
  names: names.map((one) => ({ ...one })),
  platformIds: platformIds.map((one) => ({ ...one })),
  renames: { ...renames },
})

/** An app is on the list of an account, which has no more than `most`. */
export const appListed = (accountId: string, id: string, most: number): (Put | Update)[] => [
  put(certificationKeys.administered(accountId, id), { app: id }, isNew),
  update(
    certificationKeys.appCount(accountId),
    { add: { count: 1 } },
    most > 0 ? any(absent('count'), below('count', most)) : below('count', 0),
    APP_LIMIT,
  ),
]

/** It is on that list no more. */
export const appUnlisted = (accountId: string, id: string): (Delete | Update)[] => [
  remove(certificationKeys.administered(accountId, id)),
  update(certificationKeys.appCount(accountId), { add: { count: -1 } }, exists('count')),
]

/** An app comes into being, on the list of its administrator, who has no more than `most`. */
export const appCreated = (app: App, most: number): (Put | Update)[] => [
  put(certificationKeys.app(app.id), values(app), isNew),
  ...appListed(app.administrator, app.id, most),
]

/** It is whose it was when it was read. */
const stillOf = ({ administrator }: Pick<App, 'administrator'>): Condition => equals('administrator', administrator)

/** What of an app says that a change of it waits for people. */
export const STEP_LOCK = ['stepId', 'stepBy', 'stepKind', 'stepName', 'stepUntil']

/** No change of the app waits for people at `now`, by the clock; or exactly this one does. */
export const stepAllows = (now: Millis, step?: string): Condition =>
  step === undefined
    ? any(absent('stepId'), atMost('stepUntil', now))
    : all(equals('stepId', step), atLeast('stepUntil', now + 1))

/** Nobody asks for another name for it, and it has none by a certificate. */
const nameIsFree = all(absent('openApplication'), absent('certifiedName'))

/** What of an app its administrator may change unless people judge it; what is not there stays, and `null` is taken away. */
export type AppEdits = {
  description?: string | null
  icon?: string | null
  platformIds?: App['platformIds']
}

/** The app is as its administrator has edited it, if nobody has begun or ended an application for it since. */
export const appEdited = (app: App, { description, icon, platformIds }: AppEdits): Update =>
  update(
    certificationKeys.app(app.id),
    {
      set: {
        ...(typeof description === 'string' && { description }),
        ...(typeof icon === 'string' && { icon }),
        ...(platformIds && { platformIds: platformIds.map((one) => ({ ...one })) }),
      },
      remove: [...(description === null ? ['description'] : []), ...(icon === null ? ['icon'] : [])],
    },
    all(stillOf(app), equalsOrAbsent('icon', app.icon), equalsOrAbsent('openApplication', app.openApplication)),
    APP_MOVED,
  )

/** W3 the app has another name, if it still has the one that it had when it was read, and nothing stands in the way: `when` says which change waits for people. */
export const appRenamed = (app: App, { names, renames, ...now }: Named, when: Condition): Update =>
  update(
    certificationKeys.app(app.id),
    {
      set: { ...now, names: names.map((one) => ({ ...one })), renames: { ...renames } },
      remove: [...STEP_LOCK],
    },
    all(stillOf(app), equals('name', app.name), equals('nameSince', app.nameSince), nameIsFree, when),
    APP_MOVED,
  )

/** The app is no more, and off the list of its administrator. */
export const appRemoved = (app: App, when: Condition): (Delete | Update)[] => [
  remove(
    certificationKeys.app(app.id),
    all(stillOf(app), equals('skeleton', app.skeleton), nameIsFree, when),
    APP_MOVED,
  ),
  ...appUnlisted(app.administrator, app.id),
]
