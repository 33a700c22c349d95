import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { planAppealEnd } from '../appealing/plan-appeal-end.ts'
import type { Certificate, CertificateReason } from '../certificate/certificate.ts'
import { certificateIdIn } from '../certificate/certificate-id.ts'
import { certificateOf } from '../certificate/certificate-store.ts'
import { certificateKeys } from '../keys.ts'
import { type CertificateMove, moveRows } from '../moving/move.ts'
import { planMove } from '../moving/plan-move.ts'

export type DecideMoveDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit'>
  clock: Clock
  ids: Ids
  told: Told
  publicUrl: string
}

/** What an operator does to a certificate: why, by a class that everybody reads, and in words that whoever administers the app reads. */
export type DecidedMove = { id: string; move: CertificateMove; reason: CertificateReason; words: string }

/** Somebody else was faster: read again, and no more often than that can happen. */
const TRIES = 4

/** The same person did the same already: a second click. */
const isDone = ({ steps, decided }: Certificate, who: string, { move, reason, words }: DecidedMove): boolean => {
  const last = steps.at(-1)
  const isLast = last?.on === moveRows[move].on && last.reason === reason && last.at === decided?.at
  return isLast && decided.by.includes(who) && decided.words === words
}

/**
 * W7 an operator suspends, revokes or reinstates a certificate: that, its event, the letter to whoever administers the app, the end of an appeal that has
 * nothing to decide any more, and the record of it, in one commit. A second click changes nothing. Refuses with `not_found`, `certificate_reason_unknown`,
 * `certificate_not_so`, `certificate_app_changed` and `contended`. Four calls.
 */
export const decideMove = async (
  deps: DecideMoveDeps,
  operator: Operator,
  asked: DecidedMove,
): Promise<Outcome<Certificate>> => {
  const { move, reason, words } = asked
  const { action, reasons } = moveRows[move]
  if (!(reasons as readonly string[]).includes(reason))
    return refusedField('/reason', 'certificate_reason_unknown', { enum: reasons })
  const id = certificateIdIn(asked.id)
  const by = doers.operator(operator)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const item = id === undefined ? undefined : await deps.table.get(certificateKeys.certificate(id))
    if (!item) return refused('not_found')
    const of = certificateOf(item)
    if (isDone(of, operator.operatorId, asked)) return ok(of)
    const now = deps.clock.now()
    const appealEnds = move === 'reinstate' ? await planAppealEnd(deps.table, of, now) : []
    const also = move === 'reinstate' ? { openAppeal: undefined } : {}
    const planned = await planMove({ ...deps, now }, of, { move, reason, words, by: [operator.operatorId] }, also)
    if (!planned.ok) return planned
    const { after, writes } = planned.value
    const subject = deedSubjects.certificate(of.id)
    const record = { id: deps.ids.id(), subject, at: now, by, action, detail: reason, reason: words }
    const committed = await commitDeed(deps, record, [...writes, ...appealEnds])
    if (committed.kind === 'committed') return ok({ ...after, changes: of.changes + 1 })
  }
  return refused('contended')
}
