import { analyse } from 'scslre'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { textOf } from '../docs/repository.ts'
import { costliest } from './cost.ts'
import { pumpsFor } from './pumps.ts'
import { allExpressions, expressionsIn, sources } from './sources.ts'

/** As the sources use it: all finds, all finds in a row, or one. */
const using =
  ({ source, flags }: { source: string; flags: string }) =>
  (text: string): void => {
    const expression = new RegExp(source, flags)
    const isRepeated = expression.global || expression.sticky
    let from = -1
    while (expression.test(text) && isRepeated && expression.lastIndex > from) from = expression.lastIndex
  }

/** What is wrong with an expression: by its form, or by a text it was tried with. */
const faultsOf = (written: { source: string; flags: string }): string[] => {
  const { reports } = analyse(written)
  if (reports.length > 0) return reports.map(({ type, character }) => `${type}: many ${character.literal.source}`)
  const text = costliest({ read: using(written), usualMs: 0.5 }, pumpsFor(written))
  return text ? [`tried: ${JSON.stringify(text)}`] : []
}

const named = (written: { source: string; flags: string }): string => `/${written.source}/${written.flags}`

const expressions = allExpressions()

describe('what a regular expression costs grows with the text and no faster, whatever the text', () => {
  it('every one is read', () => {
    expect(expressions.length).toBeGreaterThan(150)
    for (const file of sources())
      expect(expressionsIn(textOf(file)).unreadable, `${file}: construct it of texts and constants of the file`).toBe(0)
  })

  it.each(expressions.map((one) => [one.file, named(one), one] as const))('%s %s', (_file, _name, one) => {
    expect(faultsOf(one)).toEqual([])
  })

  it('that of zod for the times of channels', () => {
    expect(faultsOf(z.iso.datetime({ offset: true })._zod.pattern)).toEqual([])
  })
})

describe('one that costs more', () => {
  const found: Record<string, RegExp> = {
    'the cube: /send/ and many slashes': /^\/send\/+(.*?)\/*$/,
    'what is repeated in what is repeated': /^(?:a+)+$/,
    'the end of a text, from every place': /(\r?\n)+$/,
    'a beginning without an end': /Credential=([^/,]+)\/\d{8}/,
    'lines that go on': /^#+收入合计：(\d+)笔，共\+?([^元]*)元/gm,
    'two that could both have it': /^\S*总金额\s*(\S+)\s*元$/,
    'found only by trying': /-----BEGIN [\s\S]+?-----END /g,
  }

  it.each(Object.entries(found))('is found: %s', (_name, { source, flags }) => {
    expect(faultsOf({ source, flags })).not.toEqual([])
  })

  it('is read where it is made of constants of its file, and nowhere else', () => {
    const twice = 'const DIGITS = "\\\\d+"; const twice = new RegExp(`^$' + '{DIGITS}$' + '{DIGITS}$`, "u")'
    expect(expressionsIn(twice)).toEqual({ written: [{ source: '^\\d+\\d+$', flags: 'u' }], unreadable: 0 })
    expect(expressionsIn('const made = (given: string) => RegExp(given)')).toEqual({ written: [], unreadable: 1 })
  })
})
