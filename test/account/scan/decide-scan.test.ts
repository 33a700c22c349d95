import { describe, expect, it } from 'vitest'
import { scanKey } from '../../../functions/account/scan/scan-store.ts'
import { signOut } from '../../../functions/account/sessions/end-sessions.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, OTHER_PHONE, valueIn } from '../../kit.ts'
import { claimOf } from '../fixture.ts'
import { decide, look, phone, redeem, type ScanWorld, scanWorld, sessionsIn, shown, standing } from './fixture.ts'

const OVER = { ok: false, refusal: { code: 'scan_over' } }
const UNKNOWN = { code: 'u'.repeat(43) }

const itemOf = (at: ScanWorld, { code }: { code: string }) => at.table.get(scanKey(code))

describe('W1 a phone that looks at a code', () => {
  it('is told what asks and since when, decides nothing, and the desktop learns of it; so it is the second time', async () => {
    const at = scanWorld()
    const desk = await shown(at)
    at.time.now += MINUTE
    for (let times = 0; times < 2; times += 1) {
      expect(valueIn(await look(at, desk))).toMatchObject({
        purpose: 'sign_in',
        browser: { name: 'chrome', system: 'windows' },
        askedAt: NOON,
        expiresAt: NOON + 3 * MINUTE,
      })
      expect(valueIn(await standing(at, desk))).toMatchObject({ status: 'scanned', expiresAt: NOON + 3 * MINUTE })
    }
    expect(codeOf(await redeem(at, desk))).toBe('scan_not_confirmed')
  })

  it('is told the same of one that is over, one that was decided, and one that never was', async () => {
    const at = scanWorld()
    const caller = await phone(at)
    const [old, confirmed, refused] = [await shown(at), await shown(at), await shown(at)]
    await decide(at, confirmed, caller)
    await decide(at, refused, caller, 'refuse')
    for (const one of [confirmed, refused, UNKNOWN]) expect(await look(at, one)).toEqual(OVER)
    at.time.now += 3 * MINUTE
    expect(await look(at, old)).toEqual(OVER)
    // Nothing comes into being by looking for it.
    expect(await itemOf(at, UNKNOWN)).toBeUndefined()
  })
})

describe('W1 deciding on the phone', () => {
  it('lets the desktop in to that account, whose session the code itself never gets', async () => {
    const at = scanWorld()
    const [desk, caller] = [await shown(at), await phone(at)]
    valueIn(await look(at, desk))
    expect(valueIn(await decide(at, desk, caller))).toEqual({ decision: 'confirm' })
    expect(valueIn(await standing(at, desk))).toMatchObject({ status: 'confirmed' })
    const item = JSON.stringify(await itemOf(at, desk))
    for (const secret of [desk.code, desk.deskToken, caller.token]) expect(item).not.toContain(secret)
    expect(codeOf(await redeem(at, { deskToken: `${desk.id}.${desk.code}` }))).toBe('scan_over')
    expect(valueIn(await redeem(at, desk)).account.id).toBe(caller.accountId)
  })

  it('refuses for good, and the desktop is told so', async () => {
    const at = scanWorld()
    const [desk, caller] = [await shown(at), await phone(at)]
    expect(valueIn(await decide(at, desk, caller, 'refuse'))).toEqual({ decision: 'refuse' })
    expect(valueIn(await standing(at, desk))).toMatchObject({ status: 'refused' })
    expect(await decide(at, desk, caller)).toEqual(OVER)
    expect(await redeem(at, desk)).toEqual(OVER)
  })

  it('is told again to whoever repeats it, also when the desktop is in; not to others, and not the contrary', async () => {
    const at = scanWorld()
    const [caller, other] = [await phone(at), await phone(at, OTHER_PHONE)]
    const [desk, second] = [await shown(at), await shown(at)]
    valueIn(await decide(at, desk, caller))
    expect(valueIn(await decide(at, desk, caller))).toEqual({ decision: 'confirm' })
    valueIn(await redeem(at, desk))
    expect(valueIn(await decide(at, desk, caller))).toEqual({ decision: 'confirm' })
    expect(await decide(at, desk, caller, 'refuse')).toEqual(OVER)
    expect(await decide(at, desk, other)).toEqual(OVER)
    valueIn(await decide(at, second, caller, 'refuse'))
    expect(valueIn(await decide(at, second, caller, 'refuse'))).toEqual({ decision: 'refuse' })
    expect(await decide(at, second, other, 'refuse')).toEqual(OVER)
    at.time.now += 3 * MINUTE
    expect(await decide(at, second, caller, 'refuse')).toEqual(OVER)
  })

  it('needs a session that is live in the write', async () => {
    const at = scanWorld()
    const [desk, caller] = [await shown(at), await phone(at)]
    await signOut(at, claimOf(caller.token))
    expect(codeOf(await decide(at, desk, caller))).toBe('unauthenticated')
    expect(valueIn(await standing(at, desk))).toMatchObject({ status: 'waiting' })
  })

  it('costs one database call', async () => {
    const at = scanWorld()
    const [desk, caller] = [await shown(at), await phone(at)]
    const before = at.table.calls()
    await decide(at, desk, caller)
    expect([at.table.calls() - before, at.vault.calls()]).toEqual([1, expect.any(Number)])
  })

  it('of a code nobody shows is over', async () => {
    const at = scanWorld()
    expect(await decide(at, UNKNOWN, await phone(at))).toEqual(OVER)
  })
})

describe('design 14 the time of a code', () => {
  it.each(['confirm', 'refuse'] as const)(
    'can be used to %s in its last millisecond, and not in the next',
    async (decision) => {
      const at = scanWorld()
      const [early, late, caller] = [await shown(at), await shown(at), await phone(at)]
      at.time.now = NOON + 3 * MINUTE - 1
      expect(valueIn(await decide(at, early, caller, decision))).toEqual({ decision })
      at.time.now += 1
      expect(await decide(at, late, caller, decision)).toEqual(OVER)
      expect(await standing(at, late)).toEqual(OVER)
    },
  )

  it('leaves a desktop that was let in at the end a minute to come', async () => {
    const at = scanWorld()
    const [desk, caller] = [await shown(at), await phone(at)]
    at.time.now = NOON + 3 * MINUTE - 1
    valueIn(await decide(at, desk, caller))
    at.time.now += MINUTE - 1
    valueIn(await redeem(at, desk))
    expect(sessionsIn(at)).toHaveLength(2)
  })
})

describe('W1 many who decide at once', () => {
  it('two hundred confirmations of as many people give one session, of one of them', async () => {
    const at = scanWorld()
    const desk = await shown(at)
    const [one, other] = [await phone(at), await phone(at, OTHER_PHONE)]
    const all = Array.from({ length: 200 }, (_none, nth) => (nth % 2 === 0 ? one : other))
    const decided = await Promise.all(all.map((caller) => decide(at, desk, caller)))
    const winners = new Set(all.filter((_caller, nth) => decided[nth]?.ok).map(({ accountId }) => accountId))
    expect(winners.size).toBe(1)
    expect(decided.filter(({ ok }) => !ok)).toHaveLength(100)
    const redeemed = await Promise.all(Array.from({ length: 50 }, () => redeem(at, desk)))
    const tokens = new Set(redeemed.map((outcome) => valueIn(outcome).token))
    expect(tokens.size).toBe(1)
    expect(sessionsIn(at)).toHaveLength(3)
    expect([...winners]).toEqual([valueIn(await redeem(at, desk)).account.id])
  })

  it('who confirm and who refuse: one of both happens, and everybody is told what did', async () => {
    for (const first of ['confirm', 'refuse'] as const) {
      const at = scanWorld()
      const [desk, caller] = [await shown(at), await phone(at)]
      const decisions = Array.from({ length: 40 }, (_none, nth) =>
        (nth % 2 === 0) === (first === 'confirm') ? ('confirm' as const) : ('refuse' as const),
      )
      const decided = await Promise.all(decisions.map((decision) => decide(at, desk, caller, decision)))
      const done = new Set(decided.flatMap((outcome) => (outcome.ok ? [outcome.value.decision] : [])))
      expect([...done]).toEqual([first])
      expect((await redeem(at, desk)).ok).toBe(first === 'confirm')
    }
  })
})
