import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { type Effect, type EffectDeps, endsOf } from '../../review/kind.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateKept, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf } from '../certificate/clock.ts'
import { certificateKeys } from '../keys.ts'
import { planMove } from '../moving/plan-move.ts'
import { standingMove } from './appealable.ts'
import { appealRefusals, appealWords } from './words.ts'

const letterOn = ({ told, publicUrl, now }: EffectDeps, of: ReviewCase, decision: Decision): Write => {
  const ends = endsOf({ reasons: appealRefusals }, decision.reason)
  return told(of.accountId, decidedLetter(appealWords, of, decision, ends, publicUrl), now)
}

const readOf = async (table: Pick<Table, 'get'>, of: ReviewCase): Promise<Certificate | undefined> => {
  const item = await table.get(certificateKeys.certificate(of.subject))
  return item && certificateOf(item)
}

/** No appeal is open about it any more, where it was this one. */
const over = (certificate: Certificate, of: ReviewCase): Write[] => {
  const after = { ...certificate, openAppeal: undefined }
  return certificate.openAppeal === caseIdOf(of) ? [certificateKept(certificate, after, dueAtOf(after))] : []
}

/** Whether what it was about stands still, and no later move of people does. */
const isAboutIt = (certificate: Certificate, of: ReviewCase): boolean =>
  certificate.openAppeal === caseIdOf(of) && standingMove(certificate)?.nth === certificate.appealed

/** It is reinstated, where what was appealed against stands still: what ended it otherwise meanwhile no appeal lifts. */
const planReinstatement = async (
  deps: EffectDeps,
  of: ReviewCase,
  certificate: Certificate,
  decision: Decision,
): Promise<Outcome<readonly Write[]>> => {
  if (!isAboutIt(certificate, of)) return refused('certificate_not_so', { extra: { standing: certificate.status } })
  const by = [decision.by, decision.first].flatMap((one) => one?.id ?? [])
  const moving = { move: 'reinstate', reason: 'appeal_upheld', words: decision.words, by } as const
  const planned = await planMove(deps, certificate, moving, { openAppeal: undefined })
  return planned.ok ? ok(planned.value.writes) : planned
}

/**
 * W7 an appeal about a certificate is decided: upheld, the certificate is reinstated in this very commit. Refuses with `not_found`, with
 * `certificate_not_so` where it is not what was appealed against that stands any more, and with `certificate_app_changed` where the app is another by now:
 * such an appeal is not upheld. Two calls at most.
 */
export const planAppealDecision = async (
  deps: EffectDeps,
  of: ReviewCase,
  decision: Decision,
): Promise<Outcome<Effect>> => {
  const certificate = await readOf(deps.table, of)
  if (!certificate) return refused('not_found')
  const writes =
    decision.verdict === 'approved'
      ? await planReinstatement(deps, of, certificate, decision)
      : ok(over(certificate, of))
  return writes.ok ? ok({ writes: [...writes.value, letterOn(deps, of, decision)] }) : writes
}

/** It was taken back, or ended by the clock, of which a letter tells: the certificate stays as it is. One call. */
export const planAppealOver = async (deps: EffectDeps, of: ReviewCase, decision?: Decision): Promise<Effect> => {
  const certificate = await readOf(deps.table, of)
  const letters = decision ? [letterOn(deps, of, decision)] : []
  return { writes: [...(certificate ? over(certificate, of) : []), ...letters] }
}
