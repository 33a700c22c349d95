import { describe, expect, it } from 'vitest'
import { appendLine } from '../../functions/vendors/bill-table.ts'

describe('a line of a bill that goes on with the row before it', () => {
  it('continues its last cell and adds the others', () => {
    const row = ['2026-11-20', '一', '二']
    appendLine(row, ['三', '四'])
    expect(row).toEqual(['2026-11-20', '一', '二\n三', '四'])
  })

  it('may have more cells than a call takes arguments', () => {
    const row = ['']
    appendLine(
      row,
      Array.from({ length: 200_000 }, () => ''),
    )
    expect(row).toHaveLength(200_000)
  })
})
