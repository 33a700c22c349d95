import type { Millis } from '../../../shared/kernel/time.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { appAnnounced } from '../announced-store.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { nameKept, nameLet, nameReserved } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import { type App, type Named, named } from './app.ts'
import { appRenamed, stepAllows } from './app-store.ts'
import type { FoundInName } from './find-in-name.ts'
import { renamedLetter } from './letters.ts'

/** What a change of an app is written with. `step`: which one, where it has waited for people. */
export type Doing = {
  told: Told
  publicUrl: string
  now: Millis
  settings: CertificationSettings
  step?: string
}

type Name = Pick<FoundInName, 'name' | 'skeleton'>

/** W3 an app has another name: its history, both reservations, a letter and an event. Of two names that look alike there is one reservation. */
export const renamedWrites = (
  { told, publicUrl, now, settings, step }: Doing,
  app: App,
  { name, skeleton }: Name,
): { after: Named; writes: Write[] } => {
  const { administrator, id } = app
  const after = named(app, { name, skeleton }, 'renamed', now)
  const heldUntil = now + settings.names.heldMs
  return {
    after,
    writes: [
      appRenamed(app, after, stepAllows(now, step)),
      nameReserved({ skeleton, name, app: id }, now),
      ...(skeleton === app.skeleton ? [] : [nameLet({ skeleton: app.skeleton, app: id }, heldUntil)]),
      told(administrator, renamedLetter({ from: app.name, to: name, id }, now, publicUrl), now),
      appAnnounced(administrator, { type: 'app.renamed', data: { app: id } }, now),
    ],
  }
}

/** Whether nobody else can have that name anyway: it is the app's, or was until lately. */
const isHeldAlready = (app: App, skeleton: string, now: Millis, { names }: CertificationSettings): boolean =>
  app.skeleton === skeleton ||
  app.names.some((one) => skeletonOf(one.name) === skeleton && one.until + names.heldMs > now)

/** The name that an app asks for is kept for it until then, where it is not already: by the clock alone it is free after. */
export const askedName = (
  app: App,
  { name, skeleton }: Name,
  { until, now, settings }: { until: Millis; now: Millis; settings: CertificationSettings },
): { reserved?: string; writes: Write[] } =>
  isHeldAlready(app, skeleton, now, settings)
    ? { writes: [] }
    : { reserved: skeleton, writes: [nameKept({ skeleton, name, app: app.id }, { now, until })] }
