import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { isBecause } from '../../../shared/table/table.ts'
import { counted, endOf, LIMITED } from '../../account/limits/limit-store.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import { ownReasons } from '../../audit/own-reasons.ts'
import { looksAtLink } from '../access/try-store.ts'
import { linkOpened } from '../operator-store.ts'
import type { OperatorSettings } from '../settings.ts'
import type { Enrolment } from './enrolment.ts'
import { type EnrolmentDeps, findEnrolment, secretsOf } from './find-enrolment.ts'

type LookDeps = EnrolmentDeps & {
  ids: Ids
  settings: { operators: Pick<OperatorSettings['operators'], 'triesPerHour'> }
}

const NONCE_BYTES = 16

/**
 * What a link is for, without spending it, and a secret of this look alone. That it was opened is recorded, and told to whoever opens
 * it again. Refuses with `enrolment_spent` where it is good no more, and with `too_often`. Two database calls.
 */
export const readEnrolment = async (deps: LookDeps, token: string): Promise<Outcome<Enrolment>> => {
  const found = await findEnrolment(deps, token)
  if (!found) return refused('enrolment_spent')
  const { kept, head } = found
  const { name, role, linkUntil, linkOpenedAt } = kept
  const at = deps.clock.now()
  const record = {
    ...{ id: deps.ids.id(), subject: deedSubjects.operator(name), at },
    by: doers.operator({ operatorId: name, isPerson: true }),
    action: 'operator_link_open',
    reason: ownReasons.linkOpened,
  } as const
  const look = counted(looksAtLink(name, at, deps.settings.operators))
  const committed = await commitDeed(deps, record, [linkOpened(kept, at), look], [head])
  if (committed.kind === 'conflict') {
    if (!isBecause(committed.conflicts, LIMITED)) return refused('enrolment_spent')
    return refused('too_often', { retryAt: endOf(committed.conflicts.map(({ item }) => item)) })
  }
  const nonce = deps.ids.secret(NONCE_BYTES)
  const [secret] = secretsOf(await deps.keyRing(), token, nonce)
  return ok({ name, role, secret, nonce, until: linkUntil, openedAt: linkOpenedAt })
}
