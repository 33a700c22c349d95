import { describe, expect, it } from 'vitest'
import { levelOf } from '../../../functions/evidence/level.ts'
import { heldIdentity, identityCleared } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { cardStates } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { owedKeys } from '../../../functions/verification/keys.ts'
import { bindCard } from '../../../functions/wallet/cards/bind-card.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { quietly } from '../../samples.ts'
import {
  balances,
  ban,
  begun,
  cost,
  decided,
  enter,
  itemAt,
  job,
  person,
  type User,
  type World,
  world,
} from '../../world.ts'
import { binding, bound, CARD, cardDeps, cardNumber, cardOf, checked, typed, unbound } from './fixture.ts'

const standing = (at: World, { accountId }: User) => {
  const held = heldIdentity(itemAt(at, gateKeys.identity(accountId)))
  return { held, level: held ? levelOf(held.proofs, at.time.now).level : 0 }
}

const mismatch = (...differs: ('name' | 'idNumber' | 'phone')[]): CheckResult => ({
  kind: 'verdict',
  verdict: 'mismatch',
  billed: 'yes',
  vendorCode: '-1',
  ...(differs.length > 0 && { differs }),
})

describe('X2 a bank card', () => {
  it('verifies who is nobody yet: one call with four elements, for which nobody pays but the platform', async () => {
    const at = world({ platformChecks: { cost: { scripted: 2000 } } })
    const user = await enter(at)
    const card = await bound(at, { user, named: true })
    expect(card).toMatchObject({ status: 'bound', lastFour: '0005', boundAt: at.time.now })
    const { name, idNumber, phone } = person('match')
    expect(at.bureau.asked).toEqual([{ name, idNumber, phone, bankCard: CARD }])
    expect(standing(at, user)).toMatchObject({
      level: 1,
      held: { proofs: [{ kind: 'bank_card_four_element', possession: true }] },
    })
    expect(balances(at)).toEqual({ 'expense:vendor:scripted': 2000, 'payable:vendor:scripted': -2000 })
  })

  it('of who is verified is their own: nothing else is typed, and the level rises', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = await bound(at, { user })
    expect(card.status).toBe('bound')
    expect(at.bureau.asked.at(-1)).toMatchObject({ name: person('match').name, idNumber: person('match').idNumber })
    expect(standing(at, user).level).toBe(2)
    const record = at.table.items().find(({ purpose, pk }) => purpose === 'card_check' && pk.startsWith('AUDIT#'))
    expect(record).toMatchObject({ action: 'identity_read', fields: 'idNumber name' })
  })

  it('is refused for free where the number typed is another person than the account is: the first of the two errors', async () => {
    const at = world()
    const { user } = await decided(at)
    const { name, idNumber } = person('match', 1)
    const refused = await typed(at, { user, typed: { name, idNumber } })
    expect(codeOf(refused)).toBe('verified_as_another')
    expect(refusalOf(refused).fields).toMatchObject([{ pointer: '/idNumber' }])
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('is refused for free where its owner is verified elsewhere: the second, as often a day as lets nobody look for people', async () => {
    const at = world({ checks: { refusalsPerDay: 2 } })
    await decided(at)
    const user = await enter(at)
    expect(codeOf(await typed(at, { user, named: true }))).toBe('identity_unavailable')
    expect(codeOf(await typed(at, { user, named: true }))).toBe('identity_unavailable')
    expect(codeOf(await typed(at, { user, named: true }))).toBe('too_many_refusals')
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('whose owner was verified elsewhere while the bank was asked is not bound, and nobody is verified twice', async () => {
    const at = world()
    const user = await enter(at)
    const card = valueIn(await typed(at, { user, named: true }))
    at.bureau.script.push(async () => {
      await decided(at)
      return { kind: 'verdict', verdict: 'match', billed: 'yes', vendorCode: '0' }
    })
    expect(await checked(at, card)).toBe('owed_identity_in_use')
    expect(await cardOf(at, user, card.id)).toMatchObject({ status: 'refused', reason: 'identity_in_use' })
    expect(standing(at, user).held).toBeUndefined()
  })

  it.each([
    [mismatch(), 'data_differ'],
    [mismatch('name', 'idNumber'), 'holder_differs'],
    [mismatch('phone'), 'reserved_phone_differs'],
    [{ kind: 'verdict', verdict: 'no_record', billed: 'no', vendorCode: '-9' }, 'no_record'],
    [{ kind: 'unknown', vendorCode: 'no_answer' }, 'result_unknown'],
    [{ kind: 'refused', because: 'vendor_daily_limit', billed: 'no', vendorCode: '-19' }, 'vendor_daily_limit'],
    [
      { kind: 'refused', because: 'data_unsupported', billed: 'no', vendorCode: '-4', notLookedUp: true },
      'data_unsupported',
    ],
    ...cardStates.map(
      (card) => [{ kind: 'refused', because: 'card_unusable', billed: 'yes', vendorCode: '-13', card }, card] as const,
    ),
  ] as readonly (readonly [CheckResult, string])[])('is refused for what the bank says: %j', async (says, reason) => {
    const at = world()
    const { user } = await decided(at)
    const card = await bound(at, { user }, says)
    expect(card).toMatchObject({ status: 'refused', reason })
    expect(standing(at, user).level).toBe(1)
    // Its place is free again.
    expect(itemAt(at, { pk: `ACCOUNT#${user.accountId}`, sk: 'CARDS' })?.count).toBe(0)
    expect(at.bureau.asked).toHaveLength(2)
  })

  it('is asked about once at most, whatever becomes of the worker', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = valueIn(await typed(at, { user }))
    at.bureau.script.push(() => {
      throw new Error('the worker died')
    })
    await checked(at, card).catch(() => undefined)
    at.time.now += 3 * MINUTE
    expect(await checked(at, card)).toBe('owed_undetermined')
    expect(await checked(at, card)).toBe('nothing_owed')
    expect(at.bureau.asked).toHaveLength(2)
    expect(await cardOf(at, user, card.id)).toMatchObject({ status: 'refused', reason: 'result_unknown' })
  })

  it('counts against the day where the worker died, as the call may have been charged', async () => {
    const at = world({ platformChecks: { perDay: 1 } })
    const { user } = await decided(at)
    const card = valueIn(await typed(at, { user }))
    at.bureau.script.push(() => {
      throw new Error('the worker died')
    })
    await checked(at, card).catch(() => undefined)
    at.time.now += 3 * MINUTE
    expect(await checked(at, card)).toBe('owed_undetermined')
    expect(codeOf(await typed(at, { user, number: cardNumber(1) }))).toBe('too_many_card_checks')
  })

  it('that nobody could ask about in time ends, and does not count against the day', async () => {
    const at = world({ platformChecks: { perDay: 1 } })
    const { user } = await decided(at)
    const card = valueIn(await typed(at, { user }))
    at.time.now += 2 * HOUR
    expect(await checked(at, card)).toBe('owed_undetermined')
    expect((await bound(at, { user })).status).toBe('bound')
  })

  it('keeps no number: sealed until there is a result, and an index and four digits after', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = valueIn(await typed(at, { user }))
    const owed = () => itemAt(at, owedKeys.verification(user.accountId, card.verificationId))
    expect(owed()?.sealedCard).toBeTypeOf('string')
    await checked(at, card)
    expect(owed()).toMatchObject({ status: 'verified' })
    expect(owed()?.sealedCard).toBeUndefined()
    expect(JSON.stringify(at.table.items())).not.toContain(CARD)
  })

  it('is one of ten at most, and free places come back', async () => {
    const at = world({ cards: { most: 2 }, platformChecks: { perDay: 20 } })
    const { user } = await decided(at)
    const one = await bound(at, { user, number: cardNumber(1) })
    await bound(at, { user, number: cardNumber(2) })
    expect(codeOf(await typed(at, { user, number: cardNumber(3) }))).toBe('too_many_cards')
    valueIn(await unbound(at, user, one.id))
    expect((await bound(at, { user, number: cardNumber(3) })).status).toBe('bound')
  })

  it('is checked so often a day, by account and by card', async () => {
    const at = world({ platformChecks: { perDay: 2 }, cards: { checksPerCard: 1 } })
    const { user } = await decided(at)
    await bound(at, { user, number: cardNumber(1) }, mismatch())
    const card = await typed(at, { user, number: cardNumber(1) })
    expect(codeOf(card)).toBe('too_many_card_checks')
    await bound(at, { user, number: cardNumber(2) })
    expect(codeOf(await typed(at, { user, number: cardNumber(3) }))).toBe('too_many_card_checks')
    at.time.now += DAY
    expect((await bound(at, { user, number: cardNumber(3) })).status).toBe('bound')
  })

  it('of data that did not match cools down, whoever types it', async () => {
    const at = world()
    const { user } = await decided(at)
    await bound(at, { user }, mismatch())
    const again = await typed(at, { user })
    expect(codeOf(again)).toBe('resubmitted_too_soon')
    at.time.now += DAY + MINUTE
    expect((await bound(at, { user })).status).toBe('bound')
  })

  it('that is bound or being checked is not taken again, and a second click finds the first', async () => {
    const at = world()
    const { user } = await decided(at)
    const click = await binding(at, { user })
    const card = valueIn(await bindCard(cardDeps(at), click))
    const second = await bindCard(cardDeps(at), click)
    expect(second).toMatchObject({ ok: false, refusal: { code: 'card_check_open', extra: { cardId: card.id } } })
    await checked(at, card)
    const third = await typed(at, { user })
    expect(third).toMatchObject({ ok: false, refusal: { code: 'card_bound', extra: { cardId: card.id } } })
  })

  it('costs two table calls beside what it reads, and no call of anybody before the commit', async () => {
    const at = world()
    const { user } = await decided(at)
    const asked = await binding(at, { user })
    const { calls } = await cost(at, () => bindCard(cardDeps(at), asked))
    expect(calls).toEqual({ table: 6, kms: 4, queue: 1, vendor: 0 })
  })

  it('is not asked about once the day has cost what it may', async () => {
    const at = world({ identity: { dailySpend: { scripted: 1000 } }, platformChecks: { cost: { scripted: 2000 } } })
    const { user } = await decided(at)
    expect(codeOf(await typed(at, { user }))).toBe('verification_paused')
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('is not taken from who is banned, nor offered where no bank can be asked', async () => {
    const at = world()
    const { user } = await decided(at)
    await ban(at, user)
    expect(codeOf(await typed(at, { user }))).toBe('banned')
    const asked = await binding(at, { user })
    expect(codeOf(await bindCard({ ...cardDeps(at), vendors: [] }, asked))).toBe('cards_not_offered')
  })

  it('takes nothing of a verification that waits for its payment', async () => {
    const at = world()
    const open = await begun(at)
    await bound(at, { user: open.user, named: true, who: person('match', 1) })
    expect(standing(at, open.user).level).toBe(1)
    expect(await runCheck(at, job(`${open.user.accountId}.${open.verification.id}`))).toBe('no_such_check')
  })
})

describe('X2 a card that is taken off', () => {
  it('proves nothing any more where no other does; whoever it is of is told, and it stays known', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = await bound(at, { user })
    expect(standing(at, user).level).toBe(2)
    expect(valueIn(await unbound(at, user, card.id))).toMatchObject({ status: 'unbound', unboundAt: at.time.now })
    expect(standing(at, user)).toMatchObject({ level: 1, held: { proofs: [{}, { ended: 'card_unbound' }] } })
    const ended = at.table.items().filter((item) => JSON.stringify(item).includes('evidence.ended'))
    expect(ended.length).toBeGreaterThan(0)
    expect(valueIn(await unbound(at, user, card.id)).status).toBe('unbound')
  })

  it('is followed by another that is bound, which proves as much since it was', async () => {
    const at = world({ platformChecks: { perDay: 20 } })
    const { user } = await decided(at)
    const first = await bound(at, { user, number: cardNumber(1) })
    const boundAt = at.time.now
    at.time.now += HOUR
    const second = await bound(at, { user, number: cardNumber(2) })
    valueIn(await unbound(at, user, second.id))
    expect(standing(at, user)).toMatchObject({ level: 2, held: { proofs: [{}, { at: boundAt }] } })
    valueIn(await unbound(at, user, first.id))
    expect(standing(at, user).level).toBe(1)
  })

  it('can be bound again by typing its number, as the same card', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = await bound(at, { user })
    valueIn(await unbound(at, user, card.id))
    at.time.now += HOUR
    const again = await bound(at, { user })
    expect(again).toMatchObject({ id: card.id, status: 'bound' })
    expect(again.unboundAt).toBeDefined()
    expect(standing(at, user).level).toBe(2)
  })

  it('is one of the account, and not while the bank is asked', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = valueIn(await typed(at, { user }))
    expect(codeOf(await unbound(at, user, card.id))).toBe('card_check_open')
    expect(codeOf(await unbound(at, await enter(at), card.id))).toBe('not_found')
  })
})

describe('X2 a card of whoever the account was', () => {
  const clear = async (at: World, user: User): Promise<void> => {
    const { held } = standing(at, user)
    if (!held) throw new Error('nobody to clear')
    await at.table.commit(identityCleared(user.accountId, held, quietly(at.time.now)))
  }

  it('is not asked about once that was cleared, and makes nobody somebody', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = valueIn(await typed(at, { user }))
    await clear(at, user)
    const asked = at.bureau.asked.length
    expect(await checked(at, card)).toBe('owed_undetermined')
    expect(at.bureau.asked).toHaveLength(asked)
    expect(await cardOf(at, user, card.id)).toMatchObject({ status: 'refused', reason: 'identity_changed' })
    expect(standing(at, user).held).toBeUndefined()
  })

  it('proves nothing where that is cleared while the bank is asked', async () => {
    const at = world()
    const { user } = await decided(at)
    const card = valueIn(await typed(at, { user }))
    at.bureau.script.push(async () => {
      await clear(at, user)
      return { kind: 'verdict', verdict: 'match', billed: 'yes', vendorCode: '0' }
    })
    expect(await checked(at, card)).toBe('owed_undetermined')
    expect(await cardOf(at, user, card.id)).toMatchObject({ status: 'refused', reason: 'identity_changed' })
    expect(standing(at, user).held).toBeUndefined()
  })

  it('is typed by whoever is nobody yet, and verifies them', async () => {
    const at = world()
    const user = await enter(at)
    expect((await bound(at, { user, named: true })).status).toBe('bound')
    expect(standing(at, user).level).toBe(1)
  })
})
