import { describe, expect, it } from 'vitest'
import { showApplicant } from '../../../functions/certification/applicants/applicant-view.ts'
import { findProof } from '../../../functions/certification/proving/find-proof.ts'
import type { ApplicantProof } from '../../../functions/certification/proving/proof.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { ban, enter } from '../../world.ts'
import { FEN, NUMBER, provingWorld } from './fixture.ts'

const begun = async (overrides: Record<string, unknown> = {}) => {
  const one = provingWorld(overrides)
  const { accountId } = await enter(one.at)
  const id = await one.company(accountId)
  const shown = ({ applicant, proof }: ApplicantProof) => showApplicant(applicant, proof, one.at.clock.now())
  const kept = () => findProof(one.at, { accountId, id })
  return { ...one, accountId, id, shown, kept }
}

describe('W2 the account of a company, proven by a small transfer', () => {
  it('is proven by whoever says what arrived; the number is sealed, and its last four shown', async () => {
    const one = await begun()
    const asked = one.shown(valueIn(await one.begin(one.accountId, one.id, { accountNumber: '9999 0000-000000001 ' })))
    expect(asked).toMatchObject({ accountProof: 'waiting', account: { lastFour: '0001', triesLeft: 3 } })
    expect(one.calls).toEqual([`${NUMBER} ${FEN}`])
    expect(JSON.stringify(await one.kept())).not.toContain(NUMBER)
    const proven = one.shown(valueIn(await one.answer(one.accountId, one.id, FEN)))
    expect(proven).toMatchObject({ accountProof: 'proven' })
    // A second click of either answers how it stands.
    expect(one.shown(valueIn(await one.begin(one.accountId, one.id)))).toEqual(proven)
    expect(one.shown(valueIn(await one.answer(one.accountId, one.id, 1)))).toEqual(proven)
    expect(one.calls).toHaveLength(1)
  })

  it('is transferred to once, however many ask at once', async () => {
    const one = await begun()
    const came = await Promise.all(Array.from({ length: 50 }, () => one.begin(one.accountId, one.id)))
    expect(one.calls).toHaveLength(1)
    expect(came.filter(({ ok }) => ok).length).toBeGreaterThan(0)
  })

  it('is compared three times at most, of 200 who guess at once', async () => {
    const one = await begun()
    valueIn(await one.begin(one.accountId, one.id))
    const guesses = Array.from({ length: 200 }, (_, nth) => 1 + (nth % 36))
    for (let round = 0; round < 4; round += 1)
      await Promise.all(guesses.map((fen) => one.answer(one.accountId, one.id, fen)))
    expect(one.opened.count).toBe(3)
    expect(one.shown({ ...valueIn(await one.begin(one.accountId, one.id)) })).toMatchObject({ accountProof: 'waiting' })
    expect(one.calls, 'another transfer, with tries of its own').toHaveLength(2)
  })

  it('tells how many tries are left, and is over after the third or 72 hours', async () => {
    const one = await begun()
    valueIn(await one.begin(one.accountId, one.id))
    const wrong = async () => one.answer(one.accountId, one.id, FEN + 1)
    expect(await wrong()).toMatchObject({ refusal: { code: 'account_amount_wrong', extra: { triesLeft: 2 } } })
    expect(await wrong()).toMatchObject({ refusal: { extra: { triesLeft: 1 } } })
    one.at.time.now = NOON + 72 * HOUR - 1
    expect(await wrong()).toMatchObject({ refusal: { extra: { triesLeft: 0 } } })
    expect(codeOf(await one.answer(one.accountId, one.id, FEN))).toBe('account_proof_over')
    const other = await begun()
    valueIn(await other.begin(other.accountId, other.id))
    other.at.time.now = NOON + 72 * HOUR
    expect(codeOf(await other.answer(other.accountId, other.id, FEN))).toBe('account_proof_over')
  })

  it('is never asked for twice where whoever asked died, or nobody knows; what arrived is taken', async () => {
    for (const next of [new Error('died'), { kind: 'unknown' } as const]) {
      const one = await begun()
      one.says.next = next
      await one.begin(one.accountId, one.id).catch(() => undefined)
      one.says.next = { kind: 'begun', reference: 'r' }
      expect(one.shown(valueIn(await one.begin(one.accountId, one.id)))).toMatchObject({ accountProof: 'waiting' })
      expect(one.calls).toHaveLength(1)
      expect(one.shown(valueIn(await one.answer(one.accountId, one.id, FEN)))).toMatchObject({ accountProof: 'proven' })
    }
  })

  it('may be asked for again where nothing was transferred, or it came back', async () => {
    const one = await begun()
    one.says.next = { kind: 'not_executed', because: 'account' }
    expect(codeOf(await one.begin(one.accountId, one.id))).toBe('account_not_taken')
    expect((await one.kept())?.status).toBe('failed')
    one.says.next = { kind: 'begun', reference: 'r' }
    valueIn(await one.begin(one.accountId, one.id))
    one.says.standing = 'failed'
    const back = await begun()
    valueIn(await back.begin(back.accountId, back.id))
    back.says.standing = 'failed'
    expect(codeOf(await back.answer(back.accountId, back.id, FEN))).toBe('account_proof_over')
    expect(await back.kept()).toMatchObject({ status: 'failed', tries: 0 })
    expect(codeOf(await one.begin(one.accountId, one.id))).toBe('account_proofs_used')
    expect((await one.kept())?.status).toBe('failed')
  })

  it('is refused where nobody transfers, to a banned account, of no company, and with what is wrong', async () => {
    const one = await begun()
    expect(codeOf(await one.begin(one.accountId, one.id, { prover: undefined }))).toBe('account_proof_not_offered')
    expect(codeOf(await one.begin(one.accountId, one.id, { accountNumber: '12' }))).toBe('invalid_account_number')
    expect(codeOf(await one.begin(one.accountId, one.id, { bankCode: '12' }))).toBe('invalid_bank_code')
    expect(codeOf(await one.begin(one.accountId, one.id, { notice: 'x' }))).toBe('consent_outdated')
    const other = await enter(one.at)
    expect(codeOf(await one.begin(other.accountId, one.id))).toBe('not_found')
    expect(codeOf(await one.answer(one.accountId, one.id, FEN))).toBe('account_proof_over')
    valueIn(await one.begin(one.accountId, one.id))
    await ban(one.at, one)
    expect(codeOf(await one.begin(one.accountId, one.id))).toBe('banned')
    expect(codeOf(await one.answer(one.accountId, one.id, FEN))).toBe('banned')
    expect(one.calls).toHaveLength(1)
  })
})
