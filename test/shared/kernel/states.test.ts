import { describe, expect, it } from 'vitest'
import { type StateTable, sources, target } from '../../../shared/kernel/states.ts'
import { eventsOf, finals } from '../../state-moves.ts'

type Light = 'red' | 'green' | 'amber' | 'broken' | 'scrapped'

const table = [
  { from: ['red'], to: 'green', on: 'cleared', when: 'the other way is clear' },
  { from: ['green', 'red'], to: 'amber', on: 'approached', when: 'somebody comes' },
  { from: ['amber', 'green'], to: 'broken', on: 'failed', when: 'the lamp fails' },
  { from: ['amber'], to: 'broken', on: 'failed', when: 'the power fails' },
  { from: ['broken', 'scrapped'], on: 'looked_at', when: 'somebody looks at it' },
  { from: ['broken', 'scrapped'], to: 'scrapped', on: 'scrapped', when: 'it cannot be repaired' },
] as const satisfies StateTable<Light, string>

const ambiguous: StateTable<Light, 'moved'> = [
  { from: ['red'], to: 'green', on: 'moved', when: '' },
  { from: ['green'], to: 'amber', on: 'moved', when: '' },
]

describe('M1 a state table', () => {
  it('says once in which states an event may happen, whatever the reason', () => {
    expect(sources(table, 'failed')).toEqual(['amber', 'green'])
    expect(sources(table, 'cleared')).toEqual(['red'])
  })
  it('says where an event leads, if it moves anything', () => {
    expect([target(table, 'failed'), target(table, 'cleared')]).toEqual(['broken', 'green'])
    expect(() => target(table, 'looked_at')).toThrow('moves nothing: looked_at')
  })
  it('gives no answer for an event that leads to several states, or is none of its own', () => {
    expect(() => sources(ambiguous, 'moved')).toThrow('not one way on')
    expect(() => target(ambiguous, 'moved')).toThrow('not one way on')
    const unknown: StateTable<Light, string> = table
    expect(() => sources(unknown, 'painted')).toThrow('not one way on')
  })
  it('lists its events, each once', () => {
    expect(eventsOf(table)).toEqual(['cleared', 'approached', 'failed', 'looked_at', 'scrapped'])
  })
  it('says which states are final, though something may still happen in them', () => {
    expect(finals(table)).toEqual(['scrapped'])
    expect(finals(table.slice(0, 3))).toEqual(['broken'])
  })
})
