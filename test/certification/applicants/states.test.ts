import { describe, expect, it } from 'vitest'
import {
  type Applicant,
  type ApplicantEvent,
  type ApplicantStatus,
  applicantStatuses,
  applicantTransitions,
} from '../../../functions/certification/applicants/applicant.ts'
import { applicantKept, applicantMoved } from '../../../functions/certification/applicants/applicant-store.ts'
import {
  afterAsking,
  afterHandingOver,
  afterResult,
  isBeingAsked,
  mayBeAsked,
} from '../../../functions/certification/applicants/check-result.ts'
import type { CompanyVerdict } from '../../../functions/certification/company/checker.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { itObeys, type Machine } from '../../state-moves.ts'

const claim = { id: 'c'.repeat(32), vendor: 'tencent_cloud' }
const at = { now: NOON, notFoundMs: 3 * DAY }

const applicantIn = (status: ApplicantStatus): Applicant => ({
  ...{ id: 'd'.repeat(32), accountId: 'a'.repeat(32), kind: 'enterprise', status, createdAt: NOON, changes: 0 },
  ...{ creditCode: '9133', companyName: '测试有限公司' },
})

const told = (verdict: CompanyVerdict) => ({ kind: 'verdict', billed: 'yes', vendorCode: '0', ...verdict }) as const

const ended = (read: ApplicantStatus, on: ApplicantEvent, verdict: CompanyVerdict) =>
  applicantMoved(applicantIn(read), on, afterResult(applicantIn(read), told(verdict), at).after)

const machine: Machine<ApplicantStatus, ApplicantEvent> = {
  table: applicantTransitions,
  states: applicantStatuses,
  itemIn: (status) => applicantKept(applicantIn(status), 5)[0],
  writes: {
    asked: (read) => applicantMoved(applicantIn(read), 'asked', afterAsking(applicantIn(read), claim, NOON)),
    handed_over: (read) =>
      applicantMoved(applicantIn(read), 'handed_over', afterHandingOver(applicantIn(read), claim, NOON)),
    consistent: (read) => ended(read, 'consistent', { verdict: 'consistent' }),
    differs: (read) => ended(read, 'differs', { verdict: 'differs', fields: ['companyName'] }),
    not_found: (read) => ended(read, 'not_found', { verdict: 'no_record' }),
    not_operating: (read) => ended(read, 'not_operating', { verdict: 'not_operating', status: 'revoked' }),
    left_to_people: (read) => ended(read, 'left_to_people', { verdict: 'consistent', status: 'moved' }),
  },
}

describe('W2 states of an applicant', () => {
  itObeys(machine)

  it('are left to people where nobody knows what was looked up, or no register can say', () => {
    const of = applicantIn('checking')
    for (const result of [
      { kind: 'unknown', vendorCode: 'timeout' },
      { kind: 'refused', because: 'data_unsupported', billed: 'no', vendorCode: '1' },
      { kind: 'nobody' },
    ] as const)
      expect(afterResult(of, result, at)).toMatchObject({ on: 'left_to_people', after: { status: 'people' } })
  })

  it('are asked for once, and of what is not registered yet once more days later', () => {
    const later = afterResult(applicantIn('checking'), told({ verdict: 'no_record' }), at).after
    expect(later).toMatchObject({ status: 'later', retryAt: NOON + 3 * DAY })
    expect([mayBeAsked(later, NOON + 3 * DAY - 1), mayBeAsked(later, NOON + 3 * DAY)]).toEqual([false, true])
    for (const status of applicantStatuses.filter((one) => one !== 'unchecked' && one !== 'later'))
      expect(mayBeAsked(applicantIn(status), NOON + 400 * DAY), status).toBe(false)
  })

  it('are being asked for only while whoever asks can be alive', () => {
    const asked = afterAsking(applicantIn('unchecked'), claim, NOON)
    expect([isBeingAsked(asked, NOON + 2 * MINUTE - 1), isBeingAsked(asked, NOON + 2 * MINUTE)]).toEqual([true, false])
  })
})
