import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountProofRoute, beginAccountProofRoute } from '../../functions/certification/account.route.ts'
import {
  applicantTermsRoute,
  getApplicantRoute,
  keepApplicantRoute,
  listApplicantsRoute,
} from '../../functions/certification/applicants.route.ts'
import { accounts } from '../../functions/sandbox/register/accounts.ts'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { signIn } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'

const [company, other] = companies
if (!company || !other) throw new Error('the catalogue has no companies')

const numberOf = (deed: string): string => accounts.find((one) => one.deed === deed)?.number ?? ''

const kept = async ({ platform }: Instance, token: string, of = company) => {
  const { name: companyName, creditCode, legalRepresentative: name, idNumber } = of
  const body = { kind: 'enterprise', creditCode, companyName, representative: { name, idNumber } } as const
  return (await platform.must(keepApplicantRoute, { token, body })).id
}

const asked = async ({ platform }: Instance, token: string, id: string, accountNumber: string) => {
  const { consent } = await platform.must(applicantTermsRoute, {})
  const body = { accountNumber, consent: { notice: consent.version, agreed: true as const } }
  return platform.call(beginAccountProofRoute, { token, params: { id }, body })
}

describe('W2 the account of a company, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ company: { accountProver: 'sandbox' } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('is proven by the amount that the bank of the sandbox transferred', async () => {
    const { platform } = instance
    const { token } = await signIn(platform, '19916009101')
    expect(await platform.must(applicantTermsRoute, {})).toMatchObject({ provesAccounts: true })
    const id = await kept(instance, token)
    expect(await asked(instance, token, id, numberOf('unknown'))).toMatchObject({
      problem: { code: 'account_not_taken' },
    })
    expect(await asked(instance, token, id, numberOf('in_doubt'))).toMatchObject({
      body: { accountProof: 'waiting', account: { lastFour: '0004', triesLeft: 3 } },
    })
    const answered = (fen: number) => platform.call(answerAccountProofRoute, { token, params: { id }, body: { fen } })
    expect(await answered(2)).toMatchObject({ problem: { code: 'account_amount_wrong', triesLeft: 2 } })
    expect(await answered(1)).toMatchObject({ body: { accountProof: 'proven' } })
    expect(await platform.must(getApplicantRoute, { token, params: { id } })).toMatchObject({ accountProof: 'proven' })
    const { applicants } = await platform.must(listApplicantsRoute, { token })
    expect(applicants.map(({ accountProof }) => accountProof)).toEqual(['proven'])
    const { items } = await platform.shiming.withSession(token).disclosures.list().page()
    expect(items.map((one) => one.items)).toContainEqual(['company_account'])
  })

  it('is told to have come back, where its bank returned the transfer', async () => {
    const { platform } = instance
    const { token } = await signIn(platform, '19916009102')
    const id = await kept(instance, token, other)
    expect(await asked(instance, token, id, numberOf('comes_back'))).toMatchObject({
      body: { accountProof: 'waiting' },
    })
    const answer = { token, params: { id }, body: { fen: 1 } }
    expect(await platform.call(answerAccountProofRoute, answer)).toMatchObject({
      problem: { code: 'account_proof_over' },
    })
    expect(await platform.must(getApplicantRoute, { token, params: { id } })).toMatchObject({ accountProof: 'failed' })
  })
})

describe('W2 the account of a company, where nobody transfers', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('is not proven, which is said before and to whoever asks', async () => {
    const { platform } = instance
    const { token } = await signIn(platform, '19916009103')
    expect(await platform.must(applicantTermsRoute, {})).toMatchObject({ provesAccounts: false })
    const id = await kept(instance, token)
    expect(await asked(instance, token, id, numberOf('arrives'))).toMatchObject({
      ...{ status: 409, problem: { code: 'account_proof_not_offered' } },
    })
    expect(await platform.must(getApplicantRoute, { token, params: { id } })).toMatchObject({
      ...{ accountProof: 'none', account: null },
    })
  })
})
