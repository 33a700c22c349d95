import { describe, expect, it } from 'vitest'
import { sessionOf } from '../../functions/account/sessions/session-store.ts'
import { passGate } from '../../functions/gate/ask-gate.ts'
import { withdrawCase } from '../../functions/review/asking/withdraw-case.ts'
import { remove } from '../../shared/table/write.ts'
import { codeOf, refusalOf, valueIn } from '../kit.ts'
import { decided, lettersTo, type ReviewWorld, WANG } from '../review/fixture.ts'
import { itemAt, person, type User } from '../world.ts'
import { dismissing, disputed, identityAt, paused, proofingAt, proofingWorld, twice, verified } from './fixture.ts'

const send = async (at: ReviewWorld, { accountId }: User) => passGate(at, 'send_message', accountId)
const lastFour = person('match').idNumber.slice(-4)
const wrongFour = lastFour === '0000' ? '0001' : '0000'

const begun = async (overrides: Record<string, unknown> = {}) => {
  const at = proofingWorld(overrides)
  const { user, id } = await verified(at)
  const name = await disputed(at, user, id)
  return { at, user, id, name }
}

describe('P11 sending is paused', () => {
  it('by a code and the last four, for a day at most, and ends by itself', async () => {
    const { at, user, id } = await begun()
    expect(codeOf(await send(at, user))).toBe('ok')
    const { pausedUntil } = valueIn(await paused(at, user, id))
    expect(pausedUntil).toBe(at.time.now + at.settings.proofing.pauseMs)
    expect(refusalOf(await send(at, user))).toMatchObject({ code: 'sending_paused', retryAt: pausedUntil })
    expect(codeOf(await passGate(at, 'recharge_points', user.accountId))).toBe('ok')
    expect(String(lettersTo(at, user.accountId).at(-1)?.title)).toContain('发送消息已暂停')
    at.time.now = pausedUntil - 1
    expect(codeOf(await send(at, user))).toBe('sending_paused')
    at.time.now = pausedUntil
    expect(codeOf(await send(at, user))).toBe('ok')
  })

  it('of the account that was verified, by another account of the same person', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    await disputed(at, first.user, second.id)
    valueIn(await paused(at, first.user, second.id))
    expect(codeOf(await send(at, second.user))).toBe('sending_paused')
    expect(codeOf(await send(at, first.user))).toBe('ok')
  })

  it('once, also after it was over or was taken back', async () => {
    const { at, user, id, name } = await begun()
    const { pausedUntil } = valueIn(await paused(at, user, id))
    expect(codeOf(await paused(at, user, id))).toBe('proofing_paused_before')
    at.time.now = pausedUntil
    expect(codeOf(await paused(at, user, id))).toBe('proofing_paused_before')
    valueIn(await withdrawCase(at, user.accountId, name))
    await disputed(at, user, id)
    expect(codeOf(await paused(at, user, id))).toBe('proofing_paused_before')
  })

  it('by nobody who did not say that it was not them', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    expect(codeOf(await paused(at, first.user, second.id))).toBe('proofing_not_disputed')
    await disputed(at, first.user, second.id)
    expect(codeOf(await paused(at, second.user, second.id))).toBe('proofing_disputed_elsewhere')
    expect(codeOf(await paused(at, second.user, first.id))).toBe('not_found')
  })

  it('by no wrong code, no other number and no wrong last four, of which tries are few', async () => {
    const { at, user, id } = await begun()
    const code = async (of: Parameters<typeof paused>[3]) => codeOf(await paused(at, user, id, of))
    expect(await code({ phone: 'no number' }).catch(() => 'refused')).toBe('refused')
    expect(await code({ smsCode: '000000' })).toBe('sms_code_wrong')
    expect(await code({ phone: '19955555555' })).toBe('phone_not_known_here')
    const { lastFourTries } = at.settings.numbers
    for (let tries = 0; tries < lastFourTries; tries += 1)
      expect(await code({ idLastFour: wrongFour })).toBe('id_last_four_wrong')
    expect(await code({})).toBe('id_last_four_too_often')
    expect(codeOf(await send(at, user))).toBe('ok')
    expect((await proofingAt(at, id)).pausedUntil).toBeUndefined()
  })

  it('by the number that signs in to the account, too', async () => {
    const { at, user, id } = await begun()
    // The numbers of `enter`: the first account of this world.
    expect(codeOf(await paused(at, user, id, { phone: '19900000000' }))).toBe('ok')
  })

  it('by a session that is over not at all', async () => {
    const { at, user, id } = await begun()
    const claim = sessionOf(user.token)
    if (!claim) throw new Error('no session')
    await at.table.commit([remove(claim.session)])
    expect(itemAt(at, claim.session)).toBeUndefined()
    const answer = paused(at, user, id).then(codeOf, () => 'no code is sent')
    expect(await answer).not.toBe('ok')
    expect(codeOf(await send(at, user))).toBe('ok')
  })

  it('until the decision, if that is sooner, which is told', async () => {
    const { at, user, id, name } = await begun()
    valueIn(await paused(at, user, id))
    valueIn(await decided(at, name, WANG, dismissing))
    expect(codeOf(await send(at, user))).toBe('ok')
    expect(identityAt(at, user)).not.toHaveProperty('pausedUntil')
    const told = lettersTo(at, user.accountId).map(({ title }) => String(title))
    expect(told.filter((title) => title.startsWith('发送消息已恢复'))).toHaveLength(1)
    expect(codeOf(await paused(at, user, id))).toBe('proofing_not_disputed')
  })
})
