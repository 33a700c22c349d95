import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Enrolment } from './enrolment.ts'
import { type EnrolmentDeps, findEnrolment } from './find-enrolment.ts'

/** What a link is for, without spending it; `enrolment_spent` where it is good no more. One read. */
export const readEnrolment = async (deps: EnrolmentDeps, token: string): Promise<Outcome<Enrolment>> => {
  const found = await findEnrolment(deps, token)
  if (!found) return refused('enrolment_spent')
  const { name, role, linkUntil } = found.kept
  return ok({ name, role, secret: found.secrets[0], until: linkUntil })
}
