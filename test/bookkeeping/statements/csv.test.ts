import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../functions/bookkeeping/statements/csv.ts'

const cellsOf = (text: string): string[][] | number => {
  const read = readCsv(text)
  return read.kind === 'rows' ? read.rows.map(({ cells }) => cells) : read.line
}

const linesOf = (text: string): number[] => {
  const read = readCsv(text)
  return read.kind === 'rows' ? read.rows.map(({ line }) => line) : []
}

const rows = [
  ['a', 'b'],
  ['1', '2'],
]

describe('CSV happy', () => {
  it.each([
    ['plain', 'a,b\n1,2\n'],
    ['without an end', 'a,b\n1,2'],
    ['of Windows', 'a,b\r\n1,2\r\n'],
    ['of an old Mac', 'a,b\r1,2\r'],
    ['with a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['with a byte order mark and quotes', '\uFEFF"a","b"\r\n"1","2"\r\n'],
    ['with spaces around', ' a , b \n"1" ,2\t\n'],
    ['with empty lines', '\n\na,b\n\n1,2\n\n\n'],
    ['with rows of nothing', 'a,b\n,\n1,2\n,,,\n'],
  ])('%s', (_case, text) => {
    expect(cellsOf(text)).toEqual(rows)
  })

  it('keeps commas, quotes and lines inside quotes', () => {
    expect(cellsOf('a,b\n"x, ""y""\nz",2\n')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ])
  })

  it('keeps empty cells, the last one too', () => {
    expect(cellsOf('a,b,c\n1,,\n"",2,')).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['', '2', ''],
    ])
  })

  it('counts lines as an editor does', () => {
    expect(linesOf('\r\na,b\r\n"x\r\ny",2\n\n3,4')).toEqual([2, 3, 6])
  })

  it('reads back whatever was written, however it was written', () => {
    const cell = fc.string().map((text) => text.trim())
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (written, end, marked) => {
        const text = written.map((row) => row.map(quoted).join(',')).join(end)
        const kept = written.filter((row) => row.some((one) => one !== ''))
        expect(cellsOf(`${marked ? '\uFEFF' : ''}${text}`)).toEqual(kept)
      }),
    )
  })
})

describe('CSV refused', () => {
  it.each([
    ['a quote that is not closed', 'a,b\n1,"2\n3,4\n', 2],
    ['a quote inside a cell', 'a,b\n1,2\n1"x,2\n', 3],
    ['text after a quote', 'a,b\n"1"x,2\n', 2],
  ])('%s', (_case, text, line) => {
    expect(cellsOf(text)).toBe(line)
  })
})

describe('CSV hostile', () => {
  it('any text is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '\uFEFF') }), (text) => {
        expect(['rows', 'fault']).toContain(readCsv(text).kind)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['quotes', '"'.repeat(1_000_001)],
    ['pairs of quotes', `"${'""'.repeat(500_000)}`],
    ['commas', ','.repeat(1_000_000)],
    ['lines', '\n'.repeat(1_000_000)],
    ['one long cell', `"${'x'.repeat(1_000_000)}`],
  ])('a megabyte of %s takes no longer than a megabyte', (_case, text) => {
    const began = process.threadCpuUsage()
    readCsv(text)
    expect(process.threadCpuUsage(began).user).toBeLessThan(20_000_000)
  })
})
