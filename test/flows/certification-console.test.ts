import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editApplicationRoute, getApplicationRoute } from '../../functions/certification/applications.route.ts'
import { lookAtApplicationRoute, operatorApplicationRoute } from '../../functions/certification/operator.route.ts'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import { askReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { applicationInReview } from './applications.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('P11 W3 W5 what whoever decides about a certification is shown, over HTTP', () => {
  let instance: Instance
  let reviewer: OnConsole
  let hired = 0
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  beforeEach(async () => {
    hired += 1
    reviewer = await operatorAt(instance, `looker-${hired}`, 'reviewer')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** An application of a person that waits for people, and the case it is. */
  const waiting = async (name: string, certifiedName: string) => {
    const { user, person, id } = await applicationInReview(instance, { name, certifiedName })
    const { token } = reviewer
    const { review } = await instance.platform.must(nextReviewRoute, { token, body: { kind: 'certification' } })
    const params = { account: review?.accountId ?? '', id }
    return { user, person, id, review: { id: review?.id ?? '' }, params }
  }

  it('is masked, and shows the change of name, every field, and what was corrected since', async () => {
    const { platform } = instance
    const { user, person, id, review, params } = await waiting('海棠依旧', '海棠诗社')
    const { token } = reviewer
    const shown = await platform.must(operatorApplicationRoute, { token, params })
    expect(shown).toMatchObject({
      application: { id, names: { from: '海棠依旧', to: '海棠诗社' }, status: 'in_review', presence: 'picture' },
      app: { name: '海棠依旧', openApplication: id },
      applicant: { kind: 'individual', status: 'person', representative: null },
      administrator: { level: 2, isWhoConfirmed: true, actsForAnother: false },
      name: { name: '海棠诗社', verdict: 'free', findings: [] },
      invoice: { amountFen: 3000, buyer: { kind: 'individual', name: null, creditCode: null } },
      rounds: [],
    })
    expect(JSON.stringify(shown)).not.toContain(person.idNumber)
    expect(JSON.stringify(shown)).not.toContain(person.name)
    expect(shown.fields).toEqual(
      [
        'certified_name',
        'name_proof',
        'administrator_picture',
        'identity',
        'description',
        'other_proof',
        'explanation',
      ].map((word) => ({ word, changed: false })),
    )

    const ask = { what: ['certified_name'], words: '请换一个名称。' }
    await platform.must(askReviewRoute, { token, params: { id: review.id }, body: ask })
    const edits = { certifiedName: '海棠读诗', said: '诗社是我们的小组。' }
    await platform.must(editApplicationRoute, { token: user.token, params: { id }, body: edits })
    const after = await platform.must(operatorApplicationRoute, { token, params })
    expect(after.rounds).toMatchObject([
      {
        ...{ fields: ['certified_name'], words: ask.words, answeredAt: null },
        was: { certifiedName: '海棠诗社', said: null },
        became: { certifiedName: '海棠读诗', said: edits.said },
        changed: ['certified_name', 'explanation'],
      },
    ])
    expect(after.fields.filter(({ changed }) => changed).map(({ word }) => word)).toEqual([
      'certified_name',
      'explanation',
    ])
  })

  it('is opened with a reason that is on record, by those who may see pictures alone', async () => {
    const { platform } = instance
    const { user, person, id, params } = await waiting('白鹭洲', '白鹭洲头')
    const { token } = reviewer
    const body = { reason: 'case_review' } as const
    const people = await platform.must(lookAtApplicationRoute, { token, params, body })
    const { materials } = await platform.must(getApplicationRoute, { token: user.token, params: { id } })
    expect(people).toEqual({
      id,
      administrator: { name: person.name, idNumber: person.idNumber },
      representative: null,
      materials: materials.map((one) => one.id),
    })
    const { deeds } = await platform.must(deedsRoute, { token, query: { subject: `account:${params.account}` } })
    expect(deeds[0]).toMatchObject({ action: 'identity_read', purpose: 'case_review', fields: ['idNumber', 'name'] })
    const support = await operatorAt(instance, `support-${hired}`, 'support')
    for (const [route, sent] of [
      [operatorApplicationRoute, {}],
      [lookAtApplicationRoute, { body }],
    ] as const)
      expect(await platform.call(route, { token: support.token, params, ...sent })).toMatchObject({
        problem: { code: 'right_missing' },
      })
    // A colleague who may decide cases, but has not taken this one, has no reason to know.
    const colleague = await operatorAt(instance, `colleague-${hired}`, 'reviewer')
    expect(await platform.call(lookAtApplicationRoute, { token: colleague.token, params, body })).toMatchObject({
      ...{ status: 409, problem: { code: 'review_not_claimed' } },
    })
    const nobody = { account: params.account, id: params.account }
    expect(await platform.call(lookAtApplicationRoute, { token, params: nobody, body })).toMatchObject({
      problem: { code: 'not_found' },
    })
  })
})
