import { describe, expect, it } from 'vitest'
import { whyClosed } from '../../../../web/console/papers/why-closed.ts'

const MINE = {
  ...({ status: 'open', mine: true, needsAnother: false } as const),
  claim: { by: 'li', until: '2026-01-01T00:15:00Z' },
}

describe('P11 papers of a case', () => {
  it('are opened by whoever holds it and may see pictures, also as the second of two', () => {
    expect(whyClosed(MINE, true)).toBeUndefined()
    expect(whyClosed({ ...MINE, status: 'seconding' }, true)).toBeUndefined()
  })

  it('are closed to whoever may see no pictures, whatever else holds', () => {
    expect(whyClosed(MINE, false)).toBe('notYours')
    expect(whyClosed({ ...MINE, status: 'decided' }, false)).toBe('notYours')
  })

  it('are closed before it is taken, while another has it, while its user is asked, and once it is over', () => {
    const open = { ...MINE, mine: false, claim: null }
    expect(whyClosed(open, true)).toBe('takeFirst')
    expect(whyClosed({ ...MINE, mine: false }, true)).toBe('another')
    expect(whyClosed({ ...open, needsAnother: true }, true)).toBe('another')
    expect(whyClosed({ ...MINE, needsAnother: true }, true)).toBe('another')
    expect(whyClosed({ ...open, status: 'waiting' }, true)).toBe('waiting')
    expect(whyClosed({ ...MINE, status: 'decided' }, true)).toBe('over')
    expect(whyClosed({ ...open, status: 'withdrawn' }, true)).toBe('over')
  })
})
