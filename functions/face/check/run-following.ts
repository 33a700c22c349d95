import type { Job } from '../../../shared/queue/worker.ts'
import { faceWork } from '../keys.ts'
import { type FollowDeps, followCheck } from './follow-check.ts'

/** Does what a pointer to a confirmation means: asks what became of it. Answers in a word how that ended. */
export const runFollowing = async (deps: FollowDeps, job: Pick<Job, 'id'>): Promise<string> => {
  const [accountId, id] = job.id.split('.')
  if (!faceWork.keyOf(job.id) || !accountId || !id) return 'no_such_check'
  return (await followCheck(deps, accountId, id))?.word ?? 'no_such_check'
}
