import { describe, expect, it } from 'vitest'
import { evidenceOf } from '../../../functions/evidence/evidence-store.ts'
import { evidenceKeys } from '../../../functions/evidence/keys.ts'
import { levelOf } from '../../../functions/evidence/level.ts'
import { evidenceHeld, type HeldIdentity, heldIdentity } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { followEvidence } from '../../../functions/verification/ageing/follow-evidence.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { beijingDay, DAY, HOUR, MINUTE, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { type Item, remove } from '../../../shared/table/write.ts'
import { codeOf } from '../../kit.ts'
import { provenByCarrier, quietly } from '../../samples.ts'
import { type Bought, decided, itemAt, job, person, submission, type User, type World, world } from '../../world.ts'
import { results } from '../check/scripted-checker.ts'

const HALF_A_YEAR = 180 * DAY

const heldAt = (at: World, { accountId }: User): HeldIdentity => {
  const held = heldIdentity(itemAt(at, gateKeys.identity(accountId)))
  if (!held) throw new Error('no identity')
  return held
}
const levelAt = (at: World, user: User) => levelOf(heldAt(at, user).proofs, at.time.now).level
const evidenceAt = (at: World, { accountId }: User) => itemAt(at, evidenceKeys.evidence(accountId, 'carrier'))
const follow = (at: World, { accountId }: User) => followEvidence(at, `${accountId}.carrier`)
const itemsOf = (at: World, prefix: string): Item[] => at.table.items().filter(({ sk }) => sk.startsWith(prefix))
const looksAt = (at: World): Item[] => itemsOf(at, 'CHECK#').filter(({ look }) => look !== undefined)
/** But for those that an account was verified. */
const lettersTo = (at: World, { accountId }: User) =>
  itemsOf(at, 'MESSAGE#')
    .filter(({ pk }) => pk === `ACCOUNT#${accountId}`)
    .filter(({ content }) => !String(content).includes('/not-me/'))

/** The checks the queue was told of, run. */
const looked = async (at: World): Promise<string[]> => {
  const words: string[] = []
  for (let next = at.queue.sent.shift(); next; next = at.queue.sent.shift())
    words.push(await runCheck(at, job(next.id)))
  return words
}

/** Somebody who was verified half a year ago. */
const longVerified = async (overrides: object = {}): Promise<{ at: World } & Bought> => {
  const at = world({ ...overrides })
  const bought = await decided(at)
  at.queue.sent.length = 0
  at.bureau.asked.length = 0
  at.bureau.askedOf.length = 0
  at.time.now += HALF_A_YEAR
  return { at, ...bought }
}

describe('X3 a number that was proven long ago', () => {
  it('is looked at by the platform, which hands on nothing but the number and the day', async () => {
    const { at, user, verification } = await longVerified()
    const provenAt = at.time.now - HALF_A_YEAR
    expect(evidenceAt(at, user)?.dueAt).toBe(at.time.now)
    expect(await follow(at, user)).toBe('look_begun')
    expect(at.queue.sent).toHaveLength(1)
    expect(await looked(at)).toEqual(['look_verified'])
    const { phone } = person('match')
    expect(at.bureau.asked).toEqual([{ phone, since: beijingDay(provenAt) }])
    expect(at.bureau.askedOf).toEqual(['alibaba_cloud'])
    const records = itemsOf(at, 'DISCLOSURE#').filter(({ purpose }) => purpose === 'number_recheck')
    expect(records).toMatchObject([
      {
        ...{ recipient: 'alibaba_cloud', items: ['phone'], outcome: 'answered', basis: 'consent' },
        ...{ check: verification.id, consentId: verification.id },
      },
    ])
    const charged = itemsOf(at, 'LEDGER#vendor:').filter(({ orderId }) => orderId === '')
    expect(charged).toMatchObject([
      { entries: [{ account: 'expense:vendor:alibaba_cloud', fen: 1000 }, { fen: -1000 }] },
    ])
  })

  it('that is still theirs is as good as proven today', async () => {
    const { at, user } = await longVerified()
    await follow(at, user)
    await looked(at)
    expect(heldAt(at, user).proofs).toMatchObject([{ at: at.time.now }])
    expect(evidenceAt(at, user)).toMatchObject({ at: at.time.now, dueAt: at.time.now + HALF_A_YEAR })
    expect(evidenceAt(at, user)).not.toHaveProperty('looks')
    expect(lettersTo(at, user)).toEqual([])
    at.time.now += HALF_A_YEAR
    expect(await follow(at, user)).toBe('look_begun')
  })

  it('that is somebody else’s now proves nothing any more: the gate shuts, and they are told why and what to do', async () => {
    const { at, user } = await longVerified({ sessions: { lifeMs: 365 * DAY } })
    at.bureau.script.push(() => results.mismatch)
    await follow(at, user)
    expect(await looked(at)).toEqual(['look_mismatch'])
    expect(levelAt(at, user)).toBe(0)
    expect(heldAt(at, user).proofs).toMatchObject([{ ended: 'number_recycled', validUntil: at.time.now }])
    expect(evidenceAt(at, user)).not.toHaveProperty('dueAt')
    const [letter] = lettersTo(at, user)
    expect(letter).toMatchObject({ status: 'delivered', channel: 'inbox' })
    expect(letter?.content).toContain('https://shiming.test/verify')
    expect(letter?.content).toContain('已分配给他人')
    // They may prove themselves with the number they have now.
    expect(codeOf(await submit(at, await submission(at, user)))).toBe('ok')
  })

  it.each([
    ['says nothing', results.no_record],
    ['is not heard', results.timeout_after_sending],
  ])(
    'stays as it is where the vendor %s, and is looked at a week later; after three of these in half a year',
    async (_, result) => {
      const { at, user } = await longVerified()
      for (let times = 1; times <= 3; times += 1) {
        at.bureau.script.push(() => result)
        expect(await follow(at, user)).toBe('look_begun')
        await looked(at)
        expect(levelAt(at, user)).toBe(1)
        expect(evidenceAt(at, user)).toMatchObject({ looks: times, dueAt: at.time.now + 7 * DAY })
        at.time.now += 7 * DAY
      }
      expect(await follow(at, user)).toBe('put_off')
      expect(evidenceAt(at, user)).toMatchObject({ looks: 0, dueAt: at.time.now + HALF_A_YEAR })
      expect(at.bureau.asked).toHaveLength(3)
    },
  )

  it('P6 is asked about at most once for a look, however many workers come and whatever dies', async () => {
    const { at, user } = await longVerified()
    await follow(at, user)
    const id = at.queue.sent[0]?.id ?? ''
    await Promise.all([runCheck(at, job(id)), runCheck(at, job(id)), runCheck(at, job(id))])
    await runCheck(at, job(id))
    expect(at.bureau.asked).toHaveLength(1)
  })

  it('P6 is not asked about again where a worker died while it called', async () => {
    const { at, user } = await longVerified()
    await follow(at, user)
    const id = at.queue.sent[0]?.id ?? ''
    at.bureau.script.push(() => {
      throw new Error('died')
    })
    await expect(runCheck(at, job(id))).rejects.toThrow('died')
    at.time.now += 3 * MINUTE
    expect(await runCheck(at, job(id))).toBe('look_undetermined')
    expect(at.bureau.asked).toHaveLength(1)
    expect(levelAt(at, user)).toBe(1)
  })

  it('is begun once for as many messages as there are', async () => {
    const { at, user } = await longVerified()
    await Promise.all([follow(at, user), follow(at, user), follow(at, user)])
    expect(looksAt(at)).toHaveLength(1)
  })

  it('that was proven anew meanwhile is not touched by what is found out about the one before', async () => {
    const { at, user } = await longVerified()
    await follow(at, user)
    const again = { ...evidenceOf(evidenceAt(at, user) ?? { pk: '', sk: '' }), at: at.time.now, check: 'n' }
    at.bureau.script.push(async () => {
      await at.table.commit(evidenceHeld(heldAt(at, user), again, quietly(at.time.now)))
      return results.mismatch
    })
    await looked(at)
    expect(levelAt(at, user)).toBe(1)
    expect(lettersTo(at, user)).toEqual([])
    // And where it was before the call, there is none.
    at.bureau.asked.length = 0
    const [look] = looksAt(at)
    expect(look?.status).toBe('done')
  })

  it('is not asked about where it was proven anew before the call', async () => {
    const { at, user } = await longVerified()
    await follow(at, user)
    const again = { ...evidenceOf(evidenceAt(at, user) ?? { pk: '', sk: '' }), at: at.time.now, check: 'n' }
    await at.table.commit(evidenceHeld(heldAt(at, user), again, quietly(at.time.now)))
    expect(await looked(at)).toEqual(['look_undetermined'])
    expect(at.bureau.asked).toEqual([])
  })

  it('loses no other change of the evidence that comes while it is looked at', async () => {
    const { at, user } = await longVerified()
    await follow(at, user)
    const face = { accountId: user.accountId, kind: 'face', at: at.time.now, possession: true, check: 'f' } as const
    at.bureau.script.push(async () => {
      await at.table.commit(evidenceHeld(heldAt(at, user), face, quietly(at.time.now)))
      return results.mismatch
    })
    await looked(at)
    expect(heldAt(at, user).proofs.map(({ kind }) => kind)).toEqual(['face', 'carrier_three_element'])
    expect(heldAt(at, user).proofs).toMatchObject([{}, { ended: 'number_recycled' }])
  })
})

describe('X3 nothing is looked at', () => {
  it('before half a year is over', async () => {
    const at = world()
    const { user } = await decided(at)
    at.time.now += HALF_A_YEAR - HOUR
    expect(await follow(at, user)).toBe('put_off')
    expect(evidenceAt(at, user)?.dueAt).toBe(at.time.now + HOUR)
    expect(looksAt(at)).toEqual([])
  })

  it('of whoever was not told of it, or not of this vendor', async () => {
    const off = world({ recheck: { afterMs: 0 } })
    const { user } = await decided(off)
    expect(evidenceAt(off, user)).not.toHaveProperty('dueAt')
    const { at, user: told } = await longVerified()
    at.bureau.recheckers.splice(0)
    expect(await follow(at, told)).toBe('not_looked_at')
    expect(evidenceAt(at, told)).not.toHaveProperty('dueAt')
  })

  it('M7 whose consent is not on record any more', async () => {
    const { at, user, verification } = await longVerified()
    await at.table.commit([
      { kind: 'delete', key: { pk: `ACCOUNT#${user.accountId}`, sk: `CONSENT#${verification.id}` } },
    ])
    expect(await follow(at, user)).toBe('not_looked_at')
    expect(looksAt(at)).toEqual([])
  })

  it('while vendors have cost what they may today: it is put off to the next', async () => {
    const { at, user } = await longVerified({ identity: { dailySpend: { alibaba_cloud: 999 } } })
    expect(await follow(at, user)).toBe('put_off')
    expect(evidenceAt(at, user)?.dueAt).toBe(nextBeijingDay(at.time.now))
    expect(looksAt(at)).toEqual([])
  })

  it('for what is nothing', async () => {
    const at = world()
    expect(await followEvidence(at, `${'a'.repeat(32)}.carrier`)).toBe('nothing_owed')
    expect(await followEvidence(at, 'x')).toBe('nothing_owed')
  })
})

describe('X3 evidence whose time is over', () => {
  it('is told once to whoever it is of', async () => {
    const { at, user } = await longVerified()
    const face = {
      ...provenByCarrier(user.accountId),
      kind: 'face' as const,
      at: at.time.now,
      validUntil: at.time.now + DAY,
    }
    await at.table.commit(evidenceHeld(heldAt(at, user), face, quietly(at.time.now)))
    const followFace = () => followEvidence(at, `${user.accountId}.police`)
    expect(await followFace()).toBe('not_looked_at')
    expect(itemAt(at, evidenceKeys.evidence(user.accountId, 'police'))?.dueAt).toBe(face.validUntil)
    at.time.now += DAY
    expect(await followFace()).toBe('told')
    expect(await followFace()).toBe('nothing_owed')
    expect(lettersTo(at, user)).toMatchObject([{ title: expect.stringContaining('实名信息已失效') }])
  })

  it('is told once by two workers that begin at the same moment, and to the platform too', async () => {
    const { at, user } = await longVerified()
    const ends = { kind: 'face' as const, at: at.time.now, validUntil: at.time.now + DAY }
    await at.table.commit(
      evidenceHeld(heldAt(at, user), { ...provenByCarrier(user.accountId), ...ends }, quietly(at.time.now)),
    )
    at.time.now += DAY
    const once = () => followEvidence(at, `${user.accountId}.police`)
    expect((await Promise.all([once(), once()])).toSorted()).toEqual(['moved', 'told'])
    expect(lettersTo(at, user)).toHaveLength(1)
    const outbox = at.table.items().find(({ pk }) => pk === `OUTBOX#account:${user.accountId}`)
    expect(outbox?.pending).toMatchObject([
      { type: 'verification.verified' },
      { type: 'level.changed', data: { from: 0, to: 1, because: 'proven' } },
      { type: 'evidence.ended', data: { kind: 'face', because: 'expired' } },
    ])
  })

  it('is told with the level that is left, once, from the one that was told before', async () => {
    const { at, user } = await longVerified()
    const of = provenByCarrier(user.accountId)
    const proofs = [
      { ...of, kind: 'id_document' as const },
      { ...of, kind: 'face' as const, at: at.time.now, validUntil: at.time.now + DAY },
      { ...of, kind: 'bank_card_four_element' as const, validUntil: at.time.now + DAY },
    ]
    for (const one of proofs) await at.table.commit(evidenceHeld(heldAt(at, user), one, quietly(at.time.now)))
    expect(heldAt(at, user).toldLevel).toBe(4)
    at.time.now += DAY
    const told = () => at.table.items().find(({ pk }) => pk === `OUTBOX#account:${user.accountId}`)?.pending
    expect(await followEvidence(at, `${user.accountId}.bank`)).toBe('told')
    expect(told()).toContainEqual(
      expect.objectContaining({ type: 'level.changed', data: { from: 4, to: 2, because: 'expired' } }),
    )
    expect(lettersTo(at, user).at(-1)?.content).toContain('实名等级由 4 级（完整）变为 2 级（有证件）。')
    const before = (told() as unknown[]).length
    expect(await followEvidence(at, `${user.accountId}.police`)).toBe('told')
    // Both ended at once: the second changes nothing of the level that was told.
    expect((told() as unknown[]).slice(before)).toMatchObject([{ type: 'evidence.ended', data: { kind: 'face' } }])
    expect(lettersTo(at, user)).toHaveLength(2)
    expect(heldAt(at, user).toldLevel).toBe(2)
  })

  it('says nothing where the account is nobody by then', async () => {
    const { at, user } = await longVerified()
    const ends = { kind: 'face' as const, at: at.time.now, validUntil: at.time.now + DAY }
    const face = { ...provenByCarrier(user.accountId), ...ends }
    await at.table.commit(evidenceHeld(heldAt(at, user), face, quietly(at.time.now)))
    await at.table.commit([remove(gateKeys.identity(user.accountId))])
    at.time.now += DAY
    expect(await followEvidence(at, `${user.accountId}.police`)).toBe('moved')
    expect(lettersTo(at, user)).toEqual([])
  })
})
