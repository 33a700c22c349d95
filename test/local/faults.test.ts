import { describe, expect, it } from 'vitest'
import { faultRules, unknownName } from '../../local/faults.ts'

const put = { fn: 'store', operation: 'PutItem' }
const get = { fn: 'store', operation: 'GetItem' }

describe('M3 faults of calls', () => {
  it('strike at the n-th call that fits and then as often as said', () => {
    const faults = faultRules()
    faults.add({ target: 'function', fn: 'store', operation: 'PutItem', nth: 2, times: 2, action: 'kill_before' })
    const struck = [put, get, put, { ...put, fn: 'other' }, put, put].map((call) => faults.ofCall(call)?.action)
    expect(struck).toEqual([undefined, undefined, 'kill_before', undefined, 'kill_before', undefined])
    expect(faults.pending()).toEqual([])
  })

  it('count every operation when none is named', () => {
    const faults = faultRules()
    faults.add({ target: 'function', fn: 'store', nth: 2, action: 'throttle' })
    expect([get, put].map((call) => faults.ofCall(call)?.action)).toEqual([undefined, 'throttle'])
  })

  it.each(['conflict', 'throttle_after'] as const)('let only writes %s', (action) => {
    const faults = faultRules()
    faults.add({ target: 'function', fn: 'store', action })
    expect([get, put].map((call) => faults.ofCall(call)?.action)).toEqual([undefined, action])
  })

  it('strike one at a time, in the order they were made', () => {
    const faults = faultRules()
    faults.add({ target: 'function', fn: 'store', action: 'throttle' })
    faults.add({ target: 'function', fn: 'store', action: 'delay', ms: 1 })
    expect([get, get, get].map((call) => faults.ofCall(call)?.action)).toEqual(['throttle', 'delay', undefined])
  })
})

describe('M3 faults of messages and requests', () => {
  it('meet the queue or path they name', () => {
    const faults = faultRules()
    faults.add({ target: 'queue', queue: 'jobs', action: 'drop' })
    faults.add({ target: 'route', path: '/sandbox/', action: 'hang_after' })
    expect(faults.ofMessage('other')).toBeUndefined()
    expect(faults.ofMessage('jobs')?.action).toBe('drop')
    expect(faults.ofMessage('jobs')).toBeUndefined()
    expect(faults.ofRequest('/v1/account')).toBeUndefined()
    expect(faults.ofRequest('/sandbox/pay')?.action).toBe('hang_after')
  })

  it('can be cleared', () => {
    const faults = faultRules()
    faults.add({ target: 'queue', queue: 'jobs', action: 'drop' })
    faults.clear()
    expect(faults.ofMessage('jobs')).toBeUndefined()
  })
})

describe('rules that make no sense', () => {
  it('are refused', () => {
    const faults = faultRules()
    expect(() => faults.add({ target: 'function', fn: 'store', nth: 0, action: 'throttle' })).toThrow()
    expect(() => faults.add({ target: 'route', path: 'no-slash', action: 'break_before' })).toThrow()
  })

  it('name what does not exist', () => {
    const names = { functions: ['store'], queues: ['jobs'] }
    expect(unknownName({ target: 'function', fn: 'sture', action: 'throttle' }, names)).toBe('fn')
    expect(unknownName({ target: 'queue', queue: 'jabs', action: 'drop' }, names)).toBe('queue')
    expect(unknownName({ target: 'queue', queue: 'jobs', action: 'drop' }, names)).toBeUndefined()
  })
})
