import { describe, expect, it } from 'vitest'
import type { AuditRecord } from '../../../functions/audit/chain.ts'
import { commitDeed } from '../../../functions/audit/commit-deed.ts'
import { type DeedAction, deedActions, deedSubjects } from '../../../functions/audit/deed.ts'
import { auditKeys } from '../../../functions/audit/keys.ts'
import { isDeedSubject } from '../../../functions/overview/deeds/deed-subject.ts'
import { deedsShown, showDeeds } from '../../../functions/overview/deeds/deed-view.ts'
import { readDeeds } from '../../../functions/overview/deeds/read-deeds.ts'
import { routes } from '../../../functions/routes.ts'
import { parse } from '../../../shared/http/request.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { cursorOf } from '../../../shared/table/list-cursor.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { remove, update } from '../../../shared/table/write.ts'
import { misfit } from '../../http-event.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'

const ID = '1'.repeat(32)
const ORDER = deedSubjects.order(ID)

const record = (nth: number, more: Partial<AuditRecord> = {}): AuditRecord => ({
  id: nth.toString(16).padStart(32, '0'),
  subject: ORDER,
  at: NOON + nth,
  by: { kind: 'operator', id: 'ling' },
  action: 'refund_recheck',
  detail: `${ID}v1`,
  reason: `第${nth}次`,
  ...more,
})

const filled = async (records: readonly AuditRecord[]) => {
  const table = memoryTable()
  for (const one of records) await commitDeed({ table }, one, [])
  return { table, clock: { now: () => NOON + 100 } }
}

describe('P11 M8 what operators did', () => {
  it('is read by whom it was done to, newest first, with who and why, in two calls', async () => {
    const other = deedSubjects.account(ID)
    const at = await filled([record(1), record(2, { action: 'refund_retry' }), record(3, { subject: other })])
    const calls = at.table.calls()
    const shown = showDeeds(valueIn(await readDeeds(at, { subject: ORDER, limit: 50 })), true)
    expect(at.table.calls()).toBe(calls + 2)
    expect(shown).toEqual({
      deeds: [2, 1].map((nth) => ({
        ...record(nth),
        n: nth,
        at: rfc3339(NOON + nth),
        ...(nth === 2 && { action: 'refund_retry' }),
        purpose: null,
        fields: null,
        sealed: false,
      })),
      unreadable: [],
      nextCursor: null,
    })
    expect(parse(deedsShown, shown).ok).toBe(true)
  })

  it('says null where nothing is to be told apart', async () => {
    const at = await filled([record(1, { detail: undefined })])
    expect(showDeeds(valueIn(await readDeeds(at, { subject: ORDER, limit: 1 })), true).deeds[0]?.detail).toBeNull()
  })

  it('says of an identity that was opened what for, and which fields', async () => {
    const at = await filled([
      record(1, { action: 'identity_read', detail: ID, purpose: 'complaint', fields: 'name phone' }),
    ])
    const [shown] = showDeeds(valueIn(await readDeeds(at, { subject: ORDER, limit: 1 })), true).deeds
    expect(shown).toMatchObject({ purpose: 'complaint', fields: ['name', 'phone'] })
  })

  it('P11 says why an identity was opened, and masks numbers in what was said, for who may see people; not for others', async () => {
    const reason = '李女士来电 19410011001'
    const opened = record(1, { action: 'identity_read', purpose: 'fraud', fields: 'name', detail: ID, reason })
    const at = await filled([opened, record(2, { reason })])
    const page = valueIn(await readDeeds(at, { subject: ORDER, limit: 5 }))
    const reasons = (seesPeople: boolean) => showDeeds(page, seesPeople).deeds.map((deed) => [deed.action, deed.reason])
    expect(reasons(true)).toEqual([
      ['refund_recheck', '李女士来电 194****1001'],
      ['identity_read', '李女士来电 194****1001'],
    ])
    expect(reasons(false)).toEqual([
      ['refund_recheck', '李女士来电 194****1001'],
      ['identity_read', ''],
    ])
  })

  it('is read a page at a time, each once', async () => {
    const at = await filled(Array.from({ length: 7 }, (_none, nth) => record(nth)))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await readDeeds(at, { subject: ORDER, limit: 3, cursor }))
      seen.push(...page.deeds.map(({ reason }) => reason))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined && seen.length < 20)
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((nth) => `第${nth}次`))
  })

  it('is complete but for a record that cannot be read, which is named', async () => {
    const at = await filled([record(1), record(2)])
    const key = auditKeys.record(ORDER, 1)
    await at.table.commit([update(key, { set: { action: 'nonsense' } })])
    const { deeds, unreadable } = valueIn(await readDeeds(at, { subject: ORDER, limit: 50 }))
    expect([deeds.map(({ at: when }) => when), unreadable]).toEqual([[NOON + 2], [`${key.pk} ${key.sk}`]])
  })
})

describe('P11 M8 what operators did on a day', () => {
  const other = deedSubjects.account(ID)

  it('is read whatever it was done to, newest first, today where no day is named, in three calls', async () => {
    const at = await filled([record(1), record(3, { subject: other }), record(2)])
    const calls = at.table.calls()
    const today = valueIn(await readDeeds(at, { limit: 50 }))
    expect(at.table.calls()).toBe(calls + 3)
    expect(today.deeds.map(({ at: when, subject, n }) => [when - NOON, subject, n])).toEqual([
      [3, other, 1],
      [2, ORDER, 2],
      [1, ORDER, 1],
    ])
    expect(valueIn(await readDeeds(at, { day: '20261120', limit: 50 }))).toEqual(today)
    expect(valueIn(await readDeeds(at, { day: '20261119', limit: 50 })).deeds).toEqual([])
  })

  it('is read a page at a time, each once', async () => {
    const at = await filled(Array.from({ length: 5 }, (_none, nth) => record(nth + 1)))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await readDeeds(at, { limit: 2, cursor }))
      seen.push(...page.deeds.map(({ reason }) => reason))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined && seen.length < 20)
    expect(seen).toEqual([5, 4, 3, 2, 1].map((nth) => `第${nth}次`))
  })

  it('names the records that are gone although their day knows of them', async () => {
    const at = await filled([record(1), record(2)])
    const key = auditKeys.record(ORDER, 1)
    await at.table.commit([remove(key)])
    const { deeds, unreadable } = valueIn(await readDeeds(at, { limit: 50 }))
    expect([deeds.map(({ n }) => n), unreadable]).toEqual([[2], [`${key.pk} ${key.sk}`]])
  })

  it.each([
    [{ subject: ORDER, day: '20261120' }, 'subject_or_day'],
    [{ subject: ORDER, cursor: cursorOf('AUDIT#1') }, 'invalid_cursor'],
    [{ cursor: cursorOf('AUDIT#0000000001') }, 'invalid_cursor'],
  ])('refuses %j', async (asked, code) => {
    expect(codeOf(await readDeeds(await filled([]), { ...asked, limit: 50 }))).toBe(code)
  })
})

describe('whom deeds are done to', () => {
  it.each([
    deedSubjects.account(ID),
    ORDER,
    deedSubjects.complaint('wechat_pay', '200201820200101080076610000'),
    deedSubjects.reconciliation('alipay', '20261120'),
    deedSubjects.statement('tencent_cloud', '20261120'),
    deedSubjects.review(ID, ID),
  ])('%s can be asked for', (subject) => {
    expect(isDeedSubject(subject)).toBe(true)
  })

  it.each([
    '',
    'order',
    'order:',
    `order:${ID}:1`,
    `order:${ID}#`,
    `refund:${ID}`,
    'constructor:1',
    'complaint:bank:1',
    'complaint:wechat_pay#1',
    'reconciliation:alipay:20260230',
    'statement:Tencent:20261120',
  ])('%j cannot', (subject) => {
    expect(isDeedSubject(subject)).toBe(false)
  })
})

/** What each call of an operator that changes something is written down as. */
const written: Record<string, readonly DeedAction[]> = {
  'POST /v1/operator/accounts/{id}/unban': ['account_unban'],
  'POST /v1/operator/accounts/{id}/appeal/reject': ['appeal_reject'],
  'POST /v1/operator/complaints/{channel}/{id}/reply': ['complaint_reply'],
  'POST /v1/operator/complaints/{channel}/{id}/complete': ['complaint_complete'],
  'POST /v1/operator/complaints/{channel}/{id}/malicious': ['complaint_malicious', 'account_ban'],
  'POST /v1/operator/reconciliations/{channel}/{day}/rerun': ['reconciliation_rerun'],
  'POST /v1/operator/reconciliations/{channel}/{day}/settlings': ['difference_propose'],
  'POST /v1/operator/orders/{orderId}/refunds/{name}/actions': [
    'refund_retry',
    'refund_propose_by_hand',
    'refund_recheck',
  ],
  'POST /v1/operator/proposals/{id}/approve': ['refund_paid_by_hand', 'difference_settle'],
  'POST /v1/operator/proposals/{id}/refuse': ['proposal_refuse'],
  'POST /v1/operator/reviews/{id}/ask': ['review_ask'],
  'POST /v1/operator/reviews/{id}/decision': ['review_decide'],
  'POST /v1/operator/reviews/{id}/second': ['review_second', 'review_reject_second'],
  'POST /v1/operator/vendor-statements': ['statement_import'],
  'POST /v1/operator/accounts/{id}/reveals': ['identity_read'],
  'POST /v1/operator/accounts/{account}/papers/{id}/looks': ['identity_read'],
  'POST /v1/operator/accounts/{account}/applications/{id}/looks': ['identity_read'],
  'POST /v1/operator/materials/{id}/views': ['identity_read'],
  'POST /v1/operator/dead-letters/{queue}/replay': ['dead_letters_replay'],
  'POST /v1/operator/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver': ['webhook_redeliver'],
  'POST /v1/operator/webhook-endpoints/{id}/enable': ['webhook_enable'],
  'POST /v1/operator/webhook-endpoints/{id}/disable': ['webhook_disable'],
  'POST /v1/operator/certificates/{id}/moves': ['certificate_suspend', 'certificate_revoke', 'certificate_reinstate'],
  'POST /v1/operator/operators': ['operator_invite'],
  'PUT /v1/operator/operators/{name}': ['operator_role', 'operator_disable', 'operator_enable'],
  'POST /v1/operator/operators/{name}/enrolment': ['operator_link'],
}

/** Which field says why, where it is not called so: what is asked of a user says it by itself, and a decision has a reason of its own. */
const reasonOf: Readonly<Record<string, string>> = {
  'POST /v1/operator/reviews/{id}/ask': '/what',
  'POST /v1/operator/reviews/{id}/decision': '/note',
}

/** By whoever takes the link that an operator gave them, signs in or is guessed at, and by who looks for somebody by their number. */
const byOthers: readonly DeedAction[] = [
  'operator_link_open',
  'operator_enrol',
  'operator_sign_in',
  'operator_lock_out',
  'number_search',
]

describe('every call with which an operator changes something', () => {
  const changing = routes.filter(
    ({ caller, method, needsNoStepUp }) => caller === 'operator' && method !== 'GET' && !needsNoStepUp,
  )

  it('has a word in the audit, and every word a call', () => {
    expect(changing.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(Object.keys(written).toSorted())
    expect([...new Set([...Object.values(written).flat(), ...byOthers])].toSorted()).toEqual(
      [...deedActions].toSorted(),
    )
  })

  it.each(changing.map((route) => ({ route, name: `${route.method} ${route.path}` })))(
    'wants a reason: $name',
    ({ route, name }) => {
      const pointer = reasonOf[name] ?? '/reason'
      expect(misfit(route, { body: {} })?.fields).toContainEqual(expect.objectContaining({ pointer }))
    },
  )
})
