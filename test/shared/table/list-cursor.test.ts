import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterCursor, cursorOf } from '../../../shared/table/list-cursor.ts'

const next = JSON.stringify([1_795_147_200_000, 'ORDER#1', 'ORDER'])

describe('a cursor of a list', () => {
  it('comes back as the end of the page it was made from', () => {
    expect(cursorOf(next)).toMatch(/^[\w-]+$/)
    expect(afterCursor(cursorOf(next), { pk: 'ORDER#' })).toBe(next)
  })

  it('leads into its own list only', () => {
    expect(afterCursor(cursorOf(next), { pk: 'ACCOUNT#' })).toBeUndefined()
    expect(afterCursor(cursorOf(next), { pk: 'ORDER#', sk: 'REFUND#' })).toBeUndefined()
  })

  it('leads into its own time only', () => {
    const at = 1_795_147_200_000
    expect(afterCursor(cursorOf(next), { pk: '', from: at, until: at + 1 })).toBe(next)
    expect(afterCursor(cursorOf(next), { pk: '', from: at + 1 })).toBeUndefined()
    expect(afterCursor(cursorOf(next), { pk: '', until: at })).toBeUndefined()
  })

  it.each([
    `${cursorOf(next)}=`,
    `${cursorOf(next)}\n`,
    '',
    'AA',
    cursorOf('null'),
    cursorOf('[]'),
    cursorOf('[1,"ORDER#1"]'),
  ])('is not %j', (cursor) => {
    expect(afterCursor(cursor, { pk: '' })).toBeUndefined()
  })

  it('is never a fault, whatever a client sends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(cursorOf)), (cursor) => {
        const read = afterCursor(cursor, { pk: 'ORDER#' })
        if (read !== undefined) expect(cursorOf(read)).toBe(cursor)
        expect(read === undefined || read.includes('ORDER#')).toBe(true)
      }),
    )
  })
})
