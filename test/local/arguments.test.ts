import { describe, expect, it } from 'vitest'
import { argumentsOf, startCommand } from '../../local/arguments.ts'
import { readCommandLine } from '../../shared/command/command-line.ts'

const usual = { port: 4000, data: '.local', watch: false, debug: false, brief: false, opens: true }
const read = (...args: string[]) => argumentsOf(readCommandLine(startCommand, args, {}))

describe('the command line of npm start', () => {
  it('has defaults', () => {
    expect(read()).toEqual(usual)
  })

  it('takes port and data folder, or keeps nothing', () => {
    expect(read('--port', '0', '--data', 'x')).toEqual({ ...usual, port: 0, data: 'x' })
    expect(read('--port=65535', '--memory')).toEqual({ ...usual, port: 65_535, data: undefined })
  })

  it.each([
    ['watch', true],
    ['debug', false],
    ['brief', false],
  ])('takes --%s', (name, opens) => {
    expect(read(`--${name}`)).toEqual({ ...usual, [name]: true, opens })
  })

  it('opens no browser where that is not wanted', () => {
    expect(read('--no-open')).toEqual({ ...usual, opens: false })
  })

  it.each([
    ['--port must be a whole number from 0 to 65535, not', '--port', '70000'],
    ['--port must be a whole number from 0 to 65535, not', '--port', '-1'],
    ['--data must be a folder', '--data', ''],
    ['--memory keeps nothing, so it goes without --data', '--memory', '--data', 'x'],
  ])('is told: %s', (text, ...args) => {
    expect(() => read(...args)).toThrow(text)
  })
})
