import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountProofRoute, beginAccountProofRoute } from '../../functions/certification/account.route.ts'
import {
  applicantTermsRoute,
  getApplicantRoute,
  keepApplicantRoute,
} from '../../functions/certification/applicants.route.ts'
import type { bankFaults } from '../../functions/sandbox/bank/faults.ts'
import { bankStatementRoute, faultsRoute, vendorCallsRoute } from '../../functions/sandbox/control.route.ts'
import { accounts } from '../../functions/sandbox/register/accounts.ts'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { signIn } from '../../local/demo/user.ts'
import { faultOf } from '../alarms/misheard.ts'
import { type Instance, startInstance } from './instance.ts'

const ARRIVES = accounts.find(({ deed }) => deed === 'arrives')?.number ?? ''

/** Those that a credit code says are enterprises. */
const enterprises = companies.filter(({ creditCode }) => creditCode.startsWith('91'))

type Mode = keyof typeof bankFaults.sandbox_bank_transfer
type LookMode = keyof typeof bankFaults.sandbox_bank_look

describe('W2 the account of a company, where the bank misbehaves', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({
      company: { accountProver: 'sandbox', accountProofsPerDay: 100, companyAccountProofsPerDay: 100 },
    })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  let nth = 0
  /** An applicant of somebody who asked for nothing before. */
  const applicant = async () => {
    const { platform } = instance
    nth += 1
    const { token } = await signIn(platform, `199160092${String(nth).padStart(2, '0')}`)
    const of = enterprises[nth % enterprises.length]
    if (!of) throw new Error('the catalogue has no companies')
    const { name: companyName, creditCode, legalRepresentative: name, idNumber } = of
    const typed = { kind: 'enterprise', creditCode, companyName, representative: { name, idNumber } } as const
    const { id } = await platform.must(keepApplicantRoute, { token, body: typed })
    const { consent } = await platform.must(applicantTermsRoute, {})
    const body = { accountNumber: ARRIVES, consent: { notice: consent.version, agreed: true as const } }
    const its = { token, params: { id } }
    return {
      asks: () => platform.call(beginAccountProofRoute, { ...its, body }),
      answers: (fen: number) => platform.call(answerAccountProofRoute, { ...its, body: { fen } }),
      stands: () => platform.must(getApplicantRoute, its),
      mine: platform.shiming.withSession(token),
    }
  }
  const armed = (mode: Mode, times = 1) =>
    instance.platform.must(faultsRoute, { body: { target: 'sandbox_bank_transfer', mode, times, subject: ARRIVES } })
  const looks = (mode: LookMode, times = 1) =>
    instance.platform.must(faultsRoute, { body: { target: 'sandbox_bank_look', mode, times } })
  const statement = async () => {
    const { transfers } = await instance.platform.must(bankStatementRoute, { query: { accountNumber: ARRIVES } })
    return transfers.map(({ fen }) => fen)
  }
  const calls = async () => {
    const { vendors } = await instance.platform.must(vendorCallsRoute, { query: {} })
    return vendors.find(({ vendor }) => vendor === 'sandbox_bank')
  }
  const heard = async (event: string) => {
    const lines = (await instance.engine.heard()).filter(({ message }) => message === event)
    for (const line of lines) expect(faultOf(line)).toBeUndefined()
    return lines.map(({ fn }) => fn)
  }

  it.each<Mode>(['executed_then_500', 'slow', 'html', 'truncated'])(
    'a lost answer (%s) transfers once: asking again shows how it stands, and what arrived is taken',
    async (mode) => {
      const one = await applicant()
      const before = (await statement()).length
      await armed(mode)
      expect(await one.asks()).toMatchObject({ body: { accountProof: 'waiting', account: { lastFour: '0001' } } })
      expect(await one.asks()).toMatchObject({ body: { accountProof: 'waiting' } })
      const came = await statement()
      expect(came).toHaveLength(before + 1)
      expect(await one.answers(came[0] ?? 0)).toMatchObject({ body: { accountProof: 'proven' } })
    },
  )

  it('where it was never made, its time goes by, and another is asked for', async () => {
    const one = await applicant()
    const before = (await statement()).length
    await armed('error_500')
    expect(await one.asks()).toMatchObject({ body: { accountProof: 'waiting' } })
    expect(await statement()).toHaveLength(before)
    await instance.platform.pass('72h')
    expect(await one.stands()).toMatchObject({ accountProof: 'expired' })
    expect(await one.answers(1)).toMatchObject({ problem: { code: 'account_proof_over' } })
    expect(await one.asks()).toMatchObject({ body: { accountProof: 'waiting' } })
    expect(await statement()).toHaveLength(before + 1)
  })

  it('however many clicks at once have it transfer, it does so once', async () => {
    const one = await applicant()
    const before = (await statement()).length
    const came = await Promise.all(Array.from({ length: 4 }, one.asks))
    expect(came.some(({ status }) => status === 200)).toBe(true)
    expect(await statement()).toHaveLength(before + 1)
    const said = await Promise.all([1, 1].map(one.answers))
    expect(said.some(({ status }) => status === 200)).toBe(true)
    expect(await one.stands()).toMatchObject({ accountProof: 'proven' })
  })

  it('another amount that arrived proves nothing, and three are compared', async () => {
    const one = await applicant()
    await armed('another_amount')
    await one.asks()
    const [came = 0] = await statement()
    expect(came).not.toBe(1)
    for (const triesLeft of [2, 1, 0])
      expect(await one.answers(came)).toMatchObject({ problem: { code: 'account_amount_wrong', triesLeft } })
    expect(await one.answers(1)).toMatchObject({ problem: { code: 'account_proof_over' } })
    expect(await one.stands()).toMatchObject({ accountProof: 'failed' })
  })

  it('a late transfer is waited for, a bank that cannot say is as good, and one that came back takes no try', async () => {
    const one = await applicant()
    await one.asks()
    await looks('stays_under_way')
    expect(await one.answers(2)).toMatchObject({ problem: { code: 'account_amount_wrong', triesLeft: 2 } })
    await looks('error_500')
    expect(await one.answers(2)).toMatchObject({ problem: { code: 'account_amount_wrong', triesLeft: 1 } })
    await looks('comes_back')
    expect(await one.answers(1)).toMatchObject({ problem: { code: 'account_proof_over' } })
    expect(await one.stands()).toMatchObject({ accountProof: 'failed', account: { triesLeft: 1 } })
  })

  it('an account that it does not know, or a bank that is busy, transfers nothing', async () => {
    const one = await applicant()
    const before = (await statement()).length
    await armed('account_unknown')
    expect(await one.asks()).toMatchObject({ problem: { code: 'account_not_taken' } })
    await armed('busy')
    expect(await one.asks()).toMatchObject({ status: 503, problem: { code: 'account_not_transferred' } })
    expect(await statement()).toHaveLength(before)
    const { items } = await one.mine.disclosures.list().page()
    expect(items.map(({ outcome }) => outcome).slice(0, 2)).toEqual(['not_used', 'answered'])
  })

  it.each<Mode>(['no_balance', 'quota_used', 'not_authorised'])(
    'a bank that refuses us (%s) rings, is left alone for a while, and then tried by one',
    async (mode) => {
      const one = await applicant()
      const before = await calls()
      const rung = (await heard('transfer_vendor_needs_repair')).length
      const well = (await heard('transfer_vendor_recovered')).length
      await armed(mode)
      expect(await one.asks()).toMatchObject({ status: 503, problem: { code: 'account_not_transferred' } })
      expect((await heard('transfer_vendor_needs_repair')).slice(rung)).toEqual(['certification-account'])
      const paused = await one.asks()
      expect(paused).toMatchObject({ status: 503, problem: { code: 'account_not_transferred' } })
      expect(paused.headers.get('retry-after')).not.toBeNull()
      expect(await calls()).toEqual({
        ...before,
        unbilled: (before?.unbilled ?? 0) + 1,
        turnedAway: (before?.turnedAway ?? 0) + 1,
      })
      await instance.platform.pass('6m')
      expect(await one.asks()).toMatchObject({ body: { accountProof: 'waiting' } })
      expect((await heard('transfer_vendor_recovered')).slice(well)).toEqual(['certification-account'])
    },
  )
})
