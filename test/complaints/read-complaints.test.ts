import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { asOperator } from '../../functions/account/api-keys/operator-guards.ts'
import { completeComplaint, replyToComplaint } from '../../functions/complaints/answering/answer-complaint.ts'
import type { Complaint } from '../../functions/complaints/complaint.ts'
import { showComplaint } from '../../functions/complaints/complaint-view.ts'
import { markMalicious } from '../../functions/complaints/malice/mark-malicious.ts'
import {
  completeRoute,
  getComplaintRoute,
  listComplaintsRoute,
  maliciousRoute,
  replyRoute,
} from '../../functions/complaints/operator.route.ts'
import { listComplaints, namedIn, readComplaint } from '../../functions/complaints/read-complaints.ts'
import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import type { Route } from '../../shared/http/route.ts'
import { HOUR, rfc3339 } from '../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../account/fixture.ts'
import { type Asked, call, serve } from '../http-event.ts'
import { person } from '../world.ts'
import { type ComplaintWorld, complained, complainedOf, complaintWorld, OPERATOR, passes } from './fixture.ts'

const list = (at: ComplaintWorld, of: Partial<Parameters<typeof listComplaints>[1]> = {}) =>
  listComplaints(at, { status: 'open', limit: 50, ...of })

describe('P12 the list of complaints', () => {
  it('has those in one state, oldest first, with what is owed until when', async () => {
    const at = complaintWorld()
    const { id, order, user } = await complainedOf(at)
    at.time.now += HOUR
    const later = await complained(at, { outTradeNo: 'another-shop' })
    const { complaints, nextCursor } = valueIn(await list(at))
    expect(complaints.map((one) => one.id)).toEqual([id, later])
    expect(nextCursor).toBeNull()
    expect(complaints[0]).toMatchObject({
      channel: 'wechat_pay',
      status: 'open',
      accountId: user.accountId,
      orders: [{ outTradeNo: order.id, orderId: order.id, amountFen: 100 }],
      replyBy: rfc3339(at.time.now + 23 * HOUR),
      completeBy: rfc3339(at.time.now + 71 * HOUR),
      malicious: false,
      pending: null,
    })
    expect(complaints[1]).toMatchObject({ accountId: null, orders: [{ orderId: null }] })
  })

  it('moves a complaint with its state', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason: 'r' }))
    expect(valueIn(await list(at)).complaints).toEqual([])
    expect(valueIn(await list(at, { status: 'replied' })).complaints).toMatchObject([{ id, replyBy: null }])
    valueIn(await completeComplaint(at, OPERATOR, { ...named, reason: 'r' }))
    expect(valueIn(await list(at, { status: 'completed' })).complaints).toMatchObject([{ id, completeBy: null }])
  })

  it('is paged to its end', async () => {
    const at = complaintWorld()
    const ids: string[] = []
    for (let count = 0; count < 7; count += 1) ids.push(await complained(at))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await list(at, { limit: 3, cursor }))
      seen.push(...page.complaints.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(ids)
  })

  it.each([
    'x',
    '',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('[1,"ACCOUNT#1","PROFILE"]').toString('base64url'),
    Buffer.from('[-1,"COMPLAINT#wechat_pay#1","COMPLAINT"]').toString('base64url'),
    Buffer.from('[1.5,"COMPLAINT#wechat_pay#1","COMPLAINT"]').toString('base64url'),
    Buffer.from('{"at":1}').toString('base64'),
  ])('refuses the cursor %j, which it never gave', async (cursor) => {
    const at = complaintWorld()
    const outcome = await list(at, { cursor })
    expect(outcome).toMatchObject({ refusal: { fields: [{ pointer: '/cursor' }] } })
  })
})

describe('P12 one complaint', () => {
  it("has the evidence, the payer's words and the answer that would be given", async () => {
    const at = complaintWorld()
    const { id, named, order, user } = await complainedOf(at, { who: person('mismatch'), offer: 'membership' })
    at.counter.happens(id, { text: '我要退全款' })
    const shown = valueIn(await readComplaint(at, named))
    expect(shown).toMatchObject({
      id,
      text: '我要退全款',
      evidence: [
        {
          orderId: order.id,
          priceFen: 1000,
          chosenAt: rfc3339(order.createdAt),
          paidAt: expect.any(String),
          verdict: { status: 'mismatch', decidedAt: expect.any(String), consentNotice: '2026-11' },
          refunds: [{ amountFen: 900, status: 'due', succeededAt: null }],
          forcedFen: 0,
        },
      ],
      suggestedReply: expect.stringContaining('应退的9.00元正在退回'),
      account: { maliciousComplaints: 0, bannedAt: null },
    })
    expect(JSON.stringify(shown)).not.toContain(person('mismatch').name)
    expect(user.accountId).toBe(shown.accountId)
  })

  it('is there without the words while the channel cannot be asked', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    at.counter.script.detail.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    expect(valueIn(await readComplaint(at, named))).toMatchObject({ text: null, evidence: [{}] })
  })

  it('about nobody’s order has no evidence and no answer', async () => {
    const at = complaintWorld()
    const id = await complained(at, { outTradeNo: 'another-shop' })
    const shown = valueIn(await readComplaint(at, { channel: 'wechat_pay', id }))
    expect(shown).toMatchObject({ evidence: [], suggestedReply: null, account: null })
  })

  it.each([
    { channel: 'wechat_pay', id: '404' },
    { channel: 'bank', id: '1' },
    { channel: 'wechat_pay', id: 'a#b' },
    { channel: '', id: '' },
  ])('is not found: %j', async (named) => {
    expect(codeOf(await readComplaint(complaintWorld(), named))).toBe('not_found')
  })
})

/** The routes on memory, served as their handler serves them; answers are held against the route's schema. */
const service = () => {
  const at = complaintWorld()
  const key = `smo_${at.ids.secret(32)}`
  const operators = async () => [{ id: 'ling', sha256: createHash('sha256').update(key).digest('hex') }]
  const faults: unknown[] = []
  const observer = {
    now: () => at.time.now,
    request: () => undefined,
    fault: (error: unknown) => void faults.push(error),
  }
  const shown = (complaint: Complaint) => showComplaint(complaint, at.settings.complaints)
  const handler = serve(
    observer,
    on(listComplaintsRoute, ({ bearer, query }) =>
      asOperator(bearer, operators, async () =>
        answered(200, await listComplaints(at, { ...query, limit: Number(query.limit) })),
      ),
    ),
    on(getComplaintRoute, ({ bearer, params }) =>
      asOperator(bearer, operators, async () => answered(200, await readComplaint(at, namedIn(params)))),
    ),
    on(replyRoute, ({ bearer, params, body }) =>
      asOperator(bearer, operators, async (by) =>
        answered(200, await replyToComplaint(at, by, { ...namedIn(params), ...body }), shown),
      ),
    ),
    on(completeRoute, ({ bearer, params, body }) =>
      asOperator(bearer, operators, async (by) =>
        answered(200, await completeComplaint(at, by, { ...namedIn(params), ...body }), shown),
      ),
    ),
    on(maliciousRoute, ({ bearer, params, body }) =>
      asOperator(bearer, operators, async (by) =>
        answered(200, await markMalicious(at, by, { ...namedIn(params), ...body }), ({ complaint, banned }) => ({
          complaint: shown(complaint),
          banned,
        })),
      ),
    ),
  )
  const ask = async (route: Route, asked: Asked = {}) => {
    const reply = await call(handler, route, { headers: { authorization: `Bearer ${key}` }, ...asked })
    const schema = route.answers[reply.status]
    if (schema) z.parse(schema, reply.body)
    return reply
  }
  return { at, ask, faults }
}

describe('P12 the calls of operators over HTTP', () => {
  it("from the list to the account's ban", async () => {
    const { at, ask, faults } = service()
    const { id, order } = await complainedOf(at)
    const params = { channel: 'wechat_pay', id }
    expect((await ask(listComplaintsRoute)).body).toMatchObject({ complaints: [{ id }], nextCursor: null })
    expect((await ask(getComplaintRoute, { params })).status).toBe(200)
    const body = { reason: ' 按规则处理 ' }
    expect((await ask(replyRoute, { params, body })).body).toMatchObject({ status: 'replied', lastReply: {} })
    expect((await ask(completeRoute, { params, body })).body).toMatchObject({ status: 'completed' })
    expect((await ask(maliciousRoute, { params, body })).body).toMatchObject({ banned: false })
    const again = await complained(at, { outTradeNo: order.id })
    const second = await ask(maliciousRoute, { params: { channel: 'wechat_pay', id: again }, body })
    expect(second.body).toMatchObject({ banned: true, complaint: { malicious: true } })
    expect((await ask(getComplaintRoute, { params })).body).toMatchObject({ account: { maliciousComplaints: 2 } })
    expect(faults).toEqual([])
  })

  it('need an operator', async () => {
    const { at, ask } = service()
    const { named, user } = await complainedOf(at)
    for (const authorization of ['', 'Bearer smo_wrong', `Bearer ${user.token}`, `Bearer ${at.platformKey}`])
      for (const route of [listComplaintsRoute, getComplaintRoute, replyRoute, completeRoute, maliciousRoute]) {
        const asked = { params: named, headers: { authorization }, body: { reason: 'x' } }
        expect((await ask(route, asked)).status).toBe(401)
      }
    expect(at.counter.said).toEqual([])
  })

  it.each([
    {},
    { reason: '' },
    { reason: '   ' },
    { reason: 'x'.repeat(501) },
    { reason: 'x', text: '' },
    { reason: 'x', text: '  ' },
    { reason: 'x', text: '长'.repeat(201) },
    { reason: 'x', text: 1 },
    { reason: 'x', more: 1 },
  ])('refuse %j', async (body) => {
    const { at, ask } = service()
    const { named } = await complainedOf(at)
    expect((await ask(replyRoute, { params: named, body })).status).toBe(400)
    expect(at.counter.said).toEqual([])
  })

  it('take 200 characters, also those of two code units', async () => {
    const { at, ask } = service()
    const { named } = await complainedOf(at)
    const text = '𠮷'.repeat(200)
    expect((await ask(replyRoute, { params: named, body: { reason: 'x', text } })).status).toBe(200)
    expect(at.counter.said).toMatchObject([{ text }])
  })

  it('tell clearly what the channel refused, and what was not confirmed', async () => {
    const { at, ask } = service()
    const { named } = await complainedOf(at)
    at.counter.script.reply.push(() => ({ kind: 'rejected', code: 'INVALID_REQUEST' }))
    const refusedReply = await ask(replyRoute, { params: named, body: { reason: 'x' } })
    expect(refusedReply).toMatchObject({
      status: 409,
      body: { code: 'complaint_refused_by_channel', channelCode: 'INVALID_REQUEST' },
    })
    expect((await ask(getComplaintRoute, { params: named })).body).toMatchObject({
      refusal: { deed: 'reply', channelCode: 'INVALID_REQUEST' },
    })
  })

  it.each<Record<string, string>>([
    { status: 'lost' },
    { limit: '0' },
    { limit: '101' },
    { cursor: 'x'.repeat(401) },
    { page: '1' },
  ])('refuse the query %j', async (query) => {
    const { ask } = service()
    expect((await ask(listComplaintsRoute, { query })).status).toBe(400)
  })

  it('list what ended without us', async () => {
    const { at, ask } = service()
    const { id } = await complainedOf(at)
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    await passes(at, HOUR)
    expect((await ask(listComplaintsRoute, { query: { status: 'withdrawn' } })).body).toMatchObject({
      complaints: [{ id, status: 'withdrawn' }],
    })
  })
})
