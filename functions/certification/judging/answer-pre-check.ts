import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { hourOf } from '../../account/limits/window.ts'
import { findApplicant } from '../applying/find-application.ts'
import { findOwnApp } from '../apps/find-app.ts'
import { readPapers, type TypedPaper } from '../papers/paper.ts'
import { findFaults, type JudgingDeps } from './find-faults.ts'
import { findPictures } from './find-pictures.ts'
import type { PreChecked } from './pre-check.ts'

export type PreCheckDeps = JudgingDeps & { table: Pick<Table, 'get' | 'getMany' | 'update'> }

/** What somebody would apply with. */
export type PreCheckAsked = {
  app: string
  applicant: string
  certifiedName?: string | undefined
  materials?: readonly string[] | undefined
  papers?: readonly TypedPaper[] | undefined
}

/**
 * W2 tells everything that is wrong with an application at once, before it costs anything or binds anybody: by the very rules by which it is judged when it is
 * sent in. Refuses with `too_often`, and with `not_found` for an app or an applicant that is not the account's. Seven calls at most.
 */
export const answerPreCheck = async (
  deps: PreCheckDeps,
  accountId: string,
  { app: appId, applicant: applicantId, certifiedName, materials = [], papers: typed = [] }: PreCheckAsked,
): Promise<Outcome<PreChecked>> => {
  const limit = deps.settings.certification.preChecksPerHour
  const once = await deps.table.update(
    counted({ subject: `PRECHECKS#${accountId}`, window: hourOf(deps.clock.now()), limit }),
  )
  if (once.kind === 'conflict') return tooOften(once.item)
  const app = await findOwnApp(deps.table, accountId, appId)
  if (!app) return refused('not_found')
  const applicant = await findApplicant(deps, accountId, applicantId)
  if (!applicant.ok) return applicant
  const pictures = await findPictures(deps, accountId, materials, app.openApplication)
  const papers = readPapers(typed, deps.settings.certification, deps.clock.now())
  const kinds = pictures.ok ? pictures.value.map(({ kind }) => kind) : []
  const said = {
    ...{ app, applicant: applicant.value, certifiedName: certifiedName ?? app.name, materials: kinds },
    papers: papers.ok ? papers.value : [],
  }
  const judged = await findFaults(deps, accountId, said)
  return ok({
    applicant: applicant.value,
    names: { from: app.name, to: judged.name },
    openApplication: app.openApplication,
    context: judged.context,
    given: kinds,
    faults: [
      ...(pictures.ok ? [] : (pictures.refusal.fields ?? [])),
      ...(papers.ok ? [] : (papers.refusal.fields ?? [])),
      ...judged.faults,
    ],
  })
}
