import { describe, expect, it } from 'vitest'
import { finals, type StateTable, sources } from '../../../shared/kernel/states.ts'

type Light = 'red' | 'green' | 'amber' | 'broken' | 'scrapped'

const table: StateTable<Light> = [
  { from: ['red'], to: 'green', when: 'the other way is clear' },
  { from: ['green', 'red'], to: 'amber', when: 'somebody comes' },
  { from: ['amber', 'green'], to: 'broken', when: 'the lamp fails' },
  { from: ['amber'], to: 'broken', when: 'the power fails' },
  { from: ['broken'], to: 'scrapped', when: 'it cannot be repaired' },
]

describe('M1 a state table', () => {
  it('says once from where a state can be entered, whatever the reason', () => {
    expect(sources(table, 'broken')).toEqual(['amber', 'green'])
    expect(sources(table, 'green')).toEqual(['red'])
  })
  it('says that nothing leads to where everything begins', () => {
    expect(sources(table, 'red')).toEqual([])
  })
  it('says which states are final', () => {
    expect(finals(table)).toEqual(['scrapped'])
    expect(finals(table.slice(0, 3))).toEqual(['broken'])
  })
})
