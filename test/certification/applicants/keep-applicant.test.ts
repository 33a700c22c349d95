import { describe, expect, it } from 'vitest'
import { keepApplicant, type TypedApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { applicationKeys } from '../../../functions/certification/keys.ts'
import { testCode } from '../../../functions/sandbox/credit-code.ts'
import { put } from '../../../shared/table/write.ts'
import { valueIn } from '../../kit.ts'
import { enter, itemAt, person } from '../../world.ts'
import { certificationWorld } from '../applications/applying.ts'

const { name, idNumber } = person('match')
const other = person('match', 1)
const company = {
  ...{ kind: 'enterprise', creditCode: testCode('91', '10000001'), companyName: '测试示例有限公司' },
  representative: { name, idNumber },
} as const satisfies TypedApplicant

const world = async () => {
  const at = certificationWorld()
  const { accountId } = await enter(at)
  const keep = (typed: TypedApplicant, by = accountId) => keepApplicant(at, by, typed)
  const count = () => itemAt(at, applicationKeys.applicantCount(accountId))?.count ?? 0
  return { at, accountId, keep, count }
}

describe('W2 whom an account applies for', () => {
  it.each<[string, TypedApplicant]>([
    ['a person', { kind: 'individual' }],
    ['an organisation', company],
  ])('is kept once, however often it is said: %s', async (_what, typed) => {
    const { keep, count } = await world()
    const first = valueIn(await keep(typed))
    expect(valueIn(await keep(typed)).id).toBe(first.id)
    expect(count()).toBe(1)
  })

  it('is another where anything of it is another, and of another account', async () => {
    const { at, keep, count } = await world()
    const kept = [
      valueIn(await keep({ kind: 'individual' })),
      valueIn(await keep(company)),
      valueIn(await keep({ ...company, companyName: '测试样例有限公司' })),
      valueIn(await keep({ ...company, creditCode: testCode('91', '10000002') })),
      valueIn(await keep({ ...company, representative: { name: other.name, idNumber: other.idNumber } })),
    ]
    expect(new Set(kept.map(({ id }) => id)).size).toBe(5)
    expect(count()).toBe(5)
    const { accountId: stranger } = await enter(at)
    expect(valueIn(await keep(company, stranger)).id).not.toBe(kept[1]?.id)
  })

  it.each(['differs', 'not_operating'] as const)('is kept anew where a register has said: %s', async (status) => {
    const { at, accountId, keep } = await world()
    const { id } = valueIn(await keep(company))
    const item = itemAt(at, applicationKeys.applicant(accountId, id))
    if (!item) throw new Error('nothing is kept')
    const { pk: _pk, sk: _sk, ...of } = item
    await at.table.commit([
      put(applicationKeys.applicant(accountId, id), { ...of, status } as Parameters<typeof put>[1]),
    ])
    expect(valueIn(await keep(company)).id).not.toBe(id)
  })

  it('is kept once of two that are said at once; the other may come again, and finds it', async () => {
    const { keep, count } = await world()
    const both = await Promise.all([keep(company), keep(company)])
    const [kept] = both.flatMap((one) => (one.ok ? [one.value] : []))
    expect(both.map((one) => (one.ok ? 'kept' : one.refusal.code)).toSorted()).toEqual(['contended', 'kept'])
    expect(valueIn(await keep(company)).id).toBe(kept?.id)
    expect(count()).toBe(1)
  })
})
