import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fenGoingBack } from '../../functions/payment/refunds/refund.ts'
import { problems } from '../../functions/problems.ts'
import { settingsOf } from '../../functions/settings.ts'
import { failOver, journeys } from '../../local/demo/journeys.ts'
import type { Problem } from '../../shared/kernel/problems.ts'
import { fencesIn, proseOf } from './fences.ts'

const at = (page: string): string => readFileSync(join(import.meta.dirname, '../..', page), 'utf8')

const READMES = ['README.md', 'README.zh-CN.md']

describe('what is true of the code is what pages say', () => {
  it('P7 what goes back', () => {
    const { feeFen, membershipFen } = settingsOf('production', undefined).prices
    const row = (offer: 'fee' | 'membership', amountFen: number) => {
      const ends = ['match', 'mismatch', 'no_record', 'undetermined'] as const
      return `| ${offer} | ${ends.map((end) => fenGoingBack(offer, end, amountFen, feeFen)).join(' | ')} |`
    }
    expect(at('docs/money.md')).toContain(row('fee', feeFen))
    expect(at('docs/money.md')).toContain(row('membership', membershipFen))
  })

  it('M1 what any route may refuse with', () => {
    for (const code of ['contended', 'busy', 'internal'] as const)
      expect(at('docs/api.md')).toContain(`| ${problems[code].status} \`${code}\` |`)
    const legacy: Problem = problems.contended
    expect(at('docs/api.md')).toContain(`${legacy.legacyCode} in place of \`contended\``)
  })

  it('which folders there are, each once', () => {
    const shown = Array.from(at('docs/architecture.md').matchAll(/^\| functions\/(\w+) \|/gm), ([, name]) => name)
    const folders = readdirSync(join(import.meta.dirname, '../../functions'), { withFileTypes: true })
    expect(shown.toSorted()).toEqual(folders.filter((one) => one.isDirectory()).map(({ name }) => name))
  })

  it.each(READMES)('how the journeys of the demo end: %s', (page) => {
    const rows = [...journeys, ...failOver].map(
      ({ name, expected: { status, paidFen, refundedFen, send, mostCalls } }) =>
        [name, status, paidFen, refundedFen, send, mostCalls].join(' | '),
    )
    const shown = tablesIn(at(page))
      .flat()
      .map((row) => row.replace(/^\| (.*) \|$/, '$1'))
    const told = shown.filter((row) => rows.includes(row))
    expect(told.length).toBeGreaterThan(10)
    const journeyRows = shown.filter((row) => /^(?:fee|membership) \+/.test(row))
    expect(journeyRows.filter((row) => !rows.includes(row))).toEqual([])
  })
})

/** The tables of a page, each as its lines. */
const tablesIn = (text: string): string[][] =>
  Array.from(proseOf(text).matchAll(/(?:^\|.*\n)+/gm), ([table]) => table.trimEnd().split('\n'))

/** Texts in a program that only people read; which they are differs by language. */
const withoutTexts = (code: string): string =>
  code.replaceAll(/'[^']*[\p{Script=Han}\s:][^']*'/gu, "''").replaceAll(/\/\/.*$/gm, '')

/** Commands in a sentence or a table. */
const commandsIn = (text: string): string[] =>
  Array.from(proseOf(text).matchAll(/`([^`]*\bnpm [^`]*)`/g), ([, command = '']) => command)

/** A picture is there in each language. */
const withoutLanguage = (link: string): string => link.replace(/\.(?:en|zh-CN)\.png$/, '.png')

const shapeOf = (page: string) => {
  const text = at(page)
  return {
    sections: Array.from(proseOf(text).matchAll(/^(#+) /gm), ([, level]) => level),
    commands: commandsIn(text),
    tables: tablesIn(text).map((table) => table.map((row) => row.split('|').length)),
    links: Array.from(proseOf(text).matchAll(/\]\(((?:docs\/|clients|examples|CON|CHANGE)[^)]*)\)/g), ([, to = '']) =>
      withoutLanguage(to),
    ).toSorted(),
    code: fencesIn(text)
      .filter(({ lang }) => lang !== 'text')
      .map(({ lang, tags, text: block }) => [lang, ...tags, withoutTexts(block)].join(' ')),
  }
}

describe('the README is the same in both languages', () => {
  it('sections, commands, tables, links and code', () => {
    expect(shapeOf('README.zh-CN.md')).toEqual(shapeOf('README.md'))
  })
})
