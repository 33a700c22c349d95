import { describe, expect, it } from 'vitest'
import { readArguments } from '../../local/arguments.ts'

const usual = { port: 4000, data: '.local', watch: false, debug: false, brief: false }

describe('the command line', () => {
  it('has defaults', () => {
    expect(readArguments([])).toEqual(usual)
  })

  it('takes port and data folder, or keeps nothing', () => {
    expect(readArguments(['--port', '0', '--data', 'x'])).toEqual({ ...usual, port: 0, data: 'x' })
    expect(readArguments(['--port=4001', '--memory'])).toEqual({ ...usual, port: 4001, data: undefined })
  })

  it.each(['watch', 'debug', 'brief'])('takes --%s', (name) => {
    expect(readArguments([`--${name}`])).toEqual({ ...usual, [name]: true })
  })

  it.each([
    ['--bogus'],
    ['extra'],
    ['--port', 'x'],
    ['--port', '70000'],
    ['--port', '-1'],
    ['--port'],
    ['--data', ''],
    ['--watch=yes'],
    ['--memory', '--data', 'x'],
  ])('refuses %s', (...args) => {
    expect(readArguments(args)).toBeUndefined()
  })
})
