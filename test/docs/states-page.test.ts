import { describe, expect, it } from 'vitest'
import { sources } from '../../shared/kernel/states.ts'
import { eventsOf } from '../state-moves.ts'
import { filesLike, textOf } from './repository.ts'
import { stateTables } from './states-page.ts'

const tables = Object.entries(stateTables).map(([name, table]) => ({ name, table }))

describe('M1 the page of states', () => {
  it('has every table of the code', () => {
    const declared = filesLike('functions/**/*.ts').flatMap(
      (file) => textOf(file).match(/satisfies StateTable</g) ?? [],
    )
    expect(tables).toHaveLength(declared.length)
  })

  it.each(tables)('has no event of a $name that leads to several states', ({ table }) => {
    for (const event of eventsOf(table)) expect(sources(table, event)).not.toEqual([])
  })

  it('is where every write has its states from: no store names one in a condition or a change', () => {
    const byHand = filesLike('functions/**/*-store.ts').filter((file) =>
      /(?:equals|oneOf)\('status', (?:\[|'|sources)|\bset: \{\s*status: '/.test(textOf(file)),
    )
    expect(byHand).toEqual([])
  })
})
