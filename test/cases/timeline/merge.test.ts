import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KindPage, Line } from '../../../functions/cases/timeline/line.ts'
import { type LineKind, lineKinds } from '../../../functions/cases/timeline/line-kinds.ts'
import { merge, type Places } from '../../../functions/cases/timeline/merge.ts'
import { pageOfAll } from '../../../functions/cases/timeline/place.ts'

const line = (kind: LineKind, at: number, nth: number): Line => ({
  kind,
  at,
  id: `${kind}.${nth}`,
  event: 'paid',
  subject: 's',
})

const name = ({ kind, at, id }: Line): string => `${at} ${kind} ${id}`

/** All pages, one behind the other; `handed`: how many lines of a kind are read at once. */
const walk = (all: ReadonlyMap<LineKind, readonly Line[]>, limit: number, handed: number): Line[][] => {
  const pages: Line[][] = []
  let places: Places | undefined = {}
  while (places) {
    const before: Places = places
    const read = [...all].map(([kind, lines]): [LineKind, KindPage] => [kind, pageOfAll(lines, before[kind], handed)])
    const merged = merge(new Map(read), before, limit)
    pages.push(merged.lines)
    places = merged.places
    if (pages.length > 1000) throw new Error('no end')
  }
  return pages
}

const kindsOfLines = fc.array(fc.array(fc.nat(20), { maxLength: 15 }), { maxLength: 4 }).map(
  (times) =>
    new Map(
      times.flatMap((ats, at): [LineKind, Line[]][] => {
        const kind = lineKinds[at]
        return kind ? [[kind, ats.map((time, nth) => line(kind, time, nth))]] : []
      }),
    ),
)

describe('M8 a time line of several kinds', () => {
  it('has every line once and in the order of time, however it is cut into pages', () => {
    fc.assert(
      fc.property(kindsOfLines, fc.integer({ min: 1, max: 7 }), fc.nat(5), (all, limit, more) => {
        const pages = walk(all, limit, limit + more)
        const lines = pages.flat()
        expect(lines.map(name).toSorted()).toEqual([...all.values()].flat().map(name).toSorted())
        expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((one, other) => other - one))
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit)
      }),
    )
  })
  it('gives less than a page where nobody knows yet how new the next of a kind is, and goes on behind it', () => {
    const [old, recent] = [line('payment', 1, 0), line('message', 9, 0)]
    const pages = new Map<LineKind, KindPage>([
      ['payment', { lines: [{ line: old, place: 'p' }], more: false }],
      ['message', { lines: [{ line: recent, place: 'm' }], more: true }],
    ])
    expect(merge(pages, {}, 10)).toEqual({ lines: [recent], places: { message: 'm' } })
  })
  it('keeps the places of kinds that gave nothing', () => {
    const pages = new Map<LineKind, KindPage>([['message', { lines: [], more: true }]])
    expect(merge(pages, { payment: 'p' }, 10)).toEqual({ lines: [], places: { payment: 'p' } })
  })
  it('ends where nothing is left', () => {
    expect(merge(new Map(), {}, 10)).toEqual({ lines: [], places: undefined })
  })
})
