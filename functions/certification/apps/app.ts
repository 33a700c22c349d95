import { beijingDay, beijingDayStart, type Millis } from '../../../shared/kernel/time.ts'
import type { Applicant } from '../applicants/applicant.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'
import type { AppKind, PlatformId } from '../platforms/platform-ids.ts'

/** How an app came to a name. */
export const nameCauses = ['created', 'renamed', 'certified'] as const
export type NameCause = (typeof nameCauses)[number]

/** A name that an app had, from when until when (epoch ms), and how it came to it. */
export type PastName = { name: string; from: Millis; until: Millis; because: NameCause }

/** How often an app was renamed in a Beijing calendar year. */
export type Renames = { year: number; count: number }

/** Beside the one it has: older ones are forgotten. */
export const MOST_PAST_NAMES = 50

/**
 * An app of an account. `skeleton`: what its name looks like, under which the name is reserved. `icon`: a picture of its own. `openApplication`:
 * the application that would certify it, while there is one. `certifiedName`: what it was certified as, while that counts, `certifiedFor` whom, `certifiedBy` which application, and `certificate` its certificate, also one that is over. `handoverHash`,
 * `handoverAskedAt`, `handoverUntil`: by which code somebody else may take it on, since when and until when. `step…`: which change of it waits for a person to look at a picture, whose,
 * to which name, and until when. Times in epoch ms.
 */
export type App = {
  id: string
  kind: AppKind
  administrator: string
  name: string
  skeleton: string
  nameSince: Millis
  nameCause: NameCause
  names: readonly PastName[]
  renames: Renames
  description?: string | undefined
  icon?: string | undefined
  platformIds: readonly PlatformId[]
  openApplication?: string | undefined
  certifiedName?: string | undefined
  certifiedFor?: ApplicantKind | undefined
  certifiedBy?: string | undefined
  certificate?: string | undefined
  handoverHash?: string | undefined
  handoverAskedAt?: Millis | undefined
  handoverUntil?: Millis | undefined
  stepId?: string | undefined
  stepBy?: string | undefined
  stepKind?: 'rename' | 'handover' | 'takeover' | undefined
  stepName?: string | undefined
  stepUntil?: Millis | undefined
  createdAt: Millis
}

/**
 * How many apps an account may administer that applies for these: more for an enterprise or a government body, once a register has it as it was given,
 * so that nobody gets more by typing alone.
 */
export const mostApps = (
  applicants: readonly Pick<Applicant, 'kind' | 'status'>[],
  { ofPerson, ofOrganisation }: { ofPerson: number; ofOrganisation: number },
): number => {
  const isLarge = ({ kind, status }: Pick<Applicant, 'kind' | 'status'>): boolean =>
    (kind === 'enterprise' || kind === 'government') && status === 'consistent'
  return applicants.some(isLarge) ? Math.max(ofPerson, ofOrganisation) : ofPerson
}

const yearOf = (at: Millis): number => Number(beijingDay(at).slice(0, 4))

/** The first moment of the next Beijing calendar year. */
export const nextYear = (at: Millis): Millis => beijingDayStart(`${yearOf(at) + 1}0101`)

/** How often an app may be renamed still in the year of `now`. */
export const renamesLeft = ({ renames }: Pick<App, 'renames'>, perYear: number, now: Millis): number =>
  Math.max(0, perYear - (renames.year === yearOf(now) ? renames.count : 0))

/** The renames of an app after another; those of a certified name do not count, and all of them begin anew. */
const renamesAfter = ({ renames }: Pick<App, 'renames'>, because: NameCause, now: Millis): Renames => {
  const year = yearOf(now)
  if (because === 'certified') return { year, count: 0 }
  return { year, count: (renames.year === year ? renames.count : 0) + 1 }
}

/** What of an app is another once it has that name. */
export type Named = Pick<App, 'name' | 'skeleton' | 'nameSince' | 'nameCause' | 'names' | 'renames'>

/** W3 the app under its new name, with the one before among those that it had. */
export const named = (
  app: App,
  { name, skeleton }: Pick<App, 'name' | 'skeleton'>,
  because: NameCause,
  now: Millis,
): Named => ({
  name,
  skeleton,
  nameSince: now,
  nameCause: because,
  names: [...app.names, { name: app.name, from: app.nameSince, until: now, because: app.nameCause }].slice(
    -MOST_PAST_NAMES,
  ),
  renames: renamesAfter(app, because, now),
})
