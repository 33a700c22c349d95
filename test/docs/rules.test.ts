import { describe, expect, it } from 'vitest'
import { citedIn, definedIn } from './citations.ts'
import { filesLike, textOf } from './repository.ts'
import { rulesIn } from './rules.ts'
import { definitions, rules } from './rules-index.ts'

const SOURCES = '{functions,infra,local,shared,test}/**/*.ts'

describe('docs/rules.md', () => {
  it('gives every id once', () => {
    const ids = rules().map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted())
  })

  it('has every id that tests or code name', () => {
    const known = new Set(rules().map(({ id }) => id))
    const unknown = filesLike(SOURCES).flatMap((file) =>
      [...citedIn(textOf(file))].filter((id) => !known.has(id)).map((id) => `${id} in ${file}`),
    )
    expect(unknown, 'add a row to docs/rules.md, or correct the id').toEqual([])
  })

  it('says of no rule that it works which no test defines', () => {
    const defined = definitions()
    const promised = rules().filter(({ id, status }) => status === 'works' && !defined.has(id))
    expect(promised, 'begin the title of the test that defines it with its id').toEqual([])
  })
})

describe('a row', () => {
  it('is id, meaning and one of three statuses', () => {
    const page = '| id | meaning | status |\n|---|---|---|\n| M10 | Tools for others. | not yet |\n\n- P1: a remark\n'
    expect(rulesIn(page)).toEqual([{ id: 'M10', meaning: 'Tools for others.', status: 'not yet' }])
  })

  it.each([
    '| P1 | x y | done |',
    '| P1 | works |',
    '| P1 |  | works |',
    '| P1 | x y | works | more |',
    '| P100 | x y | works |',
  ])('is not %s', (row) => {
    expect(() => rulesIn(row)).toThrow(row)
  })
})

describe('an id', () => {
  it.each([
    '/** What goes back. P7. */',
    '/**\n * Calls once.\n * What is ours costs nothing. P7.\n */',
    'const fee = 100 // P7',
    "expect(refunds, 'P7 refunds').toEqual([])",
    "['P7', suspects],",
    "test.each(rows)(\n  '$offer: refunds are what P7 says',",
  ])('is named in %j', (source) => {
    expect([...citedIn(source)]).toEqual(['P7'])
  })

  it.each(['const P7 = 1', "['A-P7']", "get('https://host/P7')", '/[P7]/', "'**/P7/*.ts'", '3 * P7'])(
    'is not named in %j',
    (source) => {
      expect(citedIn(source).size).toBe(0)
    },
  )

  const title = (text: string, call = 'describe') => `${call}('${text}', () => {})`

  it.each([
    title('P6 P7 whoever dies'),
    title('P6 P7 $name', 'it.each(rows)'),
    title('P6 P7 whoever dies', 'describe.each(\n  rows,\n)'),
    `${title('P6 one')}\n  ${title('P7 another', 'it')}`,
  ])('is defined by %j', (source) => {
    expect([...definedIn(source)]).toEqual(['P6', 'P7'])
  })

  it.each([title('refunds are what P7 says'), title('P7'), title('P7 later', 'it.skip'), title('P7 a fact', 'expect')])(
    'is not defined by %j',
    (source) => {
      expect(definedIn(source).size).toBe(0)
    },
  )
})
