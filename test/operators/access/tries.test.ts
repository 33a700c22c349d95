import { describe, expect, it } from 'vitest'
import { knownDevice } from '../../../functions/operators/access/device-store.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { ringOf } from '../../key-ring.ts'
import { codeOf as refusalCode, refusalOf, valueIn } from '../../kit.ts'
import { ADDRESS, deedsAbout, enrolled, signIn, type World, world } from '../fixture.ts'

const OFFICE = ADDRESS
const WRONG = { code: '000000' }
const nextHour = (at: World): number => (Math.floor(at.time.now / HOUR) + 1) * HOUR

/** Somebody outside tries a name from so many addresses, as often as any address may. */
const guessed = async (at: World, of: Awaited<ReturnType<typeof enrolled>>, addresses: number) => {
  for (let nth = 0; nth < addresses; nth += 1)
    for (let time = 0; time < 12; time += 1) await signIn(at, of, { ...WRONG, sourceIp: `203.0.113.${nth}` })
}

describe('tries at the password and the code of an operator', () => {
  it('are refused from an address until the hour is over, and elsewhere go on', async () => {
    const at = world({ triesPerHour: 2 })
    const lin = await enrolled(at)
    for (const _ of [1, 2]) expect(refusalCode(await signIn(at, lin, WRONG))).toBe('credentials_wrong')
    expect(refusalOf(await signIn(at, lin))).toMatchObject({ code: 'too_often', retryAt: nextHour(at) })
    valueIn(await signIn(at, lin, { sourceIp: '198.51.100.7' }))
    at.time.now = nextHour(at)
    valueIn(await signIn(at, lin))
  })

  it('are bounded for a name however many addresses guess, and stop nobody on a device of theirs', async () => {
    const at = world()
    const lin = await enrolled(at)
    const { device } = valueIn(await signIn(at, lin))
    at.time.now += MINUTE
    await guessed(at, lin, 5)
    expect(refusalCode(await signIn(at, lin, { sourceIp: '198.51.100.7' }))).toBe('too_often')
    valueIn(await signIn(at, lin, { device }))
    at.time.now += MINUTE
    valueIn(await signIn(at, lin, { device: lin.device, sourceIp: '203.0.113.0' }))
  })

  it('at names nobody has, from the address of the office, stop nobody there who has signed in before', async () => {
    const at = world({ triesPerHourFromAddress: 30 })
    const lin = await enrolled(at)
    for (let nth = 0; nth < 40; nth += 1) await signIn(at, lin, { name: `nobody-${nth}`, sourceIp: OFFICE })
    expect(refusalCode(await signIn(at, lin, { sourceIp: OFFICE }))).toBe('too_often')
    valueIn(await signIn(at, lin, { device: lin.device, sourceIp: OFFICE }))
    expect(at.rung, 'nobody is being guessed at').toEqual([])
  })

  it('on a device are bounded as well, whoever has it', async () => {
    const at = world({ triesPerHour: 2 })
    const lin = await enrolled(at)
    for (const _ of [1, 2]) await signIn(at, lin, { ...WRONG, device: lin.device })
    expect(refusalCode(await signIn(at, lin, { device: lin.device }))).toBe('too_often')
    valueIn(await signIn(at, lin))
  })

  it('that are right are given back', async () => {
    const at = world({ triesPerHour: 1, triesPerHourAtName: 1, triesPerHourFromAddress: 1 })
    const lin = await enrolled(at)
    for (const device of [undefined, undefined, lin.device, lin.device]) {
      expect(refusalCode(await signIn(at, lin, device === undefined ? {} : { device }))).toBe('ok')
      at.time.now += MINUTE
    }
  })

  it('ring and are recorded once an hour when they come to their end, of names that somebody has', async () => {
    const at = world({ triesPerHour: 2 })
    const lin = await enrolled(at)
    const outside = async (name: string) => {
      for (let nth = 0; nth < 4; nth += 1) await signIn(at, lin, { ...WRONG, name })
    }
    const before = at.table.calls()
    await outside('nobody')
    const took = at.table.calls() - before
    expect(at.rung).toEqual([])
    await outside('lin')
    expect(at.table.calls() - before).toBe(2 * took)
    expect(at.rung).toEqual(['operator_guessed_at'])
    expect(deedsAbout(at, 'lin').filter((deed) => deed.startsWith('operator_lock_out'))).toEqual([
      'operator_lock_out new_device',
    ])
    at.time.now = nextHour(at)
    await outside('lin')
    expect(at.rung).toHaveLength(2)
  })
})

describe('a device', () => {
  it('is known for whoever signed in on it, and for nobody else', async () => {
    const at = world()
    const { device } = await enrolled(at)
    const ring = at.ring.current
    const id = knownDevice(ring, 'lin', device)
    expect(id).toMatch(/^[\w-]{22}$/)
    const others = [undefined, '', id, `${id}.`, `${device}x`, device.slice(0, -1), `x${device}`]
    for (const other of others) expect(knownDevice(ring, 'lin', other), String(other)).toBeUndefined()
    expect(knownDevice(ring, 'chen', device)).toBeUndefined()
    expect(knownDevice(ringOf(['k2', 'k1']), 'lin', device)).toBe(id)
    expect(knownDevice(ringOf(['k2']), 'lin', device)).toBeUndefined()
  })

  it('stays the same however often its owner signs in on it', async () => {
    const at = world()
    const lin = await enrolled(at)
    expect(valueIn(await signIn(at, lin, { device: lin.device })).device).toBe(lin.device)
  })
})
