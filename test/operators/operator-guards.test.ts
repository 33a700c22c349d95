import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { operatorKeysIn } from '../../functions/account/api-keys/platform-secret.ts'
import { newSessionToken } from '../../functions/account/sessions/session-store.ts'
import { byOperator, byOperatorClaim } from '../../functions/operators/operator-guards.ts'
import type { Right } from '../../functions/operators/rights.ts'
import { type Route, route } from '../../shared/http/route.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { requestFrom } from '../http-event.ts'
import { codeOf, countingIds, refusalOf, valueIn } from '../kit.ts'
import { enrolled, type World, world } from './fixture.ts'

const newKey = (): string => `smo_${randomBytes(32).toString('base64url')}`
const known = (id: string, key: string) => ({ id, sha256: createHash('sha256').update(key).digest('hex') })

const [wang, ling] = [newKey(), newKey()]
const keys = async () => operatorKeysIn({ keys: [], operators: [known('wang', wang), known('ling', ling)] })
const guardAt = (at: World) => byOperator(at, keys)

const base = { fn: 'test-thing', path: '/', name: 'test', summary: '', answers: {}, caller: 'operator' } as const
const asking = (right: Right, method: 'GET' | 'POST' = 'GET', more: { needsNoStepUp?: true } = {}): Route =>
  route({ ...base, method, right, ...more })

describe('a machine', () => {
  it('is known by whose key it carries, and needs no code', async () => {
    const guard = guardAt(world())
    expect(guard.kind).toBe('operator')
    const machine = (operatorId: string) => ({ operatorId, role: 'machine' })
    expect(valueIn(await guard.admit(requestFrom(wang), asking('move_money', 'POST')))).toEqual(machine('wang'))
    expect(valueIn(await guard.admit(requestFrom(ling), asking('move_money')))).toEqual(machine('ling'))
  })

  it('is not one without a key, with a wrong one, or with that of the platform or a user', async () => {
    const at = world()
    const ids = countingIds()
    const others = [wang.replace('smo_', 'smk_'), newSessionToken(ids.id(), ids)]
    for (const wrong of [undefined, '', 'smo_', newKey(), `${wang}x`, wang.slice(0, -1), wang.toUpperCase(), ...others])
      expect(codeOf(await guardAt(at).admit(requestFrom(wrong), asking('see_orders'))), wrong).toBe('unauthenticated')
  })

  it('is not there where the secret names none', async () => {
    const nobody = byOperator(world(), async () => operatorKeysIn({ keys: [known('backend', wang)] }))
    expect(codeOf(await nobody.admit(requestFrom(wang), asking('see_orders')))).toBe('unauthenticated')
  })

  it('may not do what only persons may', async () => {
    const refusal = refusalOf(await guardAt(world()).admit(requestFrom(wang), asking('approve_money', 'POST')))
    expect(refusal).toMatchObject({ code: 'right_missing', extra: { right: 'approve_money' } })
  })
})

describe('a person', () => {
  it('is known by their session, in one call, as far as their role goes', async () => {
    const at = world()
    const { token } = await enrolled(at)
    const before = at.table.calls()
    const who = valueIn(await guardAt(at).admit(requestFrom(token), asking('move_money')))
    expect(at.table.calls() - before).toBe(1)
    expect(who).toMatchObject({ operatorId: 'lin', isPerson: true, role: 'finance' })
    const refusal = refusalOf(await guardAt(at).admit(requestFrom(token), asking('decide_bans', 'POST')))
    expect(refusal).toMatchObject({ code: 'right_missing', extra: { right: 'decide_bans' } })
  })

  it('needs a code that is not old for deeds, and none to look', async () => {
    const at = world()
    const { token } = await enrolled(at)
    const ask = async (of: Route) => codeOf(await guardAt(at).admit(requestFrom(token), of))
    expect(await ask(asking('move_money', 'POST'))).toBe('ok')
    at.time.now += 9 * MINUTE
    expect(await ask(asking('move_money', 'POST'))).toBe('step_up_needed')
    expect(await ask(asking('move_money'))).toBe('ok')
    expect(await ask(asking('see_orders', 'POST', { needsNoStepUp: true }))).toBe('ok')
    // What they may not do is not asked a code for.
    expect(await ask(asking('decide_bans', 'POST'))).toBe('right_missing')
  })

  it('is refused where a route names no right, whatever its types say', async () => {
    const at = world()
    const { token } = await enrolled(at, 'chen', 'admin')
    for (const right of [undefined, 'toString'])
      expect(codeOf(await guardAt(at).admit(requestFrom(token), { ...base, method: 'GET', right } as never))).toBe(
        'right_missing',
      )
  })
})

describe('whoever leaves', () => {
  it('only has to show a session, which may be over', async () => {
    const at = world()
    const { token } = await enrolled(at)
    const { calls } = at.table
    const before = calls()
    expect(valueIn(await byOperatorClaim.admit(requestFrom(token)))).toMatchObject({ name: 'lin' })
    expect(calls() - before).toBe(0)
    for (const none of [undefined, wang, 'lin'])
      expect(codeOf(await byOperatorClaim.admit(requestFrom(none)))).toBe('unauthenticated')
  })
})
