import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import type { ReviewKinds } from '../../review/kind.ts'
import type { Application } from '../applications/application.ts'
import { CERTIFICATION } from '../deciding/case-kind.ts'
import { certificationKind } from '../deciding/kind.ts'
import { applicationKeys, applicationWork } from '../keys.ts'
import { type FollowDeps, followApplication } from './follow-application.ts'

export type EndOverDeps = FollowDeps & {
  table: Table
  queue: Pick<Queue, 'wake'>
  settings: Parameters<typeof certificationKind>[0]
  /** Ends a case whose user did not answer in time, where cases are of these kinds. */
  endSilence: (kinds: ReviewKinds, name: string) => Promise<unknown>
}

/**
 * Writes the end of an application that the clock has ended, so that it stands in nobody's way: one that is returned by its case, whose clock has the same time,
 * every other by itself.
 */
export const endOver = async (deps: EndOverDeps, { accountId, id, status, caseId }: Application): Promise<void> => {
  if (status !== 'returned' || caseId === undefined) {
    await followApplication(deps, applicationWork.pointerTo(applicationKeys.application(accountId, id)).id)
    return
  }
  const kinds = { [CERTIFICATION]: certificationKind(deps.settings) }
  await deps.endSilence(kinds, caseIdOf({ accountId, id: caseId }))
}
