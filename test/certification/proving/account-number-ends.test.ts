import { describe, expect, it } from 'vitest'
import { applicationKeys } from '../../../functions/certification/keys.ts'
import { HOUR, SECOND } from '../../../shared/kernel/time.ts'
import { cleared } from '../../clearing/fixture.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { decided, enter, itemAt, person } from '../../world.ts'
import { FEN, provingWorld } from './fixture.ts'

const asked = async () => {
  const one = provingWorld()
  const user = await enter(one.at)
  const { accountId } = user
  await decided(one.at, { user, who: person('match') })
  const id = await one.company(accountId)
  const item = () => itemAt(one.at, applicationKeys.accountProof(accountId, id))
  return { ...one, user, accountId, id, item }
}

/** A transfer that waits for its amount. */
const open = async () => {
  const one = await asked()
  valueIn(await one.begin(one.accountId, one.id))
  expect(one.item()).toHaveProperty('sealed.accountNumber')
  return one
}

describe('W2 P11 the sealed number of a company’s account and the amount', () => {
  it('are erased once it is proven', async () => {
    const one = await open()
    valueIn(await one.answer(one.accountId, one.id, FEN))
    expect(one.item()).toMatchObject({ status: 'proven', lastFour: '0001' })
    expect([one.item()?.sealed, one.item()?.ttl]).toEqual([undefined, undefined])
  })

  it('are erased with the third wrong amount', async () => {
    const one = await open()
    for (const left of [2, 1, 0]) {
      expect(one.item()).toHaveProperty('sealed')
      expect(await one.answer(one.accountId, one.id, FEN + 1)).toMatchObject({
        refusal: { extra: { triesLeft: left } },
      })
    }
    expect([one.item()?.sealed, one.item()?.ttl]).toEqual([undefined, undefined])
  })

  it('do not keep the third amount that is said from being right', async () => {
    const one = await open()
    await one.answer(one.accountId, one.id, FEN + 1)
    await one.answer(one.accountId, one.id, FEN + 1)
    valueIn(await one.answer(one.accountId, one.id, FEN))
    expect(one.item()).toMatchObject({ status: 'proven', tries: 3 })
  })

  it('are erased where nothing was transferred, or it came back', async () => {
    const none = await asked()
    none.says.next = { kind: 'not_executed', because: 'account' }
    await none.begin(none.accountId, none.id)
    expect(none.item()).toMatchObject({ status: 'failed' })
    expect(none.item()?.sealed).toBeUndefined()
    const back = await open()
    back.says.standing = 'failed'
    await back.answer(back.accountId, back.id, FEN)
    expect(back.item()).toMatchObject({ status: 'failed' })
    expect(back.item()?.sealed).toBeUndefined()
  })

  it('are let go by the clock, although nobody comes', async () => {
    const one = await open()
    expect(one.item()?.ttl).toBe((NOON + 72 * HOUR) / SECOND)
    // And are of no use until they are gone.
    one.at.time.now = NOON + 72 * HOUR
    expect(codeOf(await one.answer(one.accountId, one.id, FEN))).toBe('account_proof_over')
    expect(one.opened.count).toBe(0)
  })

  it('go with who the account was, and so does what was proven', async () => {
    const one = await open()
    await cleared(one.at, one.user)
    expect(one.item()).toBeUndefined()
    expect(codeOf(await one.answer(one.accountId, one.id, FEN))).toBe('account_proof_over')
    const proven = await open()
    valueIn(await proven.answer(proven.accountId, proven.id, FEN))
    await cleared(proven.at, proven.user)
    expect(proven.item()).toBeUndefined()
  })

  it('stay erased where who the account is was cleared while the transfer was made; what it cost stays on record', async () => {
    const one = await asked()
    one.says.meanwhile = () => cleared(one.at, one.user)
    valueIn(await one.begin(one.accountId, one.id))
    expect(one.item()).toBeUndefined()
    expect(one.items('COMPANYCHARGE#')).toHaveLength(1)
    expect(one.handedOn()).toMatchObject([{ outcome: 'answered' }])
  })
})
