import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { MATERIAL_UNUSABLE, materialReleased, materialUsed } from '../../material/material-store.ts'
import type { MaterialSettings } from '../../material/settings.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { Application } from '../applications/application.ts'
import { isEnded } from '../applications/application-states.ts'
import { applicationMoved } from '../applications/application-store.ts'
import { afterEdit, type Filled } from '../applications/moves.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { findPictures } from '../judging/find-pictures.ts'
import { readAppName } from '../naming/app-name.ts'
import { type Paper, readPapers, type TypedPaper } from '../papers/paper.ts'
import { findApplicant, findApplication } from './find-application.ts'

export type EditApplicationDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit'>
  clock: Clock
  settings: MaterialSettings & ApplicationSettings
}

/** What an administrator changes; what is left out stays, and words that are null are taken away. */
export type ApplicationEdits = {
  applicant?: string | undefined
  certifiedName?: string | undefined
  materials?: readonly string[] | undefined
  papers?: readonly TypedPaper[] | undefined
  said?: string | null | undefined
}

/** Days that were said of its papers: another picture of one takes its day anew. */
const papersLeft = ({ papers = [], materials }: Application, pictures: Application['materials']): Paper[] =>
  papers.filter(({ kind }) => materials.every((one) => one.kind !== kind || pictures.some(({ id }) => id === one.id)))

/** What is filled in after it. Once people have looked at it, whose it is stays: they found out about that one, and its fee was for it. */
const readFilling = async (
  deps: EditApplicationDeps,
  of: Application,
  edits: ApplicationEdits,
): Promise<Outcome<Filled>> => {
  const applicant = await findApplicant(deps, of.accountId, edits.applicant ?? of.applicantId)
  if (!applicant.ok) return applicant
  const { id: applicantId, kind } = applicant.value
  if (of.status === 'returned' && applicantId !== of.applicantId)
    return refused('application_not_editable', {
      fields: [{ pointer: '/applicant', code: 'application_not_editable' }],
    })
  const ids = edits.materials ?? of.materials.map(({ id }) => id)
  const pictures = await findPictures(deps, of.accountId, ids, of.id)
  if (!pictures.ok) return pictures
  const { certifiedName, said } = edits
  const papers = edits.papers
    ? readPapers(edits.papers, deps.settings.certification, deps.clock.now())
    : ok(papersLeft(of, pictures.value))
  if (!papers.ok) return papers
  return ok({
    ...{ applicantId, kind, materials: pictures.value, papers: papers.value },
    ...(certifiedName !== undefined && { names: { from: of.names.from, to: readAppName(certifiedName) } }),
    ...(said !== undefined && { said: said && maskNumbers(said) }),
  })
}

/** Pictures that belong to it now, and those that do not any more, which are kept for a while as if they had just been handed in. */
const pictureWrites = (before: Application, after: Application, unusedMs: number, now: number): Write[] => {
  const { accountId, id } = before
  const isIn = (of: Application, picture: string) => of.materials.some((one) => one.id === picture)
  return [
    ...after.materials
      .filter((one) => !isIn(before, one.id))
      .map((one) => materialUsed({ id: one.id, accountId }, id, now)),
    ...before.materials.filter((one) => !isIn(after, one.id)).map((one) => materialReleased(one, id, now + unusedMs)),
  ]
}

/**
 * The administrator fills an application in further, before it is sent in or while it is returned to be corrected. Nothing of it is judged here. Refuses with
 * `not_found`, `application_over`, `application_not_editable`, `material_unusable`, `invalid_paper_day` and `contended`. Four calls.
 */
export const editApplication = async (
  deps: EditApplicationDeps,
  accountId: string,
  { id, ...edits }: ApplicationEdits & { id: string },
): Promise<Outcome<Application>> => {
  const found = await findApplication(deps, accountId, id)
  if (!found.ok) return found
  const { of, kept } = found.value
  if (isEnded(of)) return refused('application_over', { extra: { ended: of.status } })
  if (of.status !== 'draft' && of.status !== 'returned') return refused('application_not_editable')
  const filled = await readFilling(deps, of, edits)
  if (!filled.ok) return filled
  const after = afterEdit(of, filled.value)
  const on = of.status === 'draft' ? 'edited' : 'amended'
  const now = deps.clock.now()
  const committed = await deps.table.commit([
    applicationMoved(kept, on, after, now),
    ...pictureWrites(of, after, deps.settings.materials.unusedMs, now),
  ])
  if (committed.kind === 'committed') return ok({ ...after, changes: kept.changes + 1 })
  return refused(isBecause(committed.conflicts, MATERIAL_UNUSABLE) ? 'material_unusable' : 'contended')
}
