import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createShiming } from '../../clients/typescript/src/index.ts'
import { cards as testCards } from '../../functions/sandbox/register/cards.ts'
import { remedyOf } from '../../functions/wallet/cards/card.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { clearAccount } from '../../local/command/trigger/clear-account.ts'
import { cardFormOf, GOOD_CARD, typeCard } from '../../local/demo/card.ts'
import { type Person, signIn, type User } from '../../local/demo/user.ts'
import { MINUTE, nextBeijingDay } from '../../shared/kernel/time.ts'
import { refusal } from './card-stage.ts'
import type { Instance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

const OTHER_CARD = '6205500000000000004'

/** Test cards of the sandbox, by what the vendor that is asked first says of them. */
const refused = [
  ['6200000000000047', 'lost'],
  ['6200000000000013', 'expired'],
  ['6200000000000021', 'asleep'],
  ['6200000000000039', 'locked_by_passwords'],
  ['6200000000000054', 'not_for_online_payment'],
  ['6216261000000000018', 'bank_takes_no_part'],
  ['6200000000000062', 'holder_differs'],
  ['6200000000000070', 'data_differ'],
] as const

describe('X2 a bank card over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  // One card after the other meets the same few limits.
  beforeEach(() => instance.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const mine = ({ token }: Pick<User, 'token'>) => instance.platform.shiming.withSession(token)

  const signedIn = async (outcome: string) => {
    const person = await instance.person(outcome)
    return { person, user: await signIn(instance.platform, person.phone) }
  }

  /** The bank has answered; a code may be asked for again. */
  const bound = async (user: User, of: Parameters<typeof cardFormOf>[2] = user, number = GOOD_CARD) => {
    const typed = await typeCard(instance.platform, user, of, number)
    await settle(instance.engine)
    return mine(user).cards.get(typed.id)
  }

  /** How often a vendor was asked who somebody is; texts are counted apart. */
  const calls = async (phone: string) => {
    const vendors = await instance.platform.sandbox.vendorCalls(phone)
    const asked = vendors.filter(({ vendor }) => ['tencent_faceid', 'alibaba_cloudauth'].includes(vendor))
    return asked.reduce((all, { billed, unbilled }) => all + billed + unbilled, 0)
  }

  const account = (user: User) => mine(user).account.get()

  /** A verified user, an hour later: another code may be asked for. */
  const verified = async () => (await verifiedUser(instance, 'fee')).user

  it('is bound to who is verified without their name, listed, taken off, and known as formerly bound', async () => {
    const user = await verified()
    const card = await typeCard(instance.platform, user, user)
    expect(card).toMatchObject({ status: 'checking', lastFour: '0005', bank: null, reason: null, former: false })
    expect(card.phone).toMatch(/^194\*{4}\d{4}$/)
    expect(await mine(user).cards.waitForCard(card.id)).toMatchObject({ status: 'bound', remedy: null })
    const { evidence } = (await account(user)).verification
    expect(evidence.find(({ kind }) => kind === 'bank_card_four_element')).toMatchObject({ status: 'valid' })
    await settle(instance.engine)
    const other = await bound(user, user, OTHER_CARD)
    expect((await mine(user).cards.list()).map(({ id, status }) => [id, status])).toEqual([
      [other.id, 'bound'],
      [card.id, 'bound'],
    ])
    expect(await mine(user).cards.unbind(card.id)).toMatchObject({ status: 'unbound', former: true })
    expect(await mine(user).cards.unbind(card.id)).toMatchObject({ status: 'unbound', former: true })
    await settle(instance.engine)
    // Formerly bound: typed again it is the same card.
    expect(await bound(user)).toMatchObject({ id: card.id, status: 'bound', former: false })
  })

  it('told to its user: each time the bank was asked, with what, and the notice that was agreed to', async () => {
    const user = await verified()
    const card = await bound(user)
    const { items: disclosures } = await mine(user).disclosures.list().page()
    expect(disclosures.filter(({ purpose }) => purpose === 'card_check')).toMatchObject([
      {
        recipient: { vendor: 'tencent_cloud' },
        items: ['name', 'id_number', 'phone', 'bank_card'],
        outcome: 'answered',
      },
    ])
    const { items: consents } = await mine(user).consents.list().page()
    const consent = consents.find(({ purpose }) => purpose === 'card_check')
    const notice = await instance.platform.shiming.consentNotices.get(consent?.notice ?? '')
    expect(notice).toMatchObject({ inForce: true, sha256: consent?.sha256 })
    expect(card.boundAt).not.toBeNull()
  })

  it('verifies who is nobody yet, for nothing', async () => {
    const { person, user } = await signedIn('match')
    expect(await bound(user, person)).toMatchObject({ status: 'bound' })
    const { verification } = await account(user)
    expect(verification).toMatchObject({ status: 'verified', levelName: 'basic' })
    expect(await calls(person.phone)).toBe(1)
    expect((await mine(user).orders.list().page()).items).toEqual([])
  })

  it('lowers the level when it is the last and taken off, and its user is told why', async () => {
    const { person, user } = await signedIn('match')
    const card = await bound(user, person)
    await mine(user).cards.unbind(card.id)
    await settle(instance.engine)
    expect((await account(user)).verification).toMatchObject({ levelName: 'none' })
    const { items } = await mine(user).messages.list().page()
    expect(items[0]).toMatchObject({ title: expect.stringContaining('实名信息已失效') })
    // The same again proves it anew.
    await bound(user)
    expect((await account(user)).verification).toMatchObject({ levelName: 'basic' })
  })

  it('is formerly bound once the account is cleared, and free to be bound by whoever it is then', async () => {
    const { person, user } = await signedIn('match')
    const [card, other] = [await bound(user, person), await bound(user, person, OTHER_CARD)]
    const { url, shiming, sandbox } = instance.platform
    const scene = { url, reached: { shiming, sandbox }, now: async () => instance.engine.now(), step: () => undefined }
    const pass = (by: string) => instance.platform.pass(by)
    expect(await clearAccount({ ...scene, pass, patienceMs: 0 }, user.token)).toBe('unverified')
    const former = { status: 'unbound', former: true, unboundAt: expect.any(String) }
    expect((await mine(user).cards.list()).map(({ id }) => id)).toEqual([other.id, card.id])
    expect(await mine(user).cards.list()).toMatchObject([former, former])
    await instance.platform.pass('1h')
    // Typed again it is the same card, of whoever the account is from then on.
    expect(await bound(user, person)).toMatchObject({ id: card.id, status: 'bound', former: false })
    expect((await account(user)).verification).toMatchObject({ status: 'verified' })
  })

  it('of somebody else than the account is verified as is refused before anybody is asked', async () => {
    const user = await verified()
    const other = await instance.person('match')
    const problem = await refusal(typeCard(instance.platform, user, other))
    expect(problem).toMatchObject({ code: 'verified_as_another', errors: [{ pointer: '/idNumber' }] })
    expect(await calls(other.phone)).toBe(0)
    expect(await mine(user).cards.list()).toEqual([])
  })

  it('of somebody who is verified elsewhere is refused without telling where', async () => {
    const { person, user: holder } = await signedIn('match')
    await bound(holder, person)
    const { user } = await signedIn('match')
    const problem = await refusal(typeCard(instance.platform, user, person, OTHER_CARD))
    expect(problem).toMatchObject({ code: 'identity_unavailable', errors: [{ pointer: '/idNumber' }] })
    expect(JSON.stringify(problem)).not.toContain(holder.accountId)
    expect(await calls(person.phone)).toBe(1)
  })

  it.each(refused)('%s is not bound: %s, with what may help', async (number, reason) => {
    const { person, user } = await signedIn('match')
    expect(await bound(user, person, number)).toMatchObject({
      ...{ status: 'refused', reason, remedy: remedyOf[reason] },
      ...{ lastFour: number.slice(-4), former: false, boundAt: null },
    })
    expect((await account(user)).verification.status).not.toBe('verified')
  })

  it('is told to the platform under the id of the card, with what its user sees of it', async () => {
    const { person, user } = await signedIn('match')
    const told = async () => {
      const query = { subject: `account.${user.accountId}` }
      const { events } = await instance.platform.must(listEventsRoute, { token: instance.platformKey, query })
      return events.filter(({ type }) => type.startsWith('verification.')).map(({ type, data }) => ({ type, ...data }))
    }
    const lost = await bound(user, person, '6200000000000047')
    const other = await bound(user, person, '6200000000000070')
    await instance.platform.pass('1d')
    const good = await bound(user, person)
    const of = (card: { id: string }) => ({ method: 'bank_card', about: { kind: 'card', id: card.id } })
    expect(await told()).toMatchObject([
      { type: 'verification.undetermined', ...of(lost), reason: 'lost' },
      { type: 'verification.mismatch', ...of(other), reason: 'data_differ', retryAt: other.retryAt },
      { type: 'verification.verified', ...of(good) },
    ])
    // Typed once more it is the same card, by a check of its own.
    await mine(user).cards.unbind(good.id)
    await bound(user, person)
    const verified = (await told()).filter(({ type }) => type === 'verification.verified')
    expect(verified).toMatchObject([of(good), of(good)])
  })

  it('has a row for every test card', () => {
    const known = [GOOD_CARD, OTHER_CARD, '6200000000000088', ...refused.map(([number]) => number)]
    expect(testCards.map(({ number }) => number).toSorted()).toEqual(known.toSorted())
  })

  it('takes a code once, and no wrong one', async () => {
    const user = await verified()
    const form = await cardFormOf(instance.platform, user, user, GOOD_CARD)
    const wrong = form.smsCode === '000000' ? '000001' : '000000'
    const problem = await refusal(mine(user).cards.bind({ ...form, smsCode: wrong }))
    expect(problem).toMatchObject({ code: 'sms_code_wrong', errors: [{ pointer: '/smsCode' }] })
    const old = { ...form, consent: { notice: 'card-2025-01', agreed: true as const } }
    expect(await refusal(mine(user).cards.bind(old))).toMatchObject({ code: 'consent_outdated' })
    const card = await mine(user).cards.bind(form)
    await settle(instance.engine)
    expect(await mine(user).cards.get(card.id)).toMatchObject({ status: 'bound' })
    expect(await refusal(mine(user).cards.bind(form))).toMatchObject({ code: 'sms_code_wrong' })
  })

  it('is refused for free where its number cannot be one, and not for its check digit', async () => {
    const user = await verified()
    const form = await cardFormOf(instance.platform, user, user, GOOD_CARD)
    for (const cardNumber of ['620000000000', '62000000000000000000', '6200 0000 0000 000x'])
      expect(await refusal(mine(user).cards.bind({ ...form, cardNumber }))).toMatchObject({
        ...{ code: 'invalid_card_number', errors: [{ pointer: '/cardNumber' }] },
      })
    // In groups and full-width, as people type it.
    const card = await mine(user).cards.bind({ ...form, cardNumber: '６200 0000-0000　0005' })
    await settle(instance.engine)
    expect(await mine(user).cards.get(card.id)).toMatchObject({ status: 'bound' })
  })

  it('is asked about once, however late or broken the answer: nobody knows then, and the next click finds the first', async () => {
    const { person, user } = await signedIn('timeout_after_sending')
    const form = await cardFormOf(instance.platform, user, person, GOOD_CARD)
    const card = await mine(user).cards.bind(form)
    const second = await refusal(mine(user).cards.bind(form))
    expect(second).toMatchObject({ code: 'card_check_open', extra: { cardId: card.id } })
    expect(await refusal(mine(user).cards.unbind(card.id))).toMatchObject({ code: 'card_check_open' })
    await settle(instance.engine)
    expect(await mine(user).cards.get(card.id)).toMatchObject({ status: 'refused', reason: 'result_unknown' })
    await instance.platform.pass('3h')
    expect(await calls(person.phone)).toBe(1)
  })

  it.each([
    ['error_500', 'result_unknown'],
    ['executed_then_500', 'result_unknown'],
    ['truncated', 'result_unknown'],
    ['wrong_result_code', 'result_unknown'],
    ['daily_limit', 'vendor_daily_limit'],
  ])('that meets %s at the vendor is %s, and never asked about again', async (mode, reason) => {
    const { person, user } = await signedIn('match')
    await instance.platform.sandbox.fault({ target: 'tencent_faceid', mode, times: 1, subject: person.phone })
    expect(await bound(user, person)).toMatchObject({ status: 'refused', reason, remedy: 'later' })
    await instance.platform.pass('3h')
    expect(await calls(person.phone)).toBe(1)
  })

  it('is asked about so often a day, by account', async () => {
    const tomorrow = async () => {
      const now = instance.engine.now()
      await instance.platform.pass(`${Math.ceil((nextBeijingDay(now) - now) / MINUTE)}m`)
    }
    await tomorrow()
    const user = await verified()
    await instance.platform.pass('1h')
    for (const { number } of testCards.slice(3, 8)) await bound(user, user, number)
    await instance.platform.pass('1h')
    const problem = await refusal(typeCard(instance.platform, user, user))
    expect(problem).toMatchObject({
      code: 'too_many_card_checks',
      retryAt: new Date(nextBeijingDay(instance.engine.now())),
    })
    await tomorrow()
    expect(await bound(user)).toMatchObject({ status: 'bound' })
  })

  it('is seen by the platform, by its own name of the user, and by no other user', async () => {
    const { externalId, ...user } = await freshSession(instance)
    const person: Person = await instance.person('match')
    const card = await bound({ ...user, phone: '' }, person)
    const acting = createShiming({ baseUrl: instance.platform.url, apiKey: instance.platformKey }).as({ externalId })
    expect(await acting.cards.list()).toMatchObject([{ id: card.id, status: 'bound' }])
    expect(await acting.cards.get(card.id)).toEqual(card)
    const { user: stranger } = await signedIn('match')
    expect(await mine(stranger).cards.list()).toEqual([])
    expect(await refusal(mine(stranger).cards.get(card.id))).toMatchObject({ code: 'not_found' })
    expect(await refusal(mine(stranger).cards.unbind(card.id))).toMatchObject({ code: 'not_found' })
  })
})
