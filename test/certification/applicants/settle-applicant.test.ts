import { describe, expect, it } from 'vitest'
import { newCertificateId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { certificateIssued } from '../../../functions/certificates/certificate/certificate-store.ts'
import { certificateHeld } from '../../../functions/certificates/certificate/held-store.ts'
import { followCertificate } from '../../../functions/certificates/following/follow-certificate.ts'
import { certificateKeys } from '../../../functions/certificates/keys.ts'
import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { settleApplicant } from '../../../functions/certification/applicants/settle-applicant.ts'
import type { CompanyCheckResult } from '../../../functions/certification/company/checker.ts'
import { companyNoticeInForce } from '../../../functions/consent/company-notice.ts'
import { testCode } from '../../../functions/sandbox/credit-code.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { sampleCertificate } from '../../certificates/sample.ts'
import { refusalOf, valueIn } from '../../kit.ts'
import { enter, itemAt, person } from '../../world.ts'
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
  return { at, told, kept, asks, stranger, desks }
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

describe('W7 what a register said of an organisation', () => {
  it('counts for 90 days; after that it is asked anew, and says what it says then', async () => {
    const { at, told, kept, asks } = await here()
    const { accountId } = await enter(at)
    const id = await kept(accountId)
    const { checkedAt = 0 } = valueIn(await asks(accountId, id))
    at.time.now = checkedAt + 90 * DAY - 1
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'consistent' })
    expect(told.calls).toBe(1)
    at.time.now = checkedAt + 90 * DAY
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'consistent', checkedAt: at.time.now })
    expect(told.calls).toBe(2)
  })

  it('is left to people where none can be asked any more', async () => {
    const { at, asks, kept, desks } = await here()
    const { accountId } = await enter(at)
    const id = await kept(accountId)
    valueIn(await asks(accountId, id))
    at.time.now += 90 * DAY
    desks.length = 0
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'people' })
  })

  it('suspends its certificates of that account where it does not operate any more, and no others', async () => {
    const { at, told, kept, asks } = await here()
    const { accountId } = await enter(at)
    const id = await kept(accountId)
    valueIn(await asks(accountId, id))
    const creditCode = testCode('91', '10000001')
    const its = (nth: number, code: string) => {
      const organisation = { name: '测试示例有限公司', creditCode: code }
      return sampleCertificate({ id: newCertificateId(() => nth), accountId, kind: 'enterprise', organisation })
    }
    const [mine, other] = [its(1, creditCode), its(2, testCode('91', '10000002'))]
    for (const one of [mine, other]) await at.table.commit([certificateIssued(one, undefined), certificateHeld(one)])
    at.time.now += 90 * DAY
    told.says = { kind: 'verdict', verdict: 'not_operating', status: 'revoked', billed: 'yes', vendorCode: '1' }
    expect(valueIn(await asks(accountId, id))).toMatchObject({ status: 'not_operating' })
    const watch = () => Promise.reject(new Error('no page is registered'))
    for (const one of [mine, other]) await followCertificate({ ...at, watch }, one.id)
    const statusOf = (one: typeof mine) => itemAt(at, certificateKeys.certificate(one.id))?.status
    expect([statusOf(mine), statusOf(other)]).toEqual(['suspended', 'valid'])
  })
})
