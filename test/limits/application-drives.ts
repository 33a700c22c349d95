import type { Applicant } from '../../functions/certification/applicants/applicant.ts'
import { keepApplicant } from '../../functions/certification/applicants/keep-applicant.ts'
import { settleApplicant } from '../../functions/certification/applicants/settle-applicant.ts'
import type { CompanyChecker } from '../../functions/certification/company/checker.ts'
import { answerPreCheck } from '../../functions/certification/judging/answer-pre-check.ts'
import { companyNoticeInForce } from '../../functions/consent/company-notice.ts'
import { testCode } from '../../functions/sandbox/credit-code.ts'
import { DAY, HOUR, nextBeijingDay } from '../../shared/kernel/time.ts'
import {
  administrator,
  begins,
  certificationWorld,
  submits,
  withdraws,
} from '../certification/applications/applying.ts'
import { NOON, valueIn } from '../kit.ts'
import type { ReviewWorld } from '../review/fixture.ts'
import { enter, person } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const applicants: Drive = async () => {
  const at = certificationWorld({ certification: { applicants: NEAR } })
  const [one, other] = [await enter(at), await enter(at)]
  let nth = 0
  // The same again would be the one that is kept.
  const kept = (accountId: string) => {
    nth += 1
    const { name, idNumber } = person('match')
    const creditCode = testCode('91', String(10_000_000 + nth))
    const organisation = { creditCode, companyName: '测试示例有限公司', representative: { name, idNumber } }
    return keepApplicant(at, accountId, { kind: 'enterprise', ...organisation })
  }
  return { most: NEAR, time: at.time, once: () => kept(one.accountId), elsewhere: () => kept(other.accountId) }
}

const preChecks: Drive = async () => {
  const at = certificationWorld({ certification: { preChecksPerHour: NEAR } })
  const one = await administrator(at)
  const other = await administrator(at, '夜航读书', 1)
  const looked = ({ user, appId, applicant }: typeof one) =>
    answerPreCheck(at, user.accountId, { app: appId, applicant })
  return {
    most: NEAR,
    time: at.time,
    once: () => looked(one),
    elsewhere: () => looked(other),
    endsAt: (Math.floor(NOON / HOUR) + 1) * HOUR,
  }
}

/** Each is taken back, so that the next can be begun. */
const sent = async (at: ReviewWorld, mine: Awaited<ReturnType<typeof administrator>>) => {
  const { id } = valueIn(await begins(at, mine))
  const of = { ...mine, id }
  const submitted = await submits(at, of)
  valueIn(await withdraws(of)(at))
  return submitted
}

const MONTH = 30 * DAY

const submissions: Drive = async () => {
  const at = certificationWorld({ certification: { perMonth: NEAR } })
  const one = await administrator(at)
  const other = await administrator(at, '夜航读书', 1)
  return {
    most: NEAR,
    time: at.time,
    once: () => sent(at, one),
    elsewhere: () => sent(at, other),
    endsAt: (Math.floor(NOON / MONTH) + 1) * MONTH,
  }
}

/** A register that knows nothing. */
const nobody: CompanyChecker = {
  vendor: 'tencent_cloud',
  check: async () => ({ kind: 'verdict', verdict: 'no_record', billed: 'no', vendorCode: '1' }),
}

const registers = (at: ReviewWorld) => {
  const notice = companyNoticeInForce(at.settings)
  let nth = 0
  /** A company that nobody was asked about, or always the same. */
  const asked = async (accountId: string, which?: number) => {
    nth += 1
    const { name, idNumber } = person('match')
    const creditCode = testCode('91', String(10_000_000 + (which ?? nth)))
    const representative = { name, idNumber }
    const companyName = `测试示例${nth}有限公司`
    const typed = { kind: 'enterprise', creditCode, companyName, representative } as const
    const { id } = valueIn(await keepApplicant(at, accountId, typed))
    const desks = [{ name: 'company_tencent_cloud', vendor: 'tencent_cloud' }]
    const deps = { ...at, desks, checker: async () => nobody, notice: async () => notice }
    return settleApplicant(deps, { accountId, id, language: 'zh', notice: notice.version })
  }
  return asked
}

const checks: Drive = async () => {
  const at = certificationWorld({ certification: { applicants: FAR, checksPerDay: NEAR, companyChecksPerDay: FAR } })
  const [one, other] = [await enter(at), await enter(at)]
  const asked = registers(at)
  const endsAt = nextBeijingDay(NOON)
  return {
    most: NEAR,
    time: at.time,
    once: () => asked(one.accountId),
    elsewhere: () => asked(other.accountId),
    endsAt,
  }
}

/** Whoever asks about it, another account among them. */
const companyChecks: Drive = async () => {
  const at = certificationWorld({ certification: { applicants: FAR, checksPerDay: FAR, companyChecksPerDay: NEAR } })
  const users = [await enter(at), await enter(at)] as const
  const asked = registers(at)
  let nth = 0
  const once = () => {
    nth += 1
    return asked(users[nth % 2 === 0 ? 0 : 1].accountId, 1)
  }
  const isHeld = (value: unknown) => (value as Applicant).status === 'people'
  const endsAt = nextBeijingDay(NOON)
  return { most: NEAR, time: at.time, once, elsewhere: () => asked(users[0].accountId, 2), isHeld, endsAt }
}

export const applicationDrives: Readonly<Record<string, Drive>> = {
  'certification.applicants': applicants,
  'certification.preChecksPerHour': preChecks,
  'certification.perMonth': submissions,
  'certification.checksPerDay': checks,
  'certification.companyChecksPerDay': companyChecks,
}
