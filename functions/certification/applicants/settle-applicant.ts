import { createHash } from 'node:crypto'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type Millis, nextBeijingDay, SECOND } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import { nameOf, type Write } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { counted, counterKey, LIMITED } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { doers } from '../../audit/deed.ts'
import { consentTo, type Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { consentGiven } from '../../consent/consent-store.ts'
import { itemsOf } from '../../consent/permit.ts'
import { breakerKeys, breakersOf } from '../../verification/check/breaker-store.ts'
import { openToHandOn } from '../../verification/reading/open-identity.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { findApplicant } from '../applying/find-application.ts'
import { type AskDeps, askRegisters, type Claim, type Question } from '../checking/ask-registers.ts'
import { type Applicant, applicantAt } from './applicant.ts'
import { isOrganisation } from './applicant-kinds.ts'
import { APPLICANT_MOVED, applicantMoved } from './applicant-store.ts'
import { afterAsking, afterHandingOver, afterResult, isBeingAsked, mayBeAsked } from './check-result.ts'

export type SettleApplicantDeps = Omit<AskDeps, 'table' | 'settings'> & {
  table: Pick<Table, 'get' | 'getMany' | 'commit'>
  vault: Vault
  /** What is agreed to before a register is asked, kept by then. */
  notice: () => Promise<Notice>
  settings: AskDeps['settings'] & ApplicationSettings
  /** What else is written where a register says that it does not operate any more. */
  endOperating: (of: Applicant) => Promise<Write[]>
}

/** Who has it checked, and what they agreed to. */
export type Checking = { accountId: string; id: string; language: Language; notice: string }

/** As long as a request may take, with room for what is written after the last call. */
const ROOM: Millis = 25 * SECOND

/** What counts how often one company is asked about, without saying which. */
const companyOf = ({ creditCode = '' }: Applicant): string =>
  createHash('sha256').update(`credit-code|${creditCode}`).digest('hex').slice(0, 32)

const companyCounter = (of: Applicant, now: Millis) => ({ subject: `COMPANY#${companyOf(of)}`, window: dayOf(now) })

const countedChecks = (of: Applicant, { certification }: ApplicationSettings, now: Millis): Write[] => [
  counted({ subject: `COMPANYCHECKS#${of.accountId}`, window: dayOf(now), limit: certification.checksPerDay }),
  counted({ ...companyCounter(of, now), limit: certification.companyChecksPerDay }),
]

/** Nothing is in the way but that the company was asked about as often as it may be today, whoever did: its owner is not to wait for strangers. */
const isAskedEnough = (of: Applicant, conflicts: readonly Conflict[], now: Millis): boolean => {
  const company = nameOf(counterKey(companyCounter(of, now)))
  return conflicts.every(({ because, write }) => because === LIMITED && nameOf(write.key) === company)
}

const refusalOn = (conflicts: readonly Conflict[], now: Millis): Outcome<never> => {
  if (isBecause(conflicts, 'banned')) return refused('banned')
  if (isBecause(conflicts, LIMITED)) return refused('applicant_checks_used', { retryAt: nextBeijingDay(now) })
  return refused('contended')
}

/** It is left to people: whatever a register may have been asked, none is asked again. */
const leaveToPeople = async (deps: SettleApplicantDeps, of: Applicant): Promise<Outcome<Applicant>> => {
  const { notFoundMs } = deps.settings.certification
  const { on, after } = afterResult(of, { kind: 'nobody' }, { now: deps.clock.now(), notFoundMs })
  const committed = await deps.table.commit([applicantMoved(of, on, after)])
  return committed.kind === 'committed' ? ok(after) : refused('contended')
}

/** No register is asked today: people look at what nobody was asked about yet, or too long ago; what one did not know stays for later. */
const askNobody = async (deps: SettleApplicantDeps, of: Applicant): Promise<Outcome<Applicant>> =>
  of.status === 'later' ? ok(of) : leaveToPeople(deps, of)

/** The consent, and the question that is asked under it; `at` is the applicant as it was written last. */
const compose = async (
  deps: SettleApplicantDeps,
  of: Applicant,
  { accountId, language }: Checking,
  notice: Notice,
): Promise<{ question: Question; at: () => Applicant }> => {
  const now = deps.clock.now()
  const { representative } = of
  if (!representative) throw new Error('an organisation that nobody represents')
  const sealed = { ...of, sealed: { ...representative.sealed, phone: '' } }
  const reading = { by: doers.service('certification-check'), purpose: 'company_check' } as const
  const { opened, record } = await openToHandOn(deps, sealed, reading, ['name', 'idNumber'])
  const { name: legalRepresentative, idNumber } = opened.reveal()
  const recipients = deps.desks.map(({ vendor }) => vendor)
  const consent = { ...consentTo(notice, language, now), recipients: [...recipients] }
  const given = {
    id: deps.ids.id(),
    accountId,
    purpose: 'company_check',
    items: itemsOf.company_check,
    ...consent,
  } as const
  const breakers = await deps.table.getMany(breakerKeys(deps.desks))
  let last = of
  const moved = (on: 'asked' | 'handed_over', after: Applicant): Write => {
    const write = applicantMoved(last, on, after)
    last = { ...after, changes: last.changes + 1 }
    return write
  }
  return {
    at: () => last,
    question: {
      ...{ accountId, check: of.id, given, breakers: breakersOf(deps.desks, breakers), until: now + ROOM },
      asked: { creditCode: of.creditCode ?? '', companyName: of.companyName ?? '', legalRepresentative, idNumber },
      first: async (claim: Claim, also) => {
        const before = last
        const writes = [
          notBanned(accountId),
          ...countedChecks(of, deps.settings, now),
          moved('asked', afterAsking(of, claim, deps.clock.now())),
          consentGiven(given),
          ...also,
        ]
        const committed = await commitDeed(deps, record, writes)
        // The next share of the day's cost is tried as if nothing had been written.
        if (committed.kind === 'conflict') last = before
        return committed
      },
      handedOver: (_before: Claim, claim: Claim) => [
        moved('handed_over', afterHandingOver(last, claim, deps.clock.now())),
      ],
    },
  }
}

/**
 * W2 has an organisation looked up, which the platform pays for: at most one call that may have been executed, for what was given and whatever becomes of this
 * invocation; whoever comes back to one that died finds it left to people, and so does whoever asks about a company that was asked about often enough today.
 * What the register does not know yet may be asked for once more days later. A second click answers what is known. Refuses with `not_found`, `applicant_needs_no_check`, `consent_outdated`, `applicant_later`, `applicant_checks_used`, `banned` and
 * `contended`.
 */
export const settleApplicant = async (deps: SettleApplicantDeps, checking: Checking): Promise<Outcome<Applicant>> => {
  const allowed = await refuseBan(deps, checking.accountId)
  if (!allowed.ok) return allowed
  const found = await findApplicant(deps, checking.accountId, checking.id)
  if (!found.ok) return found
  const of = found.value
  const now = deps.clock.now()
  const stands = applicantAt(of, deps.settings.certification, now)
  if (!isOrganisation(of.kind)) return refused('applicant_needs_no_check')
  if (of.status === 'checking') return isBeingAsked(of, now) ? ok(of) : leaveToPeople(deps, of)
  if (of.status === 'later' && !mayBeAsked(of, now)) return refused('applicant_later', { retryAt: of.retryAt })
  if (!mayBeAsked(stands, now)) return ok(of)
  const notice = await deps.notice()
  if (checking.notice !== notice.version) return consentOutdated(notice)
  if (deps.desks.length === 0) return askNobody(deps, of)
  const { question, at } = await compose(deps, of, checking, notice)
  const asked = await askRegisters(deps, question)
  if (asked.kind === 'conflict') {
    if (isBecause(asked.conflicts, APPLICANT_MOVED)) return findApplicant(deps, checking.accountId, of.id)
    return isAskedEnough(of, asked.conflicts, now) ? askNobody(deps, of) : refusalOn(asked.conflicts, now)
  }
  const result = asked.kind === 'told' ? asked.result : ({ kind: 'nobody' } as const)
  const last = at()
  const { notFoundMs } = deps.settings.certification
  // Nobody could be asked, and nothing was written: people look, so that nobody waits for a vendor of ours.
  const { on, after } = afterResult(last, result, { now: deps.clock.now(), notFoundMs })
  if (last.status === 'later' && on === 'left_to_people') return ok(last)
  const ended = on === 'not_operating' ? await deps.endOperating(after) : []
  const committed = await deps.table.commit([applicantMoved(last, on, after), ...asked.writes, ...ended])
  return committed.kind === 'committed' ? ok(after) : findApplicant(deps, checking.accountId, of.id)
}
