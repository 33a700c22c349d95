import * as z from 'zod/mini'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { applicantKinds } from '../applicants/applicant-kinds.ts'
import { openHandover } from '../handing/handover.ts'
import { appKinds, platforms } from '../platforms/platform-ids.ts'
import type { CertificationSettings } from '../settings.ts'
import { openStep, stepKinds } from '../steps/step.ts'
import { type App, nameCauses, nextYear, renamesLeft } from './app.ts'

const time = z.iso.datetime()

/** What an app is called by a platform. */
export const platformIdShown = z.strictObject({ platform: z.enum(platforms), id: z.string() })

/** An app as its administrator is shown it. */
export const appShown = z.strictObject({
  id: z.string(),
  kind: z.enum(appKinds),
  name: z.string(),
  nameSince: time,
  /** How it came to its name. */
  because: z.enum(nameCauses),
  /** Those that it had before, the last first. */
  names: z.array(z.strictObject({ name: z.string(), from: time, until: time, because: z.enum(nameCauses) })),
  /** How often it may be renamed still, and from when on as often as ever. */
  renames: z.strictObject({ left: z.int(), renewedAt: time }),
  description: z.nullable(z.string()),
  /** The picture of its icon, by its id. */
  icon: z.nullable(z.string()),
  platformIds: z.array(platformIdShown),
  /** The application that would certify it, while there is one. */
  openApplication: z.nullable(z.string()),
  /** What it was certified as, while that counts. */
  certifiedName: z.nullable(z.string()),
  /** Whom that certifies. */
  certifiedFor: z.nullable(z.enum(applicantKinds)),
  /** The newest certificate that it got, also one that is over. */
  certificate: z.nullable(z.string()),
  /** That somebody else may take it on, and until when. */
  handover: z.nullable(z.strictObject({ askedAt: time, until: time })),
  /** Which change of it waits for a person, until when; the case where it was asked for by this administrator. */
  change: z.nullable(
    z.strictObject({
      kind: z.enum(stepKinds),
      name: z.nullable(z.string()),
      until: time,
      review: z.nullable(z.string()),
    }),
  ),
  createdAt: time,
})

/** While it is open, by the clock. */
const showHandover = (app: App, now: Millis): z.infer<typeof appShown>['handover'] => {
  const open = openHandover(app, now)
  return open ? { askedAt: rfc3339(open.askedAt), until: rfc3339(open.until) } : null
}

const showChange = (app: App, now: Millis): z.infer<typeof appShown>['change'] => {
  const open = openStep(app, now)
  if (!open) return null
  const review = open.by === app.administrator ? caseIdOf({ accountId: open.by, id: open.id }) : null
  return { kind: open.kind, name: open.name ?? null, until: rfc3339(open.until), review }
}

export const showApp = (
  app: App,
  { apps }: Pick<CertificationSettings, 'apps'>,
  now: Millis,
): z.infer<typeof appShown> => ({
  id: app.id,
  kind: app.kind,
  name: app.name,
  nameSince: rfc3339(app.nameSince),
  because: app.nameCause,
  names: app.names
    .map(({ name, from, until, because }) => ({ name, from: rfc3339(from), until: rfc3339(until), because }))
    .toReversed(),
  renames: { left: renamesLeft(app, apps.renamesPerYear, now), renewedAt: rfc3339(nextYear(now)) },
  description: app.description ?? null,
  icon: app.icon ?? null,
  platformIds: app.platformIds.map((one) => ({ ...one })),
  openApplication: app.openApplication ?? null,
  certifiedName: app.certifiedName ?? null,
  certifiedFor: app.certifiedFor ?? null,
  certificate: app.certificate ?? null,
  handover: showHandover(app, now),
  change: showChange(app, now),
  createdAt: rfc3339(app.createdAt),
})
