import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import type { Material } from '../../material/material.ts'
import type { AgreedTo } from '../reading/open-handing.ts'
import { recordFailure } from '../reading/record-failure.ts'
import { unreadableWords } from '../unreadable.ts'
import type { OpenDocumentDeps } from './find-handed-in.ts'

/** X1 a back that cannot belong to the front: it counts as a photo that could not be used, and is told as one. */
export const refuseBack = async (
  deps: OpenDocumentDeps,
  { accountId }: Material,
  { language }: AgreedTo,
): Promise<Outcome<never>> => {
  const { failures, comesNext } = await recordFailure(deps, accountId)
  const reason = 'fields_conflict'
  return refused('document_unreadable', {
    extra: { side: 'back', reason, advice: unreadableWords[reason][language], failures, comesNext },
  })
}
