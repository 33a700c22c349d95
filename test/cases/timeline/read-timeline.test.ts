import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { appealBan } from '../../../functions/account/bans/appeal-ban.ts'
import { rejectAppeal } from '../../../functions/account/bans/decide-ban.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { type LineKind, lineKinds } from '../../../functions/cases/timeline/line-kinds.ts'
import { readTimeline } from '../../../functions/cases/timeline/read-timeline.ts'
import { showTimeline, timelineShown } from '../../../functions/cases/timeline/timeline-view.ts'
import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { followComplaint } from '../../../functions/complaints/following/follow-complaint.ts'
import { messagingKeys } from '../../../functions/messaging/keys.ts'
import { bearerClaim } from '../../../functions/messaging/sending/find-sender.ts'
import { send } from '../../../functions/messaging/sending/send.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { actOnRefund } from '../../../functions/payment/refunds/act-on-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { administrator, certificationWorld, drafted, submits } from '../../certification/applications/applying.ts'
import { complainedOf, complaintWorld } from '../../complaints/fixture.ts'
import { checkingWorld, proven, verified } from '../../documents/checking/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { nextStep, OPERATOR, owed, stuck } from '../../operator.ts'
import { bound, CARD, cardNumber, unbound } from '../../wallet/cards/fixture.ts'
import { ban, bought, decided, drained, enter, person, type World, world } from '../../world.ts'

const page = async (
  at: World,
  accountId: string,
  of: { kinds?: readonly LineKind[]; limit?: number; cursor?: string } = {},
) => {
  const read = valueIn(await readTimeline(at, { accountId, limit: 100, ...of }))
  return z.parse(timelineShown, JSON.parse(JSON.stringify(showTimeline(read))))
}

/** As `kind event`, newest first. */
const told = async (at: World, accountId: string, ...kinds: LineKind[]): Promise<string[]> =>
  (await page(at, accountId, kinds.length > 0 ? { kinds } : {})).lines.map(({ kind, event }) => `${kind} ${event}`)

describe('M8 the time line of an account happy', () => {
  it('tells a verification from its submission to the money that is back, with fen and the numbers of channel and vendor', async () => {
    const at = world()
    const refund = await owed(at, { offer: 'membership' })
    at.time.now += HOUR
    await giveBack(at, refund.id)
    at.channel.finishes(refund.number)
    await nextStep(at, refund)
    const { user, order, verification, number } = refund
    const { lines } = await page(at, user.accountId)
    const tale = lines.map(({ kind, event, amountFen, number: called }) => [kind, event, amountFen, called])
    expect(tale).toEqual(
      expect.arrayContaining([
        ['refund', 'back', 1000, number],
        ['refund', 'taken', 1000, number],
        ['refund', 'owed', 1000, number],
        ['payment', 'paid', 1000, order.id],
        ['order', 'opened', 1000, null],
        ['verification', 'no_record', null, null],
        ['verification', 'submitted', null, null],
        ['consent', 'agreed', null, null],
      ]),
    )
    expect(lines.find(({ kind }) => kind === 'vendor_call')).toMatchObject({
      event: 'answered',
      subject: verification.id,
      orderId: order.id,
    })
    expect(lines.map(({ at: time }) => time)).toEqual(
      lines
        .map(({ at: time }) => time)
        .toSorted()
        .reverse(),
    )
    expect(JSON.stringify(lines)).not.toContain(person('no_record').name)
  })
  it('tells an app by each of its names, whom it is certified for and every step of its certification', async () => {
    const at = certificationWorld()
    const mine = await drafted(at, '晨光读书', '晨光读书会')
    const { user, appId, id, applicant } = mine
    at.time.now += HOUR
    valueIn(await submits(at, mine))
    const { lines } = await page(at, user.accountId, { kinds: ['app', 'applicant', 'application'] })
    expect(lines.map(({ kind, event, subject, name }) => [kind, event, subject, name])).toEqual([
      ['application', 'submitted', id, '晨光读书会'],
      ...lines.slice(1).map(({ kind, event, subject, name }) => [kind, event, subject, name]),
    ])
    expect(lines.slice(1).map(({ kind, event, subject, name }) => [kind, event, subject, name])).toEqual(
      expect.arrayContaining([
        ['application', 'created', id, '晨光读书会'],
        ['applicant', 'kept', applicant, null],
        ['app', 'created', appId, '晨光读书'],
      ]),
    )
    expect(lines).toHaveLength(4)
  })
  it('tells an organisation by its public name and code, and nobody who represents it', async () => {
    const at = certificationWorld()
    const { user } = await administrator(at)
    const [company] = companies
    if (!company) throw new Error('the catalogue has no company')
    const { creditCode, name: companyName, legalRepresentative: name, idNumber } = company
    const typed = { kind: 'enterprise', creditCode, companyName, representative: { name, idNumber } } as const
    valueIn(await keepApplicant(at, user.accountId, typed))
    const { lines } = await page(at, user.accountId, { kinds: ['applicant'] })
    expect(lines[0]).toMatchObject({ event: 'kept', name: companyName, number: creditCode })
    for (const secret of [name, idNumber]) expect(JSON.stringify(lines)).not.toContain(secret)
  })
  it('has the deeds about its orders, with who did them and why', async () => {
    const at = world()
    const refund = await stuck(at)
    valueIn(
      await actOnRefund(at, OPERATOR, {
        orderId: refund.order.id,
        name: refund.name,
        action: 'retry',
        reason: '用户来电',
      }),
    )
    const { lines } = await page(at, refund.user.accountId, { kinds: ['deed'] })
    expect(lines).toMatchObject([
      { event: 'refund_retry', detail: refund.number, reason: '用户来电', by: { kind: 'operator_key', id: 'wang' } },
      {
        event: 'identity_read',
        detail: refund.verification.id,
        purpose: 'vendor_check',
        fields: ['idNumber', 'name', 'phone'],
        reason: null,
        by: { kind: 'service' },
      },
    ])
  })
  it('has the cards of the account by their last four digits: every time one was typed, why one was not bound, and when one was taken off', async () => {
    const at = world()
    const { user } = await decided(at)
    const lost = { kind: 'refused', because: 'card_unusable', billed: 'yes', vendorCode: '-7', card: 'lost' } as const
    const [card, other] = [await bound(at, { user }), await bound(at, { user, number: cardNumber(1) }, lost)]
    at.time.now += HOUR
    valueIn(await unbound(at, user, card.id))
    at.time.now += HOUR
    await bound(at, { user })
    const { lines, unreadable } = await page(at, user.accountId, { kinds: ['card'] })
    expect(unreadable).toEqual([])
    expect(lines.filter(({ subject }) => subject === card.id).map(({ event }) => event)).toEqual([
      ...['bound', 'submitted', 'unbound', 'bound', 'submitted'],
    ])
    expect(lines.filter(({ subject }) => subject === other.id)).toMatchObject([
      { event: 'refused', reason: 'lost', number: '0001', orderId: null },
      { event: 'submitted', reason: null },
    ])
    expect(JSON.stringify(lines)).not.toContain(CARD)
  })
  it('has the photos of identity cards that were handed in, and what became of each', async () => {
    const at = checkingWorld()
    const { user } = await verified(at)
    const { id } = await proven(at, { user }, { kind: 'verdict', verdict: 'mismatch', billed: 'yes', vendorCode: '-1' })
    const { lines } = await page(at, user.accountId, { kinds: ['document'] })
    expect(lines).toMatchObject([
      { event: 'refused', reason: 'data_differ', subject: id },
      { event: 'submitted', subject: id },
    ])
  })
  it('has a ban, the appeal against it and what was decided', async () => {
    const at = world()
    const { accountId } = await enter(at)
    await ban(at, { accountId })
    at.time.now += HOUR
    await appealBan(at, accountId, '误会')
    at.time.now += HOUR
    await rejectAppeal(at, OPERATOR, { accountId, reason: '证据充分' })
    expect(await told(at, accountId, 'ban', 'appeal', 'deed')).toEqual([
      'appeal rejected',
      'deed appeal_reject',
      'appeal opened',
      'ban banned',
    ])
  })
  it('has the complaints about its orders, once it is known whose they are', async () => {
    const at = complaintWorld()
    const { user, id, order } = await complainedOf(at)
    await followComplaint(at, `wechat_pay#${id}`)
    const { lines } = await page(at, user.accountId, { kinds: ['complaint'] })
    expect(lines).toMatchObject([{ event: 'opened', number: id, channel: 'wechat_pay', orderId: order.id }])
  })
  it('has messages without their words, as long as they are kept', async () => {
    const at = world()
    const { user } = await decided(at)
    const draft = { title: '标题', content: '只有收信人看', template: 'txt', channel: 'inbox' } as const
    const { id } = valueIn(await send(at, bearerClaim(user.token), ok(draft)))
    const { lines } = await page(at, user.accountId, { kinds: ['message'] })
    const [sent, noticed] = lines
    expect(sent).toMatchObject({ event: 'delivered', subject: id, vendor: 'inbox' })
    expect(noticed, 'that the account was verified').toMatchObject({ event: 'delivered', vendor: 'inbox' })
    expect(lines).toHaveLength(2)
    expect(JSON.stringify(lines)).not.toMatch(/标题|收信人/)
    at.time.now += at.settings.keeping.messageMs + DAY
    expect(await told(at, user.accountId, 'message')).toEqual([])
  })
  it('shows a payment that bought nothing beside the one that did, and that it goes back', async () => {
    const at = world()
    const { user, order, fact } = await bought(at)
    await recordPayment(at, { ...fact, transactionId: 't2', outTradeNo: outTradeNo(order.id, 2) })
    expect(await told(at, user.accountId, 'payment', 'refund')).toEqual(['payment paid', 'payment paid', 'refund owed'])
  })
  it('of nobody who was ever here has nothing, and of one who did nothing an end', async () => {
    const at = world()
    const { accountId } = await enter(at)
    expect(await page(at, accountId)).toEqual({ lines: expect.any(Array), unreadable: [], nextCursor: null })
    expect(codeOf(await readTimeline(at, { accountId: '0'.repeat(32), limit: 1 }))).toBe('not_found')
  })
})

describe('M8 the time line of an account in pages', () => {
  it('is the same however long its pages are, whatever kinds are asked for', async () => {
    const at = world()
    const user = await enter(at)
    for (const outcome of ['mismatch', 'no_record'] as const) {
      await decided(at, { user, who: person(outcome), offer: 'membership' })
      await drained(at)
      at.time.now += HOUR
    }
    await decided(at, { user, who: person('match') })
    const draft = { title: '', content: 'hello', template: 'txt', channel: 'inbox' } as const
    for (let nth = 0; nth < 7; nth += 1) {
      at.time.now += HOUR
      valueIn(await send(at, bearerClaim(user.token), ok({ ...draft, content: `hello ${nth}` })))
    }
    const { accountId } = user
    for (const kinds of [undefined, ['message', 'disclosure'], ['refund'], [...lineKinds].reverse()] as (
      | LineKind[]
      | undefined
    )[]) {
      const whole = (await page(at, accountId, { kinds })).lines.map(({ kind, id }) => `${kind} ${id}`)
      expect(new Set(whole).size).toBe(whole.length)
      for (const limit of [1, 2, 3, 5]) {
        const walked: string[] = []
        let cursor: string | undefined
        do {
          const next = await page(at, accountId, { kinds, limit, cursor })
          walked.push(...next.lines.map(({ kind, id }) => `${kind} ${id}`))
          cursor = next.nextCursor ?? undefined
        } while (cursor)
        expect(walked.toSorted()).toEqual(whole.toSorted())
      }
    }
  })
})

describe('M8 the time line of an account hostile', () => {
  it('names what it cannot read and tells the rest', async () => {
    const at = world()
    const { user, verification } = await decided(at)
    const { accountId } = user
    const key = verificationKeys.verification(accountId, verification.id)
    await at.table.commit([update(key, { set: { status: 'lost' } })])
    const read = await page(at, accountId)
    expect(read.unreadable).toEqual([`${key.pk} ${key.sk}`])
    expect(read.lines.map(({ kind }) => kind)).toContain('payment')
    expect(messagingKeys.message(accountId, 'x').pk).toBe(accountKeys.profile(accountId).pk)
  })
  it.each([
    '',
    'x',
    ...['null', '[]', '{}', '{"payment":"1"}', '{"sms":"x"}'].map((text) => Buffer.from(text).toString('base64url')),
  ])('refuses a cursor that is none of it: %s', async (cursor) => {
    const at = world()
    const { accountId } = await enter(at)
    expect(codeOf(await readTimeline(at, { accountId, limit: 1, cursor }))).toBe('invalid_cursor')
  })
  it.each(['', 'x', '#', 'AUDIT#1'])('finds no account under anything: %s', async (accountId) => {
    expect(codeOf(await readTimeline(world(), { accountId, limit: 1 }))).toBe('not_found')
  })
})
