import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { endAllSessions, signOut } from '../../../functions/account/sessions/end-sessions.ts'
import { listSessions } from '../../../functions/account/sessions/list-sessions.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { claimOf } from '../fixture.ts'
import { decide, phone, redeem, type ScanWorld, scanWorld, sessionsIn, shown, standing } from './fixture.ts'

const OVER = { ok: false, refusal: { code: 'scan_over' } }

const confirmed = async (at: ScanWorld) => {
  const [desk, caller] = [await shown(at), await phone(at)]
  valueIn(await decide(at, desk, caller))
  return { desk, caller }
}

describe('W1 the session of a desktop', () => {
  it('is opened for the account that confirmed, and its owner sees by what', async () => {
    const at = scanWorld()
    const { desk, caller } = await confirmed(at)
    const { token, account } = valueIn(await redeem(at, desk))
    expect(account).toEqual({ id: caller.accountId })
    const here = valueIn(await authenticate(at, token))
    const { sessions } = valueIn(await listSessions(at, here, { limit: 10 }))
    expect(sessions.find(({ isCurrent }) => isCurrent)).toMatchObject({ by: 'scan', device: 'windows' })
    expect(valueIn(await standing(at, desk))).toMatchObject({ status: 'used' })
    // The phone stays signed in.
    expect(codeOf(await authenticate(at, caller.token))).toBe('ok')
  })

  it('costs two database calls and no KMS call', async () => {
    const at = scanWorld()
    const { desk } = await confirmed(at)
    const before = [at.table.calls(), at.vault.calls()]
    await redeem(at, desk)
    expect([at.table.calls(), at.vault.calls()].map((now, which) => now - (before[which] ?? 0))).toEqual([2, 0])
  })

  it('is told again within a minute, as the answer may be lost, and is one session', async () => {
    const at = scanWorld()
    const { desk } = await confirmed(at)
    const first = valueIn(await redeem(at, desk))
    at.time.now += MINUTE - 1
    expect(valueIn(await redeem(at, desk))).toEqual(first)
    expect(sessionsIn(at)).toHaveLength(2)
    at.time.now += 1
    expect(await redeem(at, desk)).toEqual(OVER)
    expect(codeOf(await authenticate(at, first.token))).toBe('ok')
  })

  it('that has ended meanwhile is not told again', async () => {
    const at = scanWorld()
    const { desk } = await confirmed(at)
    const { token } = valueIn(await redeem(at, desk))
    await signOut(at, claimOf(token))
    expect(await redeem(at, desk)).toEqual(OVER)
    expect(sessionsIn(at)).toHaveLength(1)
  })

  it('is for nobody who has another secret, or the secret of another desktop', async () => {
    const at = scanWorld()
    const { desk } = await confirmed(at)
    const other = await shown(at)
    const [, secret = ''] = other.deskToken.split('.')
    for (const deskToken of [
      `${desk.id}.${secret}`,
      `${desk.id}.${desk.id}`,
      `${desk.code}.${desk.code}`,
      desk.code,
      '',
    ])
      expect(await redeem(at, { deskToken })).toEqual(OVER)
    expect(sessionsIn(at)).toHaveLength(1)
    expect(codeOf(await redeem(at, desk))).toBe('ok')
  })

  it('is not opened once whoever confirmed has signed out everywhere', async () => {
    const at = scanWorld()
    const { desk, caller } = await confirmed(at)
    await endAllSessions(at, caller, { keepsCurrent: false })
    expect(await redeem(at, desk)).toEqual(OVER)
    expect(sessionsIn(at)).toEqual([])
  })

  it('can be fetched for a minute after the confirmation, by the clock of the write', async () => {
    const at = scanWorld()
    const { desk } = await confirmed(at)
    at.time.now = NOON + MINUTE - 1
    const get = at.table.get.bind(at.table)
    const slow = {
      ...at,
      table: {
        ...at.table,
        get: async (...key: Parameters<typeof get>) => {
          const item = await get(...key)
          at.time.now += 1
          return item
        },
      },
    }
    expect(await redeem(slow, desk)).toEqual(OVER)
    expect(sessionsIn(at)).toHaveLength(1)
    expect(await standing(at, desk)).toEqual(OVER)
  })

  it('is not there for whoever shows no code at all, like one that is over', async () => {
    const at = scanWorld()
    const nobody = { deskToken: `${'n'.repeat(43)}.${'n'.repeat(43)}` }
    for (const outcome of [await redeem(at, nobody), await standing(at, nobody)]) expect(outcome).toEqual(OVER)
  })
})
