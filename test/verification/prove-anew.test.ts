import { describe, expect, it } from 'vitest'
import { evidenceKeys } from '../../functions/evidence/keys.ts'
import { levelOf } from '../../functions/evidence/level.ts'
import { evidenceHeld, type HeldIdentity, heldIdentity } from '../../functions/gate/identity-store.ts'
import { gateKeys } from '../../functions/gate/keys.ts'
import { runCheck } from '../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import { submit } from '../../functions/verification/submission/submit.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'
import { update } from '../../shared/table/write.ts'
import { codeOf, refusalOf } from '../kit.ts'
import { provenByCarrier, quietly } from '../samples.ts'
import { bought, decided, enter, itemAt, job, person, submission, type User, type World, world } from '../world.ts'
import { results } from './check/scripted-checker.ts'

const heldAt = (at: World, { accountId }: User): HeldIdentity => {
  const held = heldIdentity(itemAt(at, gateKeys.identity(accountId)))
  if (!held) throw new Error('no identity')
  return held
}

const levelAt = (at: World, user: User) => levelOf(heldAt(at, user).proofs, at.time.now)

/** What the carriers said of an account counts no more from now on. */
const ended = async (at: World, user: User): Promise<void> => {
  const evidence = provenByCarrier(user.accountId)
  await at.table.commit(evidenceHeld(heldAt(at, user), { ...evidence, validUntil: at.time.now }, quietly(at.time.now)))
}

describe('X3 whose evidence has ended', () => {
  it('may prove it anew, and holds the same identity as before', async () => {
    const at = world()
    const { user, verification: first } = await decided(at)
    const before = heldAt(at, user)
    await ended(at, user)
    expect(levelAt(at, user)).toEqual({ level: 0 })
    at.time.now += DAY
    const { verification } = await decided(at, { user })
    expect(verification.id).not.toBe(first.id)
    expect(itemAt(at, verificationKeys.verification(user.accountId, verification.id))?.status).toBe('verified')
    const { changes, proofs, ...identity } = heldAt(at, user)
    expect({ ...identity, proofs: before.proofs, changes: before.changes }).toEqual(before)
    expect(proofs).toEqual([{ kind: 'carrier_three_element', at: at.time.now, possession: true }])
    expect(changes).toBe(before.changes + 2)
    expect(levelAt(at, user)).toEqual({ level: 1 })
    const kept = itemAt(at, evidenceKeys.evidence(user.accountId, 'carrier'))
    expect(kept).toMatchObject({ check: verification.id, at: at.time.now })
    expect(kept).not.toHaveProperty('validUntil')
  })

  it('is not taken as somebody else', async () => {
    const at = world()
    const { user } = await decided(at)
    await ended(at, user)
    const refused = refusalOf(await submit(at, await submission(at, user, { who: person('match', 1) })))
    expect(refused).toMatchObject({
      code: 'verified_as_another',
      fields: [{ pointer: '/idNumber', code: 'verified_as_another' }],
    })
  })

  it('loses no change that is made while the carrier is asked', async () => {
    const at = world()
    const { user } = await decided(at)
    await ended(at, user)
    const ready = await bought(at, { user })
    const face = { accountId: user.accountId, kind: 'face', at: at.time.now, possession: true, check: 'f' } as const
    at.bureau.script.push(async () => {
      await at.table.commit(evidenceHeld(heldAt(at, user), face, quietly(at.time.now)))
      return results.match
    })
    await runCheck(at, job(ready.checkId))
    expect(heldAt(at, user).proofs.map(({ kind }) => kind)).toEqual(['face', 'carrier_three_element'])
  })

  it('is not taken as somebody else who the account became while the carrier was asked', async () => {
    const at = world()
    const { user } = await decided(at)
    await ended(at, user)
    const ready = await bought(at, { user })
    await at.table.commit([update(gateKeys.identity(user.accountId), { set: { personIndex: 'v1.other' } })])
    expect(await runCheck(at, job(ready.checkId))).toBe('identity_in_use')
  })

  it('may prove it anew although it counts, where a feature wants it younger', async () => {
    const at = world({ gate: { rechargeMaxAgeMs: DAY } })
    const { user } = await decided(at)
    at.time.now += DAY - 1
    expect(codeOf(await submit(at, await submission(at, user)))).toBe('already_verified')
    at.time.now += HOUR
    await decided(at, { user })
    expect(heldAt(at, user).proofs).toEqual([{ kind: 'carrier_three_element', at: at.time.now, possession: true }])
  })

  it('proves nothing twice', async () => {
    const at = world()
    const { user } = await decided(at)
    expect(codeOf(await submit(at, await submission(at, user)))).toBe('already_verified')
    expect(codeOf(await submit(at, await submission(at, await enter(at))))).toBe('identity_unavailable')
  })
})
