import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { appUncertified } from '../../certification/apps/certified-store.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateKept, certificateMoved, certificateOf } from '../certificate/certificate-store.ts'
import { daysReminded, dueAtOf, remindersBy } from '../certificate/clock.ts'
import { readHolder } from '../certificate/holder-store.ts'
import { afterEvent, endedBy, type Holder } from '../certificate/standing.ts'
import { certificateWork } from '../keys.ts'
import { isLookDue } from '../looking/look.ts'
import { certificateTold, endsTold, type Telling } from '../telling/told-store.ts'

export type FollowDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit'>
  clock: Clock
  told: Told
  publicUrl: string
  /** Looks at the page of its app, which is due. */
  watch: (of: Certificate) => Promise<string>
}

type Planned = { word: string; writes: Write[] }

/** The app is certified no more where it was until now; one whose certificate had ended before is somebody's to change, or gone. */
const appAfter = (before: Certificate, after: Certificate): Write[] =>
  (before.status === 'valid' || before.status === 'suspended') &&
  (after.status === 'expired' || after.status === 'revoked')
    ? [appUncertified(before)]
    : []

/** What has ended it, written down: the first of it, so that each has its place in what is told. */
const planEnd = (telling: Telling, of: Certificate, holder: Holder): Planned | undefined => {
  const [ended] = endedBy(of, holder, telling.now)
  if (!ended) return undefined
  // Of what is revoked nothing is owed any more.
  const rest = ended.on === 'identity_ended' ? { ...of, wakeAt: undefined, notOperating: undefined } : of
  const after = afterEvent(rest, ended)
  return {
    word: ended.on,
    writes: [
      certificateMoved(of, ended.on, after, dueAtOf(after)),
      ...appAfter(of, after),
      ...certificateTold(telling, of, after, after.steps.slice(of.steps.length)),
    ],
  }
}

/** A register said that its organisation does not operate any more. */
const planSuspension = (telling: Telling, of: Certificate): Planned | undefined => {
  if (of.notOperating !== true || of.status !== 'valid') return undefined
  const { notOperating: _told, ...rest } = of
  const after = afterEvent(rest, { on: 'suspended', at: telling.now, reason: 'company_not_operating' })
  return {
    word: 'suspended',
    writes: [
      certificateMoved(of, 'suspended', after, dueAtOf(after)),
      ...certificateTold(telling, of, after, after.steps.slice(of.steps.length)),
    ],
  }
}

const planReminder = (telling: Telling, of: Certificate): Planned | undefined => {
  const [reminded, days] = [remindersBy(of, telling.now), daysReminded(of, telling.now)]
  if (of.status !== 'valid' || days === undefined || reminded <= of.reminded) return undefined
  const after = { ...of, reminded }
  return {
    word: 'reminded',
    writes: [certificateMoved(of, 'reminded', after, dueAtOf(after)), ...endsTold(telling, of, days)],
  }
}

/** There was nothing to find: it is not looked at again for that. */
const planRest = ({ now }: Telling, of: Certificate): Planned | undefined => {
  const { wakeAt, notOperating: _known, ...after } = of
  if (wakeAt === undefined || now < wakeAt) return undefined
  return { word: 'still_held', writes: [certificateKept(of, after, dueAtOf(after))] }
}

/** What is owed about a certificate at a moment, of what can be owed at once the first: an end, a suspension, a reminder. */
const plan = (telling: Telling, of: Certificate, holder: Holder): Planned | undefined =>
  planEnd(telling, of, holder) ?? planSuspension(telling, of) ?? planReminder(telling, of) ?? planRest(telling, of)

/** Each of the above once. */
const STEPS = 4

/**
 * W7 does what the clock and the end of an identity owe about a certificate: to everybody who looked it had ended in its moment; this writes that down, with
 * the letter, the event and the app, and tells that its time runs out; last, and once a day, it has the page of the app looked at. Answers in a word what it did last. Three calls for each step.
 */
export const followCertificate = async (deps: FollowDeps, id: string): Promise<string> => {
  const key = certificateWork.keyOf(id)
  let word = 'nothing_owed'
  for (let steps = 0; key && steps < STEPS; steps += 1) {
    const item = await deps.table.get(key)
    if (!item) return 'no_such_certificate'
    const of = certificateOf(item)
    const holder = await readHolder(deps.table, of)
    const now: Millis = deps.clock.now()
    const planned = plan({ told: deps.told, publicUrl: deps.publicUrl, now }, of, holder)
    if (!planned) return isLookDue(of, now) ? deps.watch(of) : word
    const committed = await deps.table.commit(planned.writes)
    if (committed.kind === 'conflict') return 'moved_by_another'
    word = planned.word
  }
  return word
}
