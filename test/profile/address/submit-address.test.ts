import { describe, expect, it } from 'vitest'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { furtherOf } from '../../../functions/profile/further-store.ts'
import { keepOccupation } from '../../../functions/profile/keep-occupation.ts'
import { profileKeys } from '../../../functions/profile/keys.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { remove, update } from '../../../shared/table/write.ts'
import { claimOf } from '../../account/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { materialAt, stored } from '../../material/world.ts'
import { ban, enter, itemAt, type User, type World } from '../../world.ts'
import { type AddressWorld, addressWorld, decidedAddress, handedAddress, takenBack, verified } from '../fixture.ts'

const furtherAt = (at: AddressWorld, { accountId }: User) =>
  furtherOf(itemAt(at as unknown as World, profileKeys.further(accountId)))

const messagesTo = (at: AddressWorld, { accountId }: User) =>
  at.table.items().filter(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk.startsWith('MESSAGE#'))

describe('X3 proof of an address: happy', () => {
  it('is before a person with its picture and with what was agreed to', async () => {
    const at = addressWorld()
    const user = await verified(at)
    const review = valueIn(await handedAddress(at, user))
    expect(review).toMatchObject({ kind: 'address_proof', subject: 'address', status: 'open' })
    expect(materialAt(at, review.materials[0] ?? '').usedBy).toBe(review.id)
    const consents = at.table.items().filter(({ purpose }) => purpose === 'further_information')
    expect(consents).toMatchObject([{ accountId: user.accountId, items: ['address_picture'] }])
  })

  it('that a person has seen counts for a year, of whom the account is, and is told; the level stays', async () => {
    const at = addressWorld()
    const user = await verified(at)
    const before = itemAt(at as unknown as World, gateKeys.identity(user.accountId))
    const review = valueIn(await handedAddress(at, user))
    expect(await decidedAddress(at, review, 'approved')).toMatchObject({ kind: 'committed' })
    const { time } = at
    expect(furtherAt(at, user).address).toEqual({
      ...{ provenAt: time.now, validUntil: time.now + 365 * DAY, since: before?.verifiedAt },
    })
    expect(itemAt(at as unknown as World, gateKeys.identity(user.accountId))).toEqual(before)
    expect(messagesTo(at, user).at(-1)?.content).toContain('地址已核对，计入信任分。')
    expect(materialAt(at, review.materials[0] ?? '').keptUntil).toBe(time.now + 30 * DAY)
  })

  it('may be taken back, and handed in anew', async () => {
    const at = addressWorld()
    const user = await verified(at)
    await takenBack(at, valueIn(await handedAddress(at, user)))
    expect(codeOf(await handedAddress(at, user))).toBe('ok')
    expect(furtherAt(at, user)).toEqual({})
  })
})

describe('X3 proof of an address: refused', () => {
  it('is for whoever is verified: there is nobody to compare it with else', async () => {
    const at = addressWorld()
    expect(codeOf(await handedAddress(at, await enter(at as unknown as World)))).toBe('level_too_low')
  })

  it('is looked at once at a time', async () => {
    const at = addressWorld()
    const user = await verified(at)
    const review = valueIn(await handedAddress(at, user))
    const again = await handedAddress(at, user)
    expect(again).toMatchObject({ refusal: { code: 'address_open', extra: { review: caseIdOf(review) } } })
  })

  it('raises nothing where a person does not accept it', async () => {
    const at = addressWorld()
    const user = await verified(at)
    const review = valueIn(await handedAddress(at, user))
    await decidedAddress(at, review, 'refused', 'too_old')
    expect(furtherAt(at, user)).toEqual({})
    expect(messagesTo(at, user).at(-1)?.content).toContain('三个月以前开具')
  })

  it('is of nobody where the account is nobody by then, or somebody else', async () => {
    const at = addressWorld()
    const user = await verified(at)
    const review = valueIn(await handedAddress(at, user))
    const identity = gateKeys.identity(user.accountId)
    at.table.commit([update(identity, { set: { verifiedAt: 1 } })])
    expect(await decidedAddress(at, review, 'approved')).toMatchObject({ kind: 'committed' })
    expect(furtherAt(at, user).address?.since).toBe(1)
    await at.table.commit([remove(identity)])
    expect(await decidedAddress(at, review, 'approved')).toBe('level_too_low')
  })
})

describe('X3 proof of an address: hostile', () => {
  it.each(['another’s picture', 'a picture of something else', 'a picture that never was'])(
    'is not %s',
    async (which) => {
      const at = addressWorld()
      const [user, other] = [await verified(at), await verified(at, 1)]
      const pictures: Record<string, string> = {
        'another’s picture': (await stored(at, { user: other, kind: 'address_proof' })).id,
        'a picture of something else': (await stored(at, { user, kind: 'holder' })).id,
      }
      const picture = pictures[which] ?? 'f'.repeat(32)
      expect(codeOf(await handedAddress(at, user, { picture }))).toBe('material_unusable')
    },
  )

  it('is of nobody who is banned, agreed to something else, or whose session is over', async () => {
    const at = addressWorld()
    const user = await verified(at)
    expect(codeOf(await handedAddress(at, user, { notice: 'further-1' }))).toBe('consent_outdated')
    const guess = { ...user, token: `${user.accountId}.guess` }
    expect(
      codeOf(await handedAddress(at, guess, { picture: (await stored(at, { user, kind: 'address_proof' })).id })),
    ).toBe('unauthenticated')
    await ban(at as unknown as World, user)
    expect(codeOf(await handedAddress(at, user))).toBe('banned')
  })
})

describe('X3 an occupation', () => {
  it('is said, said otherwise and taken back, by a session that lives', async () => {
    const at = addressWorld()
    const user = await verified(at)
    const says = (occupation: 'student' | 'retired' | undefined) => keepOccupation(at, claimOf(user.token), occupation)
    expect(valueIn(await says('student'))).toEqual({ occupation: 'student' })
    expect(furtherAt(at, user)).toEqual({ occupation: 'student' })
    await says('retired')
    expect(furtherAt(at, user)).toEqual({ occupation: 'retired' })
    expect(valueIn(await says(undefined))).toEqual({ occupation: null })
    expect(furtherAt(at, user)).toEqual({})
    expect(codeOf(await keepOccupation(at, claimOf(`${user.accountId}.guess`), 'student'))).toBe('unauthenticated')
  })
})
