import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseRoute, timelineRoute } from '../../functions/cases/read.route.ts'
import { revealRoute } from '../../functions/cases/reveal.route.ts'
import { searchRoute } from '../../functions/cases/search.route.ts'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { codeToScan, scan } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { submitted } from './way.ts'

describe('M8 an operator looks into a case', () => {
  let instance: Instance
  let token: string
  beforeAll(async () => {
    instance = await sharedInstance()
    token = (await operatorAt(instance, 'reader', 'reviewer')).token
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const search = async (text: string) => (await instance.platform.must(searchRoute, { token, body: { text } })).hits

  it('from any number to the account, what is known of it, and what happened to it', async () => {
    const { platform, engine } = instance
    const { person, user, id, orderId } = await submitted(instance, 'mismatch', 'membership')
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId)
    await scan(platform, codeUrl)
    await settle(engine)
    const [order] = await search(outTradeNo)
    expect(order).toMatchObject({ kind: 'order', orderId })
    const accountId = order?.accountId ?? ''
    expect(await search(id)).toEqual([{ kind: 'verification', id, accountId, orderId: null, channel: null }])
    const hit = { kind: 'account', id: accountId, accountId, orderId: null, channel: null }
    expect(await search(accountId)).toEqual([hit])
    expect(await search(person.phone)).toEqual([hit])
    // Nobody is verified with it.
    expect(await search(person.idNumber)).toEqual([])
    const { deeds } = await platform.must(deedsRoute, { token, query: { subject: 'operator:reader' } })
    expect(deeds.slice(0, 2).map(({ action, detail }) => [action, detail])).toEqual([
      ['number_search', 'id_number_miss'],
      ['number_search', 'phone_hit'],
    ])

    const params = { id: accountId }
    const seen = await platform.must(caseRoute, { token, params })
    expect(seen).toMatchObject({ id: accountId, verifications: [{ id, status: 'mismatch' }], sessions: 1 })
    const { lines, nextCursor } = await platform.must(timelineRoute, { token, params, query: { limit: '3' } })
    expect(lines).toHaveLength(3)
    const next = await platform.must(timelineRoute, { token, params, query: { cursor: nextCursor ?? '' } })
    const told = [...lines, ...next.lines].map(({ kind, event, amountFen }) => `${kind} ${event} ${amountFen}`)
    expect(told).toEqual(expect.arrayContaining(['refund back 900', 'payment paid 1000', 'verification mismatch null']))
    const refunds = await platform.must(timelineRoute, { token, params, query: { kinds: 'refund' } })
    expect(new Set(refunds.lines.map(({ kind }) => kind))).toEqual(new Set(['refund']))
  })

  it('P11 a field in the clear is in its answer alone, and in the audit by what it was', async () => {
    const { platform } = instance
    const { person, id } = await submitted(instance, 'match', 'fee')
    const [hit] = await search(id)
    const params = { id: hit?.accountId ?? '' }
    const body = { field: 'id_number', reason: 'case_review', words: '核对证件' } as const
    const revealed = await platform.must(revealRoute, { token, params, body })
    expect(revealed).toMatchObject({ field: 'id_number', value: person.idNumber.toUpperCase(), verificationId: id })
    const { lines } = await platform.must(timelineRoute, { token, params, query: { kinds: 'deed' } })
    expect(lines).toMatchObject([
      { event: 'identity_read', detail: id, purpose: 'case_review', fields: ['idNumber'], reason: '核对证件' },
    ])
    const none = await platform.call(revealRoute, { token, params, body: { ...body, reason: 'curiosity' } })
    expect(none).toMatchObject({ status: 400, problem: { errors: [{ pointer: '/reason' }] } })
    // Nothing else has it: see leftBehind, which this file ends with.
  })

  it('kinds that are none, and a text that is too long, are refused by their field', async () => {
    const { platform } = instance
    const params = { id: '0'.repeat(32) }
    expect(await platform.call(timelineRoute, { token, params, query: { kinds: 'payment,gossip' } })).toMatchObject({
      status: 400,
      problem: { errors: [{ pointer: '/kinds' }] },
    })
    expect(await platform.call(searchRoute, { token, body: { text: 'x'.repeat(201) } })).toMatchObject({
      status: 400,
      problem: { errors: [{ pointer: '/text' }] },
    })
  })
})
