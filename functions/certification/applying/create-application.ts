import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { MATERIAL_UNUSABLE, materialUsed } from '../../material/material-store.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { Application } from '../applications/application.ts'
import { isEnded } from '../applications/application-states.ts'
import { applicationOpened } from '../applications/application-store.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import type { App } from '../apps/app.ts'
import { APP_MOVED } from '../apps/app-store.ts'
import { appApplied } from '../apps/certified-store.ts'
import { findOwnApp } from '../apps/find-app.ts'
import { findPictures } from '../judging/find-pictures.ts'
import { readAppName } from '../naming/app-name.ts'
import { readPapers, type TypedPaper } from '../papers/paper.ts'
import { openStep } from '../steps/step.ts'
import { findApplicant, findApplication } from './find-application.ts'

export type CreateApplicationDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit'>
  clock: Clock
  ids: Ids
  settings: ApplicationSettings
  /** Writes the end of an application that the clock has ended. */
  endOver: (over: Application) => Promise<unknown>
}

/** What an administrator begins with. `certifiedName`: what the app is to be called; its present name where it is left out. */
export type Begun = {
  app: string
  applicant: string
  language: Language
  certifiedName?: string | undefined
  materials?: readonly string[] | undefined
  papers?: readonly TypedPaper[] | undefined
  said?: string | undefined
}

const openIn = (conflicts: readonly Conflict[]): unknown =>
  conflicts.find(({ because }) => because === APP_MOVED)?.item?.openApplication

/** The app, if nobody applies for it: an application that the clock has ended is over, whether or not anybody has looked since. */
const findFreeApp = async (deps: CreateApplicationDeps, accountId: string, id: string): Promise<Outcome<App>> => {
  const app = await findOwnApp(deps.table, accountId, id)
  const open = app?.openApplication
  if (!app) return refused('not_found')
  const step = openStep(app, deps.clock.now())
  if (step) return refused('app_step_open', { retryAt: step.until })
  if (open === undefined) return ok(app)
  const found = await findApplication(deps, accountId, open)
  if (found.ok && isEnded(found.value.of) && !isEnded(found.value.kept)) {
    await deps.endOver(found.value.kept)
    const { openApplication: _over, ...free } = app
    return ok(free)
  }
  return refused('application_open', { extra: { applicationId: open } })
}

const refusalOf = (conflicts: readonly Conflict[]): Refusal => {
  const because = new Set(conflicts.map((one) => one.because))
  if (because.has('banned')) return { code: 'banned' }
  const open = openIn(conflicts)
  if (typeof open === 'string') return { code: 'application_open', extra: { applicationId: open } }
  return because.has(MATERIAL_UNUSABLE) ? { code: 'material_unusable' } : { code: 'contended' }
}

/**
 * W2 somebody begins to apply for the certification of an app that they administer: one at a time for each app, which keeps its name for as long. Refuses
 * with `not_found`, `application_open`, `material_unusable`, `invalid_paper_day`, `banned` and `contended`. Five calls, and those that end one whose time is over.
 */
export const createApplication = async (
  deps: CreateApplicationDeps,
  accountId: string,
  begun: Begun,
): Promise<Outcome<Application>> => {
  const allowed = await refuseBan(deps, accountId)
  if (!allowed.ok) return allowed
  const app = await findFreeApp(deps, accountId, begun.app)
  if (!app.ok) return app
  const applicant = await findApplicant(deps, accountId, begun.applicant)
  if (!applicant.ok) return applicant
  const pictures = await findPictures(deps, accountId, begun.materials ?? [], undefined)
  if (!pictures.ok) return pictures
  const now = deps.clock.now()
  const papers = readPapers(begun.papers ?? [], deps.settings.certification, now)
  if (!papers.ok) return papers
  const to = begun.certifiedName === undefined ? app.value.name : readAppName(begun.certifiedName)
  const of: Application = {
    ...{
      id: deps.ids.id(),
      accountId,
      appId: app.value.id,
      applicantId: applicant.value.id,
      kind: applicant.value.kind,
    },
    ...{ status: 'draft', language: begun.language, names: { from: app.value.name, to }, materials: pictures.value },
    papers: papers.value,
    ...(begun.said !== undefined && { said: maskNumbers(begun.said) }),
    ...{ feeFen: 0, createdAt: now, draftUntil: now + deps.settings.certification.draftMs },
    ...{ fee: 'none', returns: [], vain: [], steps: [{ at: now, on: 'created', status: 'draft' }], changes: 0 },
    ...{ qualification: { verdict: 'pending' }, naming: { verdict: 'pending' } },
  }
  const committed = await deps.table.commit([
    notBanned(accountId),
    appApplied(app.value, of.id, now),
    applicationOpened(of),
    ...of.materials.map(({ id }) => materialUsed({ id, accountId }, of.id, now)),
  ])
  return committed.kind === 'committed' ? ok(of) : { ok: false, refusal: refusalOf(committed.conflicts) }
}
