import { describe, expect, it } from 'vitest'
import { followClash } from '../../../functions/proofing/clashes/follow-clash.ts'
import { clashWork, proofingKeys } from '../../../functions/proofing/keys.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { codeOf } from '../../kit.ts'
import { LIN, lettersTo, type ReviewWorld, decided as reviewDecided } from '../../review/fixture.ts'
import { bought, cost, decided, enter, itemAt, job, person, submission, type User } from '../../world.ts'
import { disputed, identityAt, proofingWorld, upholding, verified } from '../fixture.ts'

const one = () => proofingWorld({ checks: { accountsPerPerson: 1 } })

const TITLE = '有人尝试用您的身份认证另一个账号'

const warned = (at: ReviewWorld, { accountId }: User): number =>
  lettersTo(at, accountId).filter(({ title }) => String(title).startsWith(TITLE)).length

/** Somebody else tries to submit the person, and is refused; answers the pointer to what is owed then. */
const refused = async (at: ReviewWorld, user?: User): Promise<string> => {
  const other = user ?? (await enter(at))
  const key = proofingKeys.clash(other.accountId, at.time.now)
  expect(codeOf(await submit(at, await submission(at, other)))).toBe('identity_unavailable')
  return clashWork.pointerTo(key).id
}

describe('X5 whoever holds a person', () => {
  it('is told that somebody tried to verify as them elsewhere, masked, and nothing of whom', async () => {
    const at = one()
    const { user: holder } = await verified(at)
    const other = await enter(at)
    expect(await followClash(at, await refused(at, other))).toBe('told')
    const [letter] = lettersTo(at, holder.accountId).filter(({ title }) => String(title).startsWith(TITLE))
    const { name, idNumber, phone } = person('match')
    expect(letter?.content).toContain('https://shiming.test/cases?about=attempt')
    for (const hidden of [name, idNumber, phone, other.accountId]) expect(JSON.stringify(letter)).not.toContain(hidden)
    expect(warned(at, other)).toBe(0)
  })

  it('is told once a day, however often it is tried, and again on another day', async () => {
    const at = one()
    const { user: holder } = await verified(at)
    for (let nth = 0; nth < 3; nth += 1) expect(await followClash(at, await refused(at))).toBe('told')
    expect(warned(at, holder)).toBe(1)
    at.time.now += DAY
    await followClash(at, await refused(at))
    expect(warned(at, holder)).toBe(2)
  })

  it('is told of a check that was paid for, too', async () => {
    const at = one()
    const second = await bought(at)
    const { user: holder } = await verified(at)
    expect(await runCheck(at, job(second.checkId))).toBe('identity_in_use')
    const key = proofingKeys.clash(second.user.accountId, at.time.now)
    expect(await followClash(at, clashWork.pointerTo(key).id)).toBe('told')
    expect([warned(at, holder), warned(at, second.user)]).toEqual([1, 0])
  })

  it('is told on each of their accounts', async () => {
    const at = proofingWorld()
    const holders = [(await verified(at)).user, (await verified(at)).user]
    const owed = await refused(at)
    expect(await followClash(at, owed)).toBe('told')
    expect(holders.map((holder) => warned(at, holder))).toEqual([1, 1])
    expect(await followClash(at, owed)).toBe('nothing_owed')
  })

  it('is told nothing once the account is nobody', async () => {
    const at = one()
    const { user: holder, id } = await verified(at)
    const owed = await refused(at)
    const of = await disputed(at, holder, id)
    await reviewDecided(at, of, LIN, upholding)
    expect(identityAt(at, holder)).toBeUndefined()
    expect(await followClash(at, owed)).toBe('told')
    expect(warned(at, holder)).toBe(0)
  })

  it('is told of nothing that was not refused for them', async () => {
    const at = one()
    const { user: holder } = await verified(at)
    const { user } = await decided(at, { who: person('mismatch') })
    expect(itemAt(at, proofingKeys.clash(user.accountId, at.time.now))).toBeUndefined()
    expect(warned(at, holder)).toBe(0)
  })
})

describe('X5 a refusal tells nothing of others', () => {
  it('takes as many calls on the second try of a day as of somebody else, whether its holder was told today or not', async () => {
    const at = one()
    await verified(at)
    const [early, late] = [await enter(at), await enter(at)]
    await refused(at, early)
    await refused(at, late)
    const untold = await cost(at, () => refused(at, early))
    at.time.now += 1
    await followClash(at, await refused(at))
    const told = await cost(at, () => refused(at, late))
    expect(told.calls).toEqual(untold.calls)
  })
})
