import { describe, expect, it } from 'vitest'
import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { settleApplicant } from '../../../functions/certification/applicants/settle-applicant.ts'
import type { CompanyCheckResult } from '../../../functions/certification/company/checker.ts'
import { companyNoticeInForce } from '../../../functions/consent/company-notice.ts'
import { testCode } from '../../../functions/sandbox/credit-code.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { refusalOf, valueIn } from '../../kit.ts'
import { enter, person } from '../../world.ts'
import { certificationWorld } from '../applications/applying.ts'

const consistent: CompanyCheckResult = {
  ...{ kind: 'verdict', verdict: 'consistent', status: 'operating', billed: 'yes', vendorCode: '1' },
}
const unknown: CompanyCheckResult = { kind: 'verdict', verdict: 'no_record', billed: 'no', vendorCode: '1' }

/** Where one company may be asked about twice a day, and a register that says what it is told to. */
const here = async (limits: Record<string, number> = {}) => {
  const at = certificationWorld({ certification: { companyChecksPerDay: 2, ...limits } })
  const notice = companyNoticeInForce(at.settings)
  const { name, idNumber } = person('match')
  const told: { calls: number; says: CompanyCheckResult } = { calls: 0, says: consistent }
  const desks = [{ name: 'company_tencent_cloud', vendor: 'tencent_cloud' }]
  const checker = async () => ({
    vendor: 'tencent_cloud',
    check: async () => {
      told.calls += 1
      return told.says
    },
  })
  const kept = async (accountId: string, company = 1) => {
    const creditCode = testCode('91', String(10_000_000 + company))
    const representative = { name, idNumber }
    const typed = { kind: 'enterprise', creditCode, companyName: '测试示例有限公司', representative } as const
    return valueIn(await keepApplicant(at, accountId, typed)).id
  }
  const asks = (accountId: string, id: string) =>
    settleApplicant(
      { ...at, desks, checker, notice: async () => notice },
      {
        ...{ accountId, id, language: 'zh', notice: notice.version },
      },
    )
  const stranger = async () => {
    const { accountId } = await enter(at)
    return asks(accountId, await kept(accountId))
  }
  return { at, told, kept, asks, stranger }
}

describe('W2 a company that strangers asked about as often as it may be today', () => {
  it('goes to people for its owner, and no register is asked', async () => {
    const { at, told, kept, asks, stranger } = await here()
    for (const _one of [1, 2]) valueIn(await stranger())
    const { accountId } = await enter(at)
    const id = await kept(accountId)
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'people' })
    expect(told.calls).toBe(2)
    // The same for good, as of every one that is left to people.
    at.time.now += DAY
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'people' })
    expect(told.calls).toBe(2)
  })

  it('stays for later where a register did not know it, and is asked about once strangers have done', async () => {
    const { at, told, kept, asks, stranger } = await here()
    const { accountId } = await enter(at)
    const id = await kept(accountId)
    told.says = unknown
    const { retryAt = 0 } = valueIn(await asks(accountId, id))
    at.time.now = retryAt
    for (const _one of [1, 2]) valueIn(await stranger())
    told.says = consistent
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'later' })
    at.time.now += DAY
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'consistent' })
  })

  it('does not lift the limit of the account that asks', async () => {
    const { at, kept, asks, stranger } = await here({ checksPerDay: 1 })
    for (const _one of [1, 2]) valueIn(await stranger())
    const { accountId } = await enter(at)
    valueIn(await asks(accountId, await kept(accountId, 2)))
    expect(refusalOf(await asks(accountId, await kept(accountId)))).toMatchObject({ code: 'applicant_checks_used' })
  })
})
