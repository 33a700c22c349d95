import { scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { authenticateOperator } from '../../../functions/operators/access/authenticate-operator.ts'
import { endOperatorSession } from '../../../functions/operators/access/end-session.ts'
import { operatorClaimOf } from '../../../functions/operators/access/session-store.ts'
import { takeStepUp } from '../../../functions/operators/access/take-step-up.ts'
import { operatorKeys } from '../../../functions/operators/keys.ts'
import { editOperator } from '../../../functions/operators/managing/edit-operator.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { ringOf } from '../../key-ring.ts'
import { codeOf as refusalCode, valueIn } from '../../kit.ts'
import { ADDRESS, BOSS, codeOf, deedsAbout, enrolled, PASSWORD, signIn, type World, world } from '../fixture.ts'

/** What somebody outside sees of a try, and what it takes. */
const seen = async (at: World, step: () => Promise<unknown>) => {
  const before = at.table.calls()
  return { answer: JSON.stringify(await step()), took: at.table.calls() - before }
}

describe('signing in', () => {
  it('opens a session by name, password and code, in three calls', async () => {
    const at = world()
    const lin = await enrolled(at)
    const before = at.table.calls()
    const { token, person } = valueIn(await signIn(at, lin))
    expect(at.table.calls() - before).toBe(3)
    expect(person).toMatchObject({ name: 'lin', role: 'finance', status: 'active' })
    expect(valueIn(await authenticateOperator(at, token)).person.name).toBe('lin')
  })

  it('tells nothing of what was wrong, after the same calls', async () => {
    const at = world()
    const lin = await enrolled(at)
    const off = await enrolled(at, 'off')
    valueIn(await editOperator(at, BOSS, { name: 'off', status: 'disabled', reason: '离职' }))
    const used = codeOf(at, lin.secret)
    valueIn(await signIn(at, lin, { code: used }))
    const sights = [
      await seen(at, () => signIn(at, lin, { name: 'nobody' })),
      await seen(at, () => signIn(at, lin, { password: `${PASSWORD}!` })),
      await seen(at, () => signIn(at, lin, { code: '000000' })),
      await seen(at, () => signIn(at, off)),
    ]
    expect(new Set(sights.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(sights[0]).toMatchObject({ took: 2, answer: expect.stringContaining('credentials_wrong') })
    expect(refusalCode(await signIn(at, lin, { code: used }))).toBe('credentials_wrong')
  })

  it('takes a code once: also one of before it, and of two at once one', async () => {
    const at = world()
    const lin = await enrolled(at)
    const earlier = codeOf(at, lin.secret)
    at.time.now += 30 * SECOND
    const both = await Promise.all([signIn(at, lin), signIn(at, lin)])
    expect(both.map(refusalCode).toSorted()).toEqual(['credentials_wrong', 'ok'])
    expect(refusalCode(await signIn(at, lin, { code: earlier }))).toBe('credentials_wrong')
  })

  it('is recorded, with whether the device was known and a word for the place that is no address', async () => {
    const at = world()
    const lin = await enrolled(at)
    const { device } = valueIn(await signIn(at, lin))
    at.time.now += MINUTE
    valueIn(await signIn(at, lin, { device }))
    at.time.now += MINUTE
    valueIn(await signIn(at, lin, { device, sourceIp: '198.51.100.7' }))
    const told = deedsAbout(at, 'lin').filter((one) => one.startsWith('operator_sign_in'))
    const [first, second, third] = told.map((one) => one.split(' '))
    expect([first?.[1], second?.[1], third?.[1]]).toEqual(['new_device', 'known_device', 'known_device'])
    expect(first?.[2]).toMatch(/^[\w-]{10}$/)
    expect(second?.[2]).toBe(first?.[2])
    expect(third?.[2]).not.toBe(first?.[2])
    expect(told.join()).not.toContain(ADDRESS)
  })

  it('keeps password and secret anew that were kept under older parameters or an older key', async () => {
    const at = world()
    const lin = await enrolled(at)
    const person = operatorKeys.person('lin')
    const salt = Buffer.alloc(16)
    const hash = scryptSync(PASSWORD.normalize('NFKC'), salt, 32, { N: 32, r: 1, p: 1 }).toString('base64url')
    const password = { n: 32, r: 1, p: 1, salt: salt.toString('base64url'), hash }
    await at.table.update(update(person, { set: { password } }))
    at.ring.current = ringOf(['k2', 'k1'])
    valueIn(await signIn(at, lin))
    expect(await at.table.get(person)).toMatchObject({
      password: at.passwordCost,
      totp: expect.stringMatching(/^k2\./),
    })
    at.time.now += MINUTE
    at.ring.current = ringOf(['k2'])
    valueIn(await signIn(at, lin))
  })
})

describe('a session of the console', () => {
  it('is read in one call, and renewed by a second at most every five minutes', async () => {
    const at = world()
    const { token } = await enrolled(at)
    const cost = async () => {
      const before = at.table.calls()
      valueIn(await authenticateOperator(at, token))
      return at.table.calls() - before
    }
    expect(await cost()).toBe(1)
    at.time.now += 5 * MINUTE
    expect([await cost(), await cost()]).toEqual([2, 1])
    at.time.now += 5 * MINUTE
    // Said as it is after the renewal, so that whoever looks is not warned of an end that has moved.
    const { session } = valueIn(await authenticateOperator(at, token))
    expect(session.idleUntil).toBe(at.time.now + 30 * MINUTE)
    expect(valueIn(await authenticateOperator(at, token)).session.idleUntil).toBe(session.idleUntil)
  })

  it('is none for whoever shows something else', async () => {
    const at = world()
    const { token } = await enrolled(at)
    const others = [
      undefined,
      '',
      'lin',
      'lin.',
      `${token}x`,
      token.slice(0, -1),
      token.replace('lin', 'lina'),
      `.${token}`,
    ]
    for (const other of others)
      expect(refusalCode(await authenticateOperator(at, other)), other).toBe('unauthenticated')
  })

  it('ends by signing out, which may be done twice', async () => {
    const at = world()
    const { token } = await enrolled(at)
    const claim = operatorClaimOf(token)
    if (!claim) throw new Error('no claim')
    for (const _ of [1, 2]) valueIn(await endOperatorSession(at, claim))
    expect(refusalCode(await authenticateOperator(at, token))).toBe('unauthenticated')
  })

  it.each([
    ['another role', { role: 'support' }],
    ['being disabled', { status: 'disabled' }],
  ] as const)('ends at once by %s', async (_what, change) => {
    const at = world()
    const { token } = await enrolled(at)
    valueIn(await editOperator(at, BOSS, { name: 'lin', ...change, reason: '调整' }))
    expect(refusalCode(await authenticateOperator(at, token))).toBe('unauthenticated')
  })

  it('is not renewed by a read that was overtaken by signing out', async () => {
    const at = world()
    const { token } = await enrolled(at)
    at.time.now += 6 * MINUTE
    const claim = operatorClaimOf(token)
    if (!claim) throw new Error('no claim')
    const overtaken = {
      ...at,
      table: {
        ...at.table,
        getMany: async (keys: Parameters<World['table']['getMany']>[0]) => {
          const found = await at.table.getMany(keys)
          valueIn(await endOperatorSession(at, claim))
          return found
        },
      },
    }
    expect(refusalCode(await authenticateOperator(overtaken, token))).toBe('unauthenticated')
    expect(await at.table.get(claim.session)).toBeUndefined()
  })
})

describe('a further code', () => {
  const stepUp = async (at: World, { token }: { token: string }, code: string) => {
    const { person, session } = valueIn(await authenticateOperator(at, token))
    return takeStepUp(at, { name: person.name, session: session.key, code })
  }

  it('lets them act for ten minutes more, once', async () => {
    const at = world()
    const lin = await enrolled(at)
    at.time.now += 10 * MINUTE
    const code = codeOf(at, lin.secret)
    expect(valueIn(await stepUp(at, lin, code))).toEqual({ stepUpUntil: at.time.now + 10 * MINUTE })
    expect(valueIn(await authenticateOperator(at, lin.token)).session.stepUpUntil).toBe(at.time.now + 10 * MINUTE)
    expect(refusalCode(await stepUp(at, lin, code))).toBe('credentials_wrong')
  })

  it('is refused after too many wrong ones, in that session alone, and that rings', async () => {
    const at = world({ triesPerHour: 2 })
    const lin = await enrolled(at)
    const other = valueIn(await signIn(at, lin))
    at.time.now += MINUTE
    for (const _ of [1, 2]) expect(refusalCode(await stepUp(at, lin, '000000'))).toBe('credentials_wrong')
    expect(refusalCode(await stepUp(at, lin, codeOf(at, lin.secret)))).toBe('too_often')
    expect(at.rung).toEqual(['operator_guessed_at'])
    valueIn(await stepUp(at, other, codeOf(at, lin.secret)))
  })

  it('that is right is not counted, however often', async () => {
    const at = world({ triesPerHour: 1 })
    const lin = await enrolled(at)
    for (let nth = 0; nth < 3; nth += 1) {
      at.time.now += MINUTE
      expect(refusalCode(await stepUp(at, lin, codeOf(at, lin.secret)))).toBe('ok')
    }
  })

  it('helps nobody who was given another role meanwhile', async () => {
    const at = world()
    const lin = await enrolled(at)
    const { session } = valueIn(await authenticateOperator(at, lin.token))
    valueIn(await editOperator(at, BOSS, { name: 'lin', status: 'disabled', reason: '离职' }))
    const asked = { name: 'lin', session: session.key, code: codeOf(at, lin.secret) }
    expect(refusalCode(await takeStepUp(at, asked))).toBe('credentials_wrong')
  })
})
