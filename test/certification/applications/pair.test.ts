import { describe, expect, it } from 'vitest'
import { pairToken } from '../../../functions/certification/applications/pair.ts'

const names = { from: '小店点单', to: '小店' }

describe('W3 what stands for exactly one change of name', () => {
  it('is the same for the same', () => {
    expect(pairToken('1', names)).toBe(pairToken('1', { ...names }))
  })

  it('is another for another application, old name or new name, also where they only stand elsewhere', () => {
    const all = [
      pairToken('1', names),
      pairToken('2', names),
      pairToken('1', { from: '小店点', to: '单小店' }),
      pairToken('1', { from: names.to, to: names.from }),
      pairToken('1', { from: names.from, to: '小店 ' }),
      pairToken('1', { from: names.from, to: names.from }),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})
