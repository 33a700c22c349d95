import { describe, expect, it } from 'vitest'
import { readArguments } from '../../local/arguments.ts'

describe('the command line', () => {
  it('has defaults', () => {
    expect(readArguments([])).toEqual({ port: 4000, data: '.local' })
  })

  it('takes port and data folder, or keeps nothing', () => {
    expect(readArguments(['--port', '0', '--data', 'x'])).toEqual({ port: 0, data: 'x' })
    expect(readArguments(['--port=4001', '--memory'])).toEqual({ port: 4001, data: undefined })
  })

  it.each([
    ['--bogus'],
    ['extra'],
    ['--port', 'x'],
    ['--port', '70000'],
    ['--port', '-1'],
    ['--port'],
    ['--data', ''],
    ['--memory', '--data', 'x'],
  ])('refuses %s', (...args) => {
    expect(readArguments(args)).toBeUndefined()
  })
})
