import { describe, expect, it } from 'vitest'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import { commitDeed } from '../../../functions/audit/commit-deed.ts'
import { findHits } from '../../../functions/cases/searching/find-hits.ts'
import { showHits } from '../../../functions/cases/searching/hits-view.ts'
import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { deleteApp } from '../../../functions/certification/apps/delete-app.ts'
import { hearComplaint } from '../../../functions/complaints/following/hear-complaint.ts'
import { bearerClaim } from '../../../functions/messaging/sending/find-sender.ts'
import { send } from '../../../functions/messaging/sending/send.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { certificationWorld, drafted } from '../../certification/applications/applying.ts'
import { appCreated, owner, renamed } from '../../certification/fixture.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { audits, OPERATOR, owed, proposed, stuck } from '../../operator.ts'
import { begun, cost, decided, enter, person, world } from '../../world.ts'
import { found, hitsOf } from '../fixture.ts'

describe('M8 searching happy', () => {
  it('finds an account by its id and by the id that the platform gives its user', async () => {
    const at = world()
    const { accountId } = await enter(at)
    const user = valueIn(await signInPlatformUser(at, { externalId: 'user-7' }))
    expect(await hitsOf(at, accountId)).toEqual([{ kind: 'account', id: accountId, accountId }])
    expect(await found(at, 'user-7')).toEqual([`account ${user.account.id}`])
  })
  it('finds an order, its payment and its refund by every number that they have', async () => {
    const at = world()
    const { order, fact, name, number, user } = await owed(at)
    const { accountId } = user
    expect(await hitsOf(at, order.id)).toEqual([{ kind: 'order', id: order.id, accountId, orderId: order.id }])
    expect(await hitsOf(at, fact.transactionId)).toEqual([
      { kind: 'payment', id: fact.transactionId, accountId, orderId: order.id, channel: 'wechat_pay' },
    ])
    const refund = { kind: 'refund', id: name, accountId, orderId: order.id, channel: 'wechat_pay' }
    for (const text of [number, name, `${order.id}.${name}`]) expect(await hitsOf(at, text)).toEqual([refund])
  })
  it('finds a verification by its id alone, and by what queues call its check', async () => {
    const at = world()
    const { verification, checkId, user } = await decided(at)
    const { accountId } = user
    const hit = { kind: 'verification', id: verification.id, accountId }
    expect(await hitsOf(at, verification.id)).toEqual([hit])
    expect(await hitsOf(at, checkId)).toEqual([{ kind: 'account', id: accountId, accountId }, hit])
  })
  it('finds a message by its id alone', async () => {
    const at = world()
    const { user } = await decided(at)
    const draft = { title: '', content: 'hello', template: 'txt', channel: 'inbox' } as const
    const { id } = valueIn(await send(at, bearerClaim(user.token), ok(draft)))
    expect(await hitsOf(at, id)).toEqual([{ kind: 'message', id, accountId: user.accountId }])
  })
  it('finds a complaint at its channel before anybody knows whose it is', async () => {
    const at = world()
    await hearComplaint(at, 'wechat_pay', '200201820200101080076610000')
    const hit = { kind: 'complaint', id: '200201820200101080076610000', accountId: undefined, channel: 'wechat_pay' }
    expect(await hitsOf(at, hit.id)).toEqual([hit])
    expect(await hitsOf(at, `wechat_pay#${hit.id}`)).toEqual([hit])
    expect(await hitsOf(at, `alipay#${hit.id}`)).toEqual([])
    expect(showHits([{ ...hit, kind: 'complaint', channel: 'wechat_pay' }])).toEqual({
      hits: [{ ...hit, accountId: null, orderId: null }],
    })
  })
  it('finds what one operator asked another to approve, and whose money it is about', async () => {
    const at = world()
    const refund = await stuck(at)
    const { id } = valueIn(await proposed(at, refund))
    const { accountId } = refund.user
    const hit = { kind: 'proposal', id, accountId, orderId: refund.order.id, channel: 'wechat_pay' }
    expect(await hitsOf(at, id)).toEqual([hit])
  })
  it('finds a deed by its id, with one call more', async () => {
    const at = world()
    const now = at.time.now
    const id = `${now.toString(16).padStart(12, '0')}7${'a'.repeat(19)}`
    const by = { kind: 'operator', id: 'lin' } as const
    await commitDeed(at, { id, subject: 'order:a', at: now, by, action: 'refund_recheck', reason: '再查' }, [])
    expect((await cost(at, () => found(at, id))).calls.table).toBe(3)
    expect(await hitsOf(at, id)).toEqual([{ kind: 'deed', id }])
    expect(showHits([{ kind: 'deed', id }]).hits).toEqual([
      { kind: 'deed', id, accountId: null, orderId: null, channel: null },
    ])
  })
  it('finds an app by its id, and by its name or one that looks the same, with whose it is', async () => {
    const at = world()
    const user = await owner(at)
    const { accountId } = user
    const { id } = await appCreated(at, user, { name: '晨光 Reading' })
    const hit = { kind: 'app', id, accountId }
    for (const text of [id, '晨光 Reading', '晨光READING', ' 晨 光reading '])
      expect(await hitsOf(at, text)).toEqual([hit])
    expect(await hitsOf(at, '晨光')).toEqual([])
  })
  it('finds an app by a name that is kept from others still, and no app that is gone', async () => {
    const at = world()
    const user = await owner(at)
    const app = await appCreated(at, user, { name: '晨光读书' })
    valueIn(await renamed(at, user, app, '晚风读书'))
    expect(await found(at, '晨光读书')).toEqual([`app ${app.id}`])
    at.time.now += 31 * DAY
    expect(await found(at, '晨光读书')).toEqual([])
    expect(await found(at, '晚风读书')).toEqual([`app ${app.id}`])
    valueIn(await deleteApp(at, { accountId: user.accountId, id: app.id }))
    expect(await found(at, '晚风读书')).toEqual([])
    expect(await found(at, app.id)).toEqual([])
  })
  it('finds applicants by their id, and by the code or the whole name of their organisation, whoever applies for it', async () => {
    const at = world()
    const [one, other] = [await owner(at, 1), await owner(at, 2)]
    const [company] = companies
    if (!company) throw new Error('the catalogue has no company')
    const { creditCode, name: companyName, legalRepresentative: name, idNumber } = company
    const typed = { kind: 'enterprise', creditCode, companyName, representative: { name, idNumber } } as const
    const hits = []
    for (const { accountId } of [one, other]) {
      const { id } = valueIn(await keepApplicant(at, accountId, typed))
      hits.push({ kind: 'applicant', id, accountId })
      expect(await hitsOf(at, id)).toEqual([hits.at(-1)])
      expect(await found(at, `${accountId}.${id}`)).toContain(`applicant ${id}`)
      at.time.now += 1
    }
    for (const text of [creditCode, creditCode.toLowerCase(), companyName, companyName.replace('（', '(')])
      expect((await hitsOf(at, text)).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(hits)
    expect(await hitsOf(at, '91110000600037341L')).toEqual([])
    const person = valueIn(await keepApplicant(at, one.accountId, { kind: 'individual' }))
    expect(await found(at, person.id)).toEqual([`applicant ${person.id}`])
    expect(audits(at)).toEqual([])
  })
  it('finds an application by its id alone', async () => {
    const at = certificationWorld()
    const { id, user } = await drafted(at)
    expect(await hitsOf(at, id)).toEqual([{ kind: 'application', id, accountId: user.accountId }])
  })
  it('costs one read, and one of the index where the text is an id of ours', async () => {
    const at = world()
    const { order } = await begun(at)
    expect((await cost(at, () => found(at, 'nobody'))).calls.table).toBe(1)
    expect((await cost(at, () => found(at, order.id))).calls.table).toBe(2)
    expect(audits(at)).toEqual([])
  })
})

describe('P11 searching by the number of a person happy', () => {
  it('finds the account that a mobile number signs in to', async () => {
    const at = world()
    const { accountId } = await enter(at)
    const phone = at.texts.at(-1)?.phone ?? ''
    expect(await found(at, `+86 ${phone}`)).toEqual([`account ${accountId}`])
    expect(await found(at, '19988887777')).toEqual([])
  })
  it('finds the accounts on which somebody is verified, under every live version of the key', async () => {
    const at = world({ checks: { accountsPerPerson: 2 } })
    const { user } = await decided(at)
    const { idNumber } = person('match')
    expect(await found(at, idNumber)).toEqual([`account ${user.accountId}`])
    at.index.versions = ['v2', 'v1']
    expect(await found(at, idNumber.toLowerCase())).toEqual([`account ${user.accountId}`])
    expect(await found(at, person('mismatch').idNumber)).toEqual([])
  })
  it('M7 is on record before anything is answered, by the kind of number and never by the number', async () => {
    const at = world()
    await found(at, person('match').phone)
    await found(at, person('match').idNumber)
    const deed = { subject: 'operator:wang', by: { kind: 'operator_key', id: 'wang' }, action: 'number_search' }
    expect(audits(at)).toMatchObject([
      { ...deed, detail: 'phone_miss' },
      { ...deed, detail: 'id_number_miss' },
    ])
    const kept = JSON.stringify(at.table.items())
    for (const number of [person('match').phone, person('match').idNumber]) expect(kept).not.toContain(number)
  })
  it('M7 is on record under each account that was found, whose person finds there who looked for them', async () => {
    const at = world({ checks: { accountsPerPerson: 2 } })
    const { user } = await decided(at)
    await found(at, person('match').idNumber)
    const deed = { by: { kind: 'operator_key', id: 'wang' }, action: 'number_search', detail: 'id_number_hit' }
    const subjects = audits(at).map(({ subject }) => subject)
    expect(audits(at)).toMatchObject([deed, deed])
    expect(subjects.toSorted()).toEqual([`account:${user.accountId}`, 'operator:wang'])
  })
  it('answers nobody where the record cannot be written', async () => {
    const at = world()
    const table = { ...at.table, commit: () => Promise.reject(new Error('DynamoDB is down')) }
    await expect(findHits({ ...at, table }, { ...OPERATOR, seesPeople: true }, person('match').phone)).rejects.toThrow(
      'DynamoDB is down',
    )
  })
})

describe('P11 searching by the number of a person refused', () => {
  it('when an operator has done so as often as they may on a day, and leaves no record then', async () => {
    const at = world({ cases: { numberSearchesPerDay: 1 } })
    const by = (text: string, operatorId = 'wang') => findHits(at, { operatorId, seesPeople: true }, text)
    expect(codeOf(await by(person('match').phone))).toBe('ok')
    expect(refusalOf(await by(person('match').idNumber)).code).toBe('too_often')
    expect(audits(at)).toHaveLength(1)
    expect(codeOf(await by(person('match').phone, 'ling'))).toBe('ok')
    expect(codeOf(await by('user-7'))).toBe('ok')
  })
})

describe('P11 guessing the numbers of people', () => {
  const guess = (nth: number): string => `1941002${String(nth).padStart(4, '0')}`

  it('is over for the day after so many that nobody has, rings at the last of them, and costs nobody who finds people', async () => {
    const at = world({ cases: { numberMissesPerDay: 3 } })
    const { accountId } = await enter(at)
    const phone = at.texts.at(-1)?.phone ?? ''
    const by = (text: string, operatorId = 'wang') => findHits(at, { operatorId, seesPeople: true }, text)
    for (const nth of [1, 2]) expect(codeOf(await by(guess(nth)))).toBe('ok')
    for (const _again of Array.from({ length: 5 })) expect(await found(at, phone)).toEqual([`account ${accountId}`])
    expect(at.alarms).toEqual([])
    expect(codeOf(await by(guess(3)))).toBe('ok')
    expect(at.alarms).toEqual([{ event: 'number_search_misses', fields: { operatorId: 'wang', misses: 3 } }])
    for (const text of [guess(4), phone]) expect(refusalOf(await by(text)).code).toBe('too_often')
    expect(codeOf(await by(guess(5), 'ling'))).toBe('ok')
    at.time.now += DAY
    expect(codeOf(await by(guess(6)))).toBe('ok')
  })
  it('needs a code that is not old, and leaves nothing without one', async () => {
    const at = world()
    const by = { ...OPERATOR, seesPeople: true, isCodeOld: true }
    expect(codeOf(await findHits(at, by, guess(1)))).toBe('step_up_needed')
    expect(audits(at)).toEqual([])
    expect(codeOf(await findHits(at, by, 'user-7'))).toBe('ok')
  })
})

describe('P11 searching by the number of a person, for whoever may not see people,', () => {
  it('is refused and leaves no record, while ids are found', async () => {
    const at = world()
    const by = (text: string) => findHits(at, { ...OPERATOR, seesPeople: false }, text)
    for (const number of [person('match').phone, person('match').idNumber])
      expect(refusalOf(await by(number))).toMatchObject({ code: 'right_missing', extra: { right: 'see_people' } })
    expect(audits(at)).toHaveLength(0)
    expect(codeOf(await by('user-7'))).toBe('ok')
  })
})

describe('searching hostile', () => {
  it.each([
    '#',
    '.',
    '..',
    'AUDIT#account:1',
    '\u0000',
    '退款',
    '💥',
    'x'.repeat(200),
    '__proto__',
    `${'0'.repeat(32)}.`,
  ])('finds nothing under anything: %.30s', async (text) => {
    expect(await found(world(), text)).toEqual([])
  })
})
