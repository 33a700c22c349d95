import { describe, expect, it } from 'vitest'
import { openField, type RevealAsked } from '../../../functions/cases/revealing/open-field.ts'
import { revealFields } from '../../../functions/cases/revealing/reveal.ts'
import { showRevealed } from '../../../functions/cases/revealing/revealed-view.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { OPERATOR } from '../../operator.ts'
import { begun, cost, decided, enter, person, type World, world } from '../../world.ts'

/** What operators opened, as it is kept. */
const revealed = (at: World) =>
  at.table.items().filter(({ pk, by }) => pk.startsWith('AUDIT#') && Object(by).kind === 'operator_key')

const reveal = (at: World, accountId: string, of: Partial<RevealAsked> = {}) =>
  openField(at, OPERATOR, { accountId, field: 'name', reason: 'user_request', ...of })

describe('P11 a field in the clear happy', () => {
  it.each(revealFields)('is what was submitted, for a minute: %s', async (field) => {
    const at = world()
    const who = person('match')
    const { user, verification } = await decided(at)
    const plain = { name: who.name, id_number: who.idNumber, phone: who.phone }
    expect(showRevealed(valueIn(await reveal(at, user.accountId, { field })))).toEqual({
      field,
      value: plain[field],
      verificationId: verification.id,
      until: rfc3339(at.time.now + MINUTE),
    })
  })
  it('M7 is on record with who, what and why, and the value is nowhere', async () => {
    const at = world()
    const { user, verification } = await decided(at)
    for (const field of revealFields) valueIn(await reveal(at, user.accountId, { field, words: '工单 7' }))
    const by = { kind: 'operator_key', id: 'wang' }
    const deed = {
      subject: `account:${user.accountId}`,
      action: 'identity_read',
      by,
      purpose: 'user_request',
      reason: '工单 7',
      detail: verification.id,
    }
    expect(revealed(at)).toMatchObject(['name', 'idNumber', 'phone'].map((fields) => ({ ...deed, fields })))
    const kept = JSON.stringify(at.table.items())
    const { name, idNumber, phone } = person('match')
    for (const plain of [name, idNumber, phone]) expect(kept).not.toContain(plain)
  })
  it('prints nothing of itself before it is shown', async () => {
    const at = world()
    const { user } = await decided(at)
    const seen = await reveal(at, user.accountId)
    expect(`${JSON.stringify(seen)}`).not.toContain(person('match').name)
  })
  it('is of what the account is verified by, whatever was submitted since, and else of the last', async () => {
    const at = world()
    const first = await decided(at, { who: person('mismatch') })
    const { user } = first
    expect(valueIn(await reveal(at, user.accountId)).value.reveal()).toBe(person('mismatch').name)
    const verified = await decided(at, { user })
    const later = verificationKeys.verification(user.accountId, 'f'.repeat(32))
    expect(later.sk > verificationKeys.verification(user.accountId, verified.verification.id).sk).toBe(true)
    expect(valueIn(await reveal(at, user.accountId)).value.reveal()).toBe(person('match').name)
  })
  it('takes one call to KMS', async () => {
    const at = world()
    const { user } = await decided(at)
    expect((await cost(at, () => reveal(at, user.accountId))).calls).toEqual({ table: 5, kms: 1, queue: 0, vendor: 0 })
  })
})

describe('P11 a field in the clear refused', () => {
  it('where there is no account, or it has submitted nothing, and leaves no record then', async () => {
    const at = world()
    for (const id of ['0'.repeat(32), '', '#', 'x']) expect(codeOf(await reveal(at, id))).toBe('not_found')
    const { accountId } = await enter(at)
    expect(codeOf(await reveal(at, accountId))).toBe('nothing_sealed')
    expect(revealed(at)).toEqual([])
  })
  it('to who has seen as many as they may on a day, before anything is opened', async () => {
    const at = world({ cases: { revealsPerDay: 1 } })
    const { user } = await begun(at)
    expect(codeOf(await reveal(at, user.accountId))).toBe('ok')
    const { value, calls } = await cost(at, () => reveal(at, user.accountId))
    expect([codeOf(value), calls.kms]).toEqual(['too_often', 0])
    expect(revealed(at)).toHaveLength(1)
  })
})

describe('P11 a field in the clear hostile', () => {
  it('is on record also where it then cannot be opened', async () => {
    const at = world()
    const { user } = await decided(at)
    const vault = { ...at.vault, openDataKey: () => Promise.reject(new Error('KMS is down')) }
    const asked: RevealAsked = { accountId: user.accountId, field: 'phone', reason: 'authority_request' }
    await expect(openField({ ...at, vault }, OPERATOR, asked)).rejects.toThrow('KMS is down')
    expect(revealed(at)).toMatchObject([{ fields: 'phone', purpose: 'authority_request' }])
  })
  it('does not open what was moved from another account', async () => {
    const at = world()
    const [mine, other] = [await decided(at), await begun(at, { who: person('mismatch') })]
    const key = verificationKeys.verification(mine.user.accountId, mine.verification.id)
    await at.table.commit([update(key, { set: { sealed: { ...other.verification.sealed } } })])
    await expect(reveal(at, mine.user.accountId)).rejects.toThrow()
  })
})
