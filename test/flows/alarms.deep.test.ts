import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { importStatementRoute } from '../../functions/bookkeeping/vendor-statement.route.ts'
import { searchRoute } from '../../functions/cases/search.route.ts'
import { replyRoute } from '../../functions/complaints/operator.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { editOperatorRoute } from '../../functions/operators/manage.route.ts'
import { operatorSignInRoute } from '../../functions/operators/sign-in.route.ts'
import { cancelOrderRoute } from '../../functions/payment/cancel.route.ts'
import { lookForPaymentRoute } from '../../functions/payment/look.route.ts'
import { refundActionRoute } from '../../functions/payment/operator-refunds.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { sendEmailCodeRoute } from '../../functions/profile/email.route.ts'
import { askForHelpRoute } from '../../functions/review/user.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import {
  complainRoute,
  complaintActionRoute,
  forcedRefundRoute,
} from '../../functions/sandbox/control-channels.route.ts'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { createEndpointRoute, sendTestRoute } from '../../functions/webhooks/endpoint.route.ts'
import { newKeyRing } from '../../infra/sandbox-secrets.ts'
import { typeCard } from '../../local/demo/card.ts'
import { appOfPerson, askAboutCompany, confirmByPicture, sendIn } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import type { Platform } from '../../local/demo/platform.ts'
import {
  codeFor,
  codeToScan,
  credentialsFor,
  formOf,
  messageToken,
  type Offer,
  scan,
  signIn,
  verificationNow,
} from '../../local/demo/user.ts'
import { visitInside, visitorAt } from '../../local/demo/wechat-visitor.ts'
import { beijingDay, DAY, rfc3339 } from '../../shared/kernel/time.ts'
import { faultOf } from '../alarms/misheard.ts'
import { told } from '../alarms/told.ts'
import { freshKey } from '../fresh-key.ts'
import { type Instance, instanceFolder, startInstance } from './instance.ts'
import { toMorning } from './morning.ts'
import { freshSession } from './platform-session.ts'
import { submitted, verifiedUser } from './way.ts'
import { wechatBrowser } from './wechat-browser.ts'

/** From how many codes of a day on somebody is told. */
const MANY_CODES = 3

/** What was seen to happen, as `<function> <event>`. */
const seen = new Set<string>()

/** Tests that a function has printed these events, and that each of its lines does what it must by the filters of the templates. */
const hears = async ({ engine }: Instance, fn: string, ...events: string[]): Promise<void> => {
  const all = await engine.heard()
  for (const event of events) {
    const lines = all.filter((one) => one.fn === fn && one.message === event)
    expect(lines.length, `${fn} says ${event}`).toBeGreaterThan(0)
    expect(lines.map(faultOf), `${fn} is heard saying ${event}`).toEqual(lines.map(() => undefined))
    seen.add(`${fn} ${event}`)
  }
}

/** A test company of which all is as it is registered. */
const testCompany = (nth: number) => {
  const found = companies.filter(({ outcome }) => outcome === 'consistent')[nth]
  if (!found) throw new Error('no such test company')
  return found
}

const armed = (platform: Platform, target: string, mode: string, times = 1000, subject?: string) =>
  platform.must(faultsRoute, { body: { target, mode, times, ...(subject && { subject }) } })

describe('an alarm rings for what the service really says', () => {
  let instance: Instance
  let platform: Platform
  let token: string
  const reason = '按证据处理'
  const begun = async (outcome: string, offer: Offer) => {
    const way = await submitted(instance, outcome, offer)
    return { ...way, ...(await codeToScan(platform, way.user, way.orderId)) }
  }

  beforeAll(async () => {
    instance = await startInstance({
      reconciliation: { channels: ['wechat_pay', 'alipay'] },
      sms: { alarmAfter: MANY_CODES },
      cases: { numberMissesPerDay: 1 },
      // Only what is broken on purpose may fail, however busy the machine.
      vendor: { connectMs: 9000, totalMs: 9000 },
    })
    platform = instance.platform
    token = instance.operatorKey
  })

  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('of our account at a channel, whoever meets it', async () => {
    const { user, person, id, orderId } = await submitted(instance, 'match', 'fee')
    const pay = { params: { id: orderId }, body: { method: 'wechat_native' }, token: user.token }
    await armed(platform, 'wechat_pay_create', 'no_auth', 1)
    expect(await platform.call(payRoute, pay)).toMatchObject({ status: 503 })
    await hears(instance, 'payment-pay', 'payment_channel_needs_repair')

    await platform.must(payRoute, pay)
    for (const target of ['wechat_pay_close', 'wechat_pay_query']) await armed(platform, target, 'no_auth')
    expect(await platform.call(cancelRoute, { params: { id }, token: user.token })).toMatchObject({ status: 503 })
    await hears(instance, 'verification-cancel', 'payment_channel_needs_repair')
    const giveUp = { params: { id: orderId }, token: user.token }
    expect(await platform.call(cancelOrderRoute, giveUp)).toMatchObject({ status: 503 })
    await hears(instance, 'payment-cancel', 'payment_channel_needs_repair')
    expect(await platform.call(lookForPaymentRoute, giveUp)).toMatchObject({ status: 503 })
    await hears(instance, 'payment-look', 'payment_channel_needs_repair')

    // Nobody can say for long whether it was paid.
    await platform.pass('32m')
    await hears(instance, 'payment-order', 'payment_channel_needs_repair')
    await platform.pass('62m')
    await hears(instance, 'payment-order', 'order_not_ended')
    const again = { body: formOf(person, 'fee', await codeFor(platform, person.phone, user.token)), token: user.token }
    await platform.call(submitRoute, { ...again, headers: freshKey() })
    await hears(instance, 'verification-submit', 'payment_channel_needs_repair')
    for (const target of ['wechat_pay_close', 'wechat_pay_query']) await armed(platform, target, 'no_auth', 0)
    await platform.pass('2m')
  })

  it('of an endpoint of the platform that has taken nothing for days, and only a note of one that is gone', async () => {
    const { platformKey, receiver } = instance
    const made = []
    for (const path of ['/failing', '/gone']) {
      const body = { url: `http://${receiver.address}${path}`, events: ['*'] }
      made.push(await platform.must(createEndpointRoute, { token: platformKey, body }))
    }
    const [failing, gone] = made.map(({ id }) => ({ token: platformKey, params: { id } }))
    receiver.answers.push(410)
    await platform.must(sendTestRoute, gone)
    await platform.pass('0s')
    await hears(instance, 'webhooks-deliver', 'webhook_endpoint_gone')
    receiver.answers.push(...Array.from({ length: 100 }, () => 500))
    await platform.must(sendTestRoute, failing)
    await platform.pass('0s')
    // One event alone says nothing of the endpoint.
    for (const time of ['10s', '7m', '40m', '3h', '7h', '13h', '18h', '25h', '30h']) await platform.pass(time)
    await hears(instance, 'webhooks-deliver', 'webhook_delivery_failed')
    for (let nth = 0; nth < 2; nth += 1) await platform.must(sendTestRoute, failing)
    for (const time of ['0s', '6m', '6m', '6m', '74h', '6m', '6m']) await platform.pass(time)
    await hears(instance, 'webhooks-deliver', 'webhook_endpoint_failing')
    receiver.answers.length = 0
  })

  it('of texts, when they are many and when the vendor sends none', async () => {
    const ask = async () => {
      const { phone } = await instance.person('match')
      return platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
    }
    // All in one day, whenever that of the others ended.
    for (let codes = 0; codes < MANY_CODES; codes += 1) expect(await ask()).toMatchObject({ ok: true })
    await armed(platform, 'tencent_sms', 'insufficient_balance', 1)
    expect(await ask()).toMatchObject({ problem: { code: 'sms_unavailable' } })
    await hears(instance, 'account-sms-code', 'sms_codes_many', 'sms_vendor_needs_repair')
  })

  it('of a text that does not arrive only a note, and no alarm', async () => {
    const { phone } = await instance.person('match')
    await armed(platform, 'tencent_sms', 'phone_off', 1)
    const { smsCodeId } = await platform.shiming.smsCodes.send(phone)
    await platform.pass('2s')
    expect(await platform.shiming.smsCodes.report(phone, smsCodeId)).toMatchObject({ reason: 'unreachable' })
    await hears(instance, 'account-sms-code', 'sms_not_delivered')
  })

  it('of e-mail, when its vendor sends none', async () => {
    const { token } = await freshSession(instance)
    const body = { email: 'alarmed@example.com' }
    await armed(platform, 'tencent_ses', 'insufficient_quota', 1)
    expect(await platform.call(sendEmailCodeRoute, { token, body })).toMatchObject({
      problem: { code: 'email_unavailable' },
    })
    await hears(instance, 'profile-email', 'mail_vendor_needs_repair')
  })

  it('of WeChat, when it refuses us, and only a note when it refuses a code', async () => {
    const browser = wechatBrowser(platform, (await freshSession(instance)).token)
    await armed(platform, 'wechat_token', 'wrong_secret', 1)
    expect(await browser.authorize()).toContain('wechat=unavailable')
    await armed(platform, 'wechat_token', 'high_risk_user', 1)
    expect(await browser.authorize()).toContain('wechat=barred')
    await hears(instance, 'account-wechat', 'wechat_vendor_needs_repair', 'wechat_code_not_exchanged')
    const visitor = visitorAt(platform.url)
    await armed(platform, 'wechat_token', 'wrong_secret', 1)
    expect(await visitInside(visitor, platform.url)).toContain('wechat=unavailable')
    await armed(platform, 'wechat_token', 'high_risk_user', 1)
    expect(await visitInside(visitor, platform.url)).toContain('wechat=barred')
    await hears(instance, 'account-wechat-sign-in', 'wechat_vendor_needs_repair', 'wechat_code_not_exchanged')
  })

  it('of somebody who guesses at an operator, and only a note of each wrong try', async () => {
    await operatorAt(instance, 'guessed', 'support')
    const body = { name: 'guessed', password: 'none of theirs', code: '000000' }
    for (let nth = 0; nth < 12; nth += 1) await platform.call(operatorSignInRoute, { body })
    await hears(instance, 'operators-sign-in', 'operator_guessed_at', 'operator_sign_in_refused')
  })

  it('of a vendor of texts that sends no results of certifications', async () => {
    const { user, person } = await verifiedUser(instance, 'fee')
    await typeCard(platform, user, { phone: user.phone })
    await platform.pass('61s')
    const { id } = await sendIn(platform, await appOfPerson(platform, user, '听雨书房'), { certifiedName: '听雨夜读' })
    await confirmByPicture(platform, user, id, person.idNumber)
    // Nobody pays for it, which its administrator is texted.
    await armed(platform, 'tencent_sms', 'insufficient_balance', 1)
    await platform.pass('26h')
    await hears(instance, 'certification-text', 'sms_vendor_needs_repair')
  })

  it('of vendors of faces, and only a note when one lets us in again', async () => {
    const begin = async () => {
      const { user } = await verifiedUser(instance, 'fee')
      const notice = (await platform.shiming.faceTerms.get()).consent.version
      const asked = platform.shiming.withSession(user.token).faceChecks
      return { asked, user, open: () => asked.open({ consent: { notice, agreed: true } }) }
    }
    await armed(platform, 'tencent_face', 'arrears', 1)
    await (await begin()).open()
    await hears(instance, 'face-open', 'face_vendor_needs_repair')
    await platform.pass('6m')
    const { open, asked, user } = await begin()
    const check = await open()
    await hears(instance, 'face-open', 'face_vendor_recovered')
    await armed(platform, 'tencent_face', 'arrears', 1, user.phone)
    await asked.look(check.id)
    await hears(instance, 'face-look', 'face_vendor_needs_repair')
    await platform.sandbox.face({ url: check.page?.url ?? '', deed: 'pass', times: 1 })
    await armed(platform, 'tencent_face', 'other_person', 1, user.phone)
    await platform.pass('2s')
    await asked.look(check.id)
    await hears(instance, 'face-look', 'face_vendor_confirmed_another')

    // Nobody ever learns what became of this one.
    const last = await begin()
    await last.open()
    await armed(platform, 'tencent_face', 'error_500', 1000, last.user.phone)
    await platform.pass('72h')
    await hears(instance, 'face-follow', 'face_check_never_answered')
  })

  it('of vendors that look companies up, and only a note when one lets us in again', async () => {
    const { user } = await verifiedUser(instance, 'fee')
    await armed(platform, 'tencent_company', 'arrears', 1)
    await askAboutCompany(platform, user, testCompany(0))
    await hears(instance, 'certification-check', 'company_vendor_needs_repair')
    await platform.pass('6m')
    await askAboutCompany(platform, user, testCompany(1))
    await hears(instance, 'certification-check', 'company_vendor_recovered')
  })

  it('of the identity vendor, and only a note when it lets us in again', async () => {
    await armed(platform, 'tencent_faceid', 'arrears', 1)
    await scan(platform, (await begun('match', 'fee')).codeUrl)
    await platform.pass('0s')
    await hears(instance, 'verification-check', 'identity_vendor_needs_repair')
    await platform.pass('6m')
    await hears(instance, 'verification-check', 'identity_vendor_recovered')
  })

  it('of refunds and complaints, half way, late, too late and before a person', async () => {
    const member = await begun('match', 'membership')
    await scan(platform, member.codeUrl)
    await platform.pass('1m')
    const complain = async (outTradeNo: string) => {
      const { complaintId } = await platform.must(complainRoute, { body: { outTradeNo, text: '要求退款' } })
      await platform.pass('1m')
      return { params: { channel: 'wechat_pay', id: complaintId }, token }
    }
    await complain(member.outTradeNo)

    const lost = await begun('no_record', 'fee')
    await armed(platform, 'wechat_pay_refund', 'abnormal', 1, lost.outTradeNo)
    await scan(platform, lost.codeUrl)
    // The channel tells of it before the worker asks.
    await platform.pass('0s')
    await platform.pass('10s')
    await hears(instance, 'payment-wechat-pay-notification', 'refund_needs_operator')

    const owed = await begun('no_record', 'fee')
    await armed(platform, 'wechat_pay_refund', 'no_auth', 1000, owed.outTradeNo)
    await scan(platform, owed.codeUrl)
    await platform.pass('0s')
    await hears(instance, 'payment-refund', 'payment_channel_needs_repair')
    // Somebody waits for a person as long.
    await platform.must(askForHelpRoute, {
      token: owed.user.token,
      body: { subject: 'payment', text: '退款没有到账' },
    })
    await platform.pass('12h')
    await hears(instance, 'payment-refund', 'refund_late')
    await hears(instance, 'complaints-follow', 'complaint_reply_half')
    await platform.pass('8h')
    await hears(instance, 'payment-refund', 'refund_overdue')
    await hears(instance, 'complaints-follow', 'complaint_reply_late')
    await hears(instance, 'review-follow', 'review_answer_late')
    await platform.pass('4h')
    await hears(instance, 'review-follow', 'review_answer_missed')
    await hears(instance, 'complaints-follow', 'complaint_reply_missed')
    await platform.pass('13h')
    await hears(instance, 'complaints-follow', 'complaint_complete_half')
    await platform.pass('24h')
    await hears(instance, 'complaints-follow', 'complaint_complete_late')
    await platform.pass('13h')
    await hears(instance, 'complaints-follow', 'complaint_complete_missed')
    await hears(instance, 'payment-refund', 'refund_needs_operator')
    await platform.pass('7h')
    await hears(instance, 'payment-refund', 'refund_waits_for_operator')

    const recheck = {
      params: { orderId: owed.orderId, name: `${owed.outTradeNo}v` },
      body: { action: 'recheck', reason },
      token,
    }
    await armed(platform, 'wechat_pay_refund_query', 'no_auth', 1)
    await platform.call(refundActionRoute, recheck)
    await hears(instance, 'payment-operator-refunds', 'payment_channel_needs_repair', 'refund_waits_for_operator')
    await armed(platform, 'wechat_pay_refund_query', 'unknown_state', 1, lost.outTradeNo)
    await platform.pass('7h')
    await hears(instance, 'payment-refund', 'payment_channel_word_unknown')
  })

  it('of complaints that the channel does not show or does not let us answer', async () => {
    const { codeUrl, outTradeNo } = await begun('match', 'fee')
    await scan(platform, codeUrl)
    await platform.pass('1m')
    const complain = async () => {
      const { complaintId: id } = await platform.must(complainRoute, { body: { outTradeNo, text: '要求退款' } })
      return { params: { channel: 'wechat_pay', id }, token }
    }
    await armed(platform, 'wechat_pay_complaint', 'not_exists', 1, outTradeNo)
    const first = await complain()
    await platform.pass('0s')
    await hears(instance, 'complaints-follow', 'complaint_unknown_at_channel')
    await platform.pass('6m')
    await armed(platform, 'wechat_pay_complaint', 'no_auth', 1, outTradeNo)
    await platform.call(replyRoute, { ...first, body: { reason } })
    await hears(instance, 'complaints-operator', 'payment_channel_needs_repair')
    await armed(platform, 'wechat_pay_complaint', 'no_auth', 1, outTradeNo)
    await platform.pass('10m')
    await hears(instance, 'complaints-follow', 'payment_channel_needs_repair')
    await platform.pass('10m')

    const second = await complain()
    await platform.pass('1m')
    await armed(platform, 'wechat_pay_complaint', 'not_exists', 1, outTradeNo)
    await platform.call(replyRoute, { ...second, body: { reason } })
    await hears(instance, 'complaints-operator', 'complaint_unknown_at_channel')
    await platform.pass('10m')

    // Whether a further reply arrived cannot be seen, so nobody sends it twice.
    instance.engine.faults.add({
      ...{ target: 'function', fn: 'complaints-operator' },
      ...{ operation: 'TransactWriteItems', action: 'kill_after' },
    })
    await platform.call(replyRoute, { ...second, body: { reason, text: '已补充说明' } })
    await platform.pass('10m')
    await hears(instance, 'complaints-follow', 'complaint_deed_refused')
    await platform.must(complaintActionRoute, { params: { id: second.params.id }, body: { action: 'force_refund' } })
    await platform.pass('61m')
    await hears(instance, 'complaints-follow', 'refund_forced')
    await armed(platform, 'wechat_pay_complaint', 'no_auth')
    await platform.pass('61m')
    await armed(platform, 'wechat_pay_complaint', 'no_auth', 0)
    await hears(instance, 'complaints-watch', 'complaints_not_listed', 'payment_channel_needs_repair')
  })

  it('of an operator who searches for the numbers of people nobody has', async () => {
    const { token: person } = await operatorAt(instance, 'guesser', 'support')
    const guess = { token: person, body: { text: '19410029999' } }
    expect((await platform.must(searchRoute, guess)).hits).toEqual([])
    expect(await platform.call(searchRoute, guess)).toMatchObject({ status: 429, problem: { code: 'too_often' } })
    await hears(instance, 'cases-search', 'number_search_misses')
  })

  it('of somebody who comes to be one who approves', async () => {
    const { token: admin } = await operatorAt(instance, 'promoter', 'admin')
    await hears(instance, 'operators-sign-in', 'approver_let_in')
    await operatorAt(instance, 'promoted', 'support')
    const body = { role: 'finance', reason: '转岗' } as const
    await platform.must(editOperatorRoute, { params: { name: 'promoted' }, body, token: admin })
    await hears(instance, 'operators-manage', 'approver_let_in')
  })

  it('of a day of the audit that was over for long before its root was made', async () => {
    await platform.pass('24h')
    await platform.pass('48h')
    await hears(instance, 'audit-roots', 'audit_root_overdue')
  })

  it('of bills and statements that do not agree with ours, and only a note of what a channel says in vain', async () => {
    // What follows must not run into the next day.
    await toMorning(instance.engine)
    const today = beijingDay(instance.engine.now())
    await armed(platform, 'wechat_pay_bill', 'creating', 1000, today)
    await armed(platform, 'alipay_bill', 'damaged', 1, today)
    const paid = async () => {
      const { user, orderId } = await submitted(instance, 'match', 'membership')
      const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId, 'alipay_qr')
      await scan(platform, codeUrl)
      await platform.pass('1m')
      return outTradeNo
    }
    await armed(platform, 'alipay_bill_row', 'amount_differs', 20, await paid())
    // Of a code Alipay tells that something went back, and never that all did.
    await platform.must(forcedRefundRoute, { body: { outTradeNo: await paid(), refundFen: 300 } })
    await platform.pass('1m')
    await hears(instance, 'payment-alipay-notification', 'notification_not_understood')

    // The bill is asked for late in the morning, and once more an hour later.
    for (const time of ['24h', '12h', '2h', '2h']) await platform.pass(time)
    await hears(instance, 'bookkeeping-reconcile', 'bill_damaged', 'refund_forced', 'reconciliation_difference')
    for (let days = 0; days < 3; days += 1) {
      await armed(platform, 'wechat_pay_bill', 'no_auth', 1)
      await platform.pass('24h')
    }
    await platform.pass('2h')
    await hears(instance, 'bookkeeping-reconcile', 'bill_never_came', 'fund_bill_never_came')
    await hears(instance, 'bookkeeping-reconcile', 'payment_channel_needs_repair')

    const at = rfc3339(instance.engine.now() - DAY)
    const csv = `requestId,calledAt,code,billed\nnobody-knows-it,${at},0,yes`
    const statement = { vendor: 'tencent_cloud', day: beijingDay(instance.engine.now() - DAY), csv, reason }
    await platform.must(importStatementRoute, { body: statement, token })
    await hears(instance, 'bookkeeping-vendor-statement', 'vendor_statement_differs')
  })
})

describe('secrets that were changed', () => {
  it('ring where a key is gone or an account is not ours, and a key that is going is noted', async () => {
    const folder = await instanceFolder()
    const secretsFile = join(folder, 'secrets.json')
    const rotate = async (keys: (before: Record<string, string>, fresh: string) => Record<string, string>) => {
      const secrets: Record<string, string> = JSON.parse(await readFile(secretsFile, 'utf8'))
      const ring: { keys: Record<string, string> } = JSON.parse(secrets['shiming/sandbox/key-ring'] ?? '')
      const fresh: { keys: { k1: string } } = JSON.parse(newKeyRing())
      const rotated = { current: 'k2', keys: keys(ring.keys, fresh.keys.k1) }
      const account = { ...JSON.parse(secrets['shiming/sandbox/wechat'] ?? ''), appId: 'wx0000000000000000' }
      const changed = { 'shiming/sandbox/key-ring': rotated, 'shiming/sandbox/wechat': account }
      const texts = Object.entries(changed).map(([name, value]) => [name, JSON.stringify(value)])
      await writeFile(secretsFile, JSON.stringify({ ...secrets, ...Object.fromEntries(texts) }))
    }
    const first = await startInstance({}, { folder })
    const person = await first.person('match')
    const user = await signIn(first.platform, person.phone)
    const messages = await messageToken(first.platform, user)
    await first.platform.pass('2m')
    const credentials = await credentialsFor(first.platform, person.phone)
    expect(await first.end()).toEqual([])

    await rotate((before, fresh) => ({ ...before, k2: fresh }))
    const second = await startInstance({}, { folder })
    await second.platform.call(sendRoute, { body: { content: '你好' }, token: messages })
    await hears(second, 'messaging-send', 'message_token_under_older_key')
    const { order } = await second.platform.shiming.withSession(user.token).memberships.buy()
    expect(await wechatBrowser(second.platform, user.token).authorize()).toContain('wechat=done')
    const inWechat = { params: { id: order.id }, body: { method: 'wechat_jsapi' as const }, token: user.token }
    expect(await second.platform.call(payRoute, inWechat)).toMatchObject({
      problem: { code: 'payment_method_unavailable' },
    })
    await hears(second, 'payment-pay', 'wechat_apps_differ')
    expect(await second.end()).toEqual([])

    await rotate(({ k2 = '' }) => ({ k2 }))
    const third = await startInstance({}, { folder })
    await third.platform.call(signInRoute, { body: credentials })
    await hears(third, 'account-sign-in', 'key_version_gone')
    expect(await third.end()).toEqual([])
  })
})

describe('an alarm of what a vendor may cost', () => {
  let instance: Instance
  beforeAll(async () => {
    // One call costs as much.
    instance = await startInstance({
      identity: { dailySpend: { tencent_cloud: 3000 } },
      face: { vendors: ['tencent_cloud'], dailySpend: { tencent_cloud: 10_000 } },
      company: { vendors: ['tencent_cloud'], dailySpend: { tencent_cloud: 10_000 } },
    })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('rings when a check is due that it does not hold any more', async () => {
    const ends: string[] = []
    for (let nth = 0; nth < 2; nth += 1) {
      const { user, id, orderId } = await submitted(instance, 'match', 'fee')
      await scan(instance.platform, (await codeToScan(instance.platform, user, orderId)).codeUrl)
      await instance.platform.pass('0s')
      ends.push((await verificationNow(instance.platform, user, id)).status)
    }
    // Whoever pays shortly before midnight waits for it; all others get everything back.
    expect(ends).toEqual(['verified', expect.stringMatching(/^(?:undetermined|queued)$/)])
    await hears(instance, 'verification-check', 'identity_vendor_spent')
  })

  it('rings when a company is looked up that it does not hold any more', async () => {
    const { user } = await verifiedUser(instance, 'fee')
    const asked: string[] = []
    for (const nth of [0, 1]) asked.push((await askAboutCompany(instance.platform, user, testCompany(nth))).status)
    expect(asked).toEqual(['consistent', 'people'])
    await hears(instance, 'certification-check', 'company_vendor_spent')
  })

  it('rings when a confirmation by face is asked for that it does not hold any more', async () => {
    const verified: { token: string }[] = []
    for (let nth = 0; nth < 2; nth += 1) {
      await instance.platform.pass('24h')
      verified.push((await verifiedUser(instance, 'fee')).user)
    }
    const notice = (await instance.platform.shiming.faceTerms.get()).consent.version
    const open = async ({ token }: { token: string }) =>
      instance.platform.shiming
        .withSession(token)
        .faceChecks.open({ consent: { notice, agreed: true } })
        .then(
          ({ status }) => status,
          ({ code }) => code,
        )
    const begun: string[] = []
    for (const user of verified) begun.push(await open(user))
    expect(begun).toEqual(['opened', 'face_unavailable'])
    await hears(instance, 'face-open', 'face_vendor_spent')
  })
})

it('every alarm and note that can be made to happen has happened', () => {
  expect([...seen].toSorted()).toEqual(
    Object.entries(told)
      .flatMap(([event, { by }]) => by.map((fn) => `${fn} ${event}`))
      .toSorted(),
  )
})
