import { describe, expect, it } from 'vitest'
import { authenticateOperator } from '../../../functions/operators/access/authenticate-operator.ts'
import { enrolUrl } from '../../../functions/operators/enrolment/enrolment.ts'
import { readEnrolment } from '../../../functions/operators/enrolment/read-enrolment.ts'
import { redeemEnrolment } from '../../../functions/operators/enrolment/redeem-enrolment.ts'
import { operatorKeys } from '../../../functions/operators/keys.ts'
import { createLink } from '../../../functions/operators/managing/create-invitation.ts'
import { editOperator } from '../../../functions/operators/managing/edit-operator.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { ringOf } from '../../key-ring.ts'
import { codeOf as refusalCode, valueIn } from '../../kit.ts'
import {
  adminsAt,
  BOSS,
  codeOf,
  deedsAbout,
  enrolled,
  invited,
  PASSWORD,
  signIn,
  takeLink,
  type World,
  world,
} from '../fixture.ts'

/** Takes a link with what is right unless something else is said. */
const taking = async (at: World, token: string, typed: { password?: string; code?: string } = {}) => {
  const seen = await readEnrolment(at, token)
  const code = seen.ok ? codeOf(at, seen.value.secret) : '000000'
  const nonce = seen.ok ? seen.value.nonce : 'x'.repeat(22)
  return redeemEnrolment(at, { token, nonce, password: PASSWORD, code, ...typed })
}

describe('a link to enrol', () => {
  it('shows another secret at each look, tells of the first, and lets in once', async () => {
    const at = world()
    const token = await invited(at)
    const seen = valueIn(await readEnrolment(at, token))
    expect(seen).toMatchObject({ name: 'lin', role: 'finance', until: at.time.now + DAY })
    at.time.now += 60_000
    const again = valueIn(await readEnrolment(at, token))
    expect(again).toMatchObject({ name: 'lin', role: 'finance', openedAt: at.time.now - 60_000 })
    expect([seen.openedAt, again.secret === seen.secret, again.nonce === seen.nonce]).toEqual([undefined, false, false])
    expect(deedsAbout(at, 'lin')).toEqual(['operator_invite finance', 'operator_link_open', 'operator_link_open'])
    const { token: session, person } = valueIn(await taking(at, token))
    expect(person).toMatchObject({ status: 'active', isEnrolled: true })
    expect(valueIn(await authenticateOperator(at, session)).person.role).toBe('finance')
    expect(refusalCode(await readEnrolment(at, token))).toBe('enrolment_spent')
    expect(refusalCode(await taking(at, token))).toBe('enrolment_spent')
  })

  it('rings where it lets in somebody who approves, for whom the time that takes begins then', async () => {
    const at = world()
    valueIn(await taking(at, await invited(at, 'support', 'support')))
    expect(at.rung).toEqual([])
    at.time.now += 60_000
    const { person } = valueIn(await taking(at, await invited(at)))
    expect([at.rung, person.epochAt]).toEqual([['approver_let_in'], at.time.now])
    expect((await at.table.get(operatorKeys.person('lin')))?.epochAt).toBe(at.time.now)
  })

  it('lets in one of two who take it at once', async () => {
    const at = world()
    const token = await invited(at)
    const both = await Promise.all([taking(at, token), taking(at, token)])
    expect(both.map(refusalCode).toSorted()).toEqual(['enrolment_spent', 'ok'])
  })

  it('is not spent by what is typed wrong', async () => {
    const at = world()
    const token = await invited(at)
    expect(refusalCode(await taking(at, token, { code: '000000' }))).toBe('totp_wrong')
    expect(refusalCode(await taking(at, token, { password: 'short' }))).toBe('password_length')
    expect(refusalCode(await taking(at, token, { password: 'my lin password' }))).toBe('password_has_name')
    valueIn(await taking(at, token))
  })

  it('is over after a day, by a newer link, and by being disabled', async () => {
    const at = world()
    const token = await invited(at)
    at.time.now += DAY - 1
    valueIn(await readEnrolment(at, token))
    at.time.now += 1
    expect(refusalCode(await taking(at, token))).toBe('enrolment_spent')
    const second = valueIn(await createLink(at, BOSS, { name: 'lin', reason: '过期' })).token
    const third = valueIn(await createLink(at, BOSS, { name: 'lin', reason: '再发' })).token
    expect(refusalCode(await taking(at, second))).toBe('enrolment_spent')
    valueIn(await readEnrolment(at, third))
    valueIn(await editOperator(at, BOSS, { name: 'lin', status: 'disabled', reason: '离职' }))
    expect(refusalCode(await taking(at, third))).toBe('enrolment_spent')
  })

  it('is none for whoever shows something else', async () => {
    const at = world()
    const token = await invited(at)
    await invited(at, 'chen')
    const others = [`${token.slice(0, -1)}_`, token.replace('lin', 'chen'), token.replace('lin', 'nobody'), 'x', '']
    for (const other of others) expect(refusalCode(await readEnrolment(at, other)), other).toBe('enrolment_spent')
  })

  it('goes on where the key ring gets a new version between looking and taking', async () => {
    const at = world()
    const token = await invited(at)
    const { secret, nonce } = valueIn(await readEnrolment(at, token))
    at.ring.current = ringOf(['k2', 'k1'])
    const typed = { token, nonce, password: PASSWORD, code: codeOf(at, secret) }
    const done = valueIn(await redeemEnrolment(at, typed))
    at.time.now += 60_000
    expect(refusalCode(await signIn(at, { name: done.person.name, secret }))).toBe('ok')
  })

  it('gives whoever looked before its owner, or after, no code that counts', async () => {
    const at = world()
    const token = await invited(at)
    const before = valueIn(await readEnrolment(at, token))
    const owner = valueIn(await readEnrolment(at, token))
    const after = valueIn(await readEnrolment(at, token))
    const own = { token, nonce: owner.nonce, password: PASSWORD }
    for (const { secret } of [before, after])
      expect(refusalCode(await redeemEnrolment(at, { ...own, code: codeOf(at, secret) }))).toBe('totp_wrong')
    valueIn(await redeemEnrolment(at, { ...own, code: codeOf(at, owner.secret) }))
    at.time.now += 60_000
    for (const { secret } of [before, after])
      expect(refusalCode(await signIn(at, { name: 'lin', secret }))).toBe('credentials_wrong')
    expect(refusalCode(await signIn(at, { name: 'lin', secret: owner.secret }))).toBe('ok')
  })

  it('keeps neither password nor secret in the clear', async () => {
    const at = world()
    const { secret } = await enrolled(at)
    const kept = JSON.stringify(await at.table.get(operatorKeys.person('lin')))
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(PASSWORD)
  })

  it('makes the first admin count', async () => {
    const at = world()
    const token = await invited(at, 'chen', 'admin')
    expect(await adminsAt(at)).toBe(0)
    await takeLink(at, token)
    expect(await adminsAt(at)).toBe(1)
  })

  it('is told with its token behind a #, which reaches no server', () => {
    expect(enrolUrl('https://id.example.cn', 'lin.abc')).toBe('https://id.example.cn/console/enrol#lin.abc')
  })
})
