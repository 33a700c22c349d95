import { describe, expect, it } from 'vitest'
import { minutes } from './minutes.ts'

describe('how long chaos lasts', () => {
  it.each([
    ['1', 1],
    ['0.5', 0.5],
    ['1440', 1440],
    ['1441', undefined],
    ['0', undefined],
    ['-1', undefined],
    ['', undefined],
    ['1e3', undefined],
    ['.5', undefined],
    ['1 minute', undefined],
  ])('%s', (text, read) => {
    expect(minutes.read(text)).toBe(read)
  })
})
