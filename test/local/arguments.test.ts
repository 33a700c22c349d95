import { describe, expect, it } from 'vitest'
import { argumentsOf, startCommand } from '../../local/arguments.ts'
import { readCommandLine } from '../../shared/command/command-line.ts'

const usual = {
  port: 4000,
  data: '.local',
  watch: false,
  debug: false,
  brief: false,
  json: false,
  opens: true,
  deliver: [],
}
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
    ['json', false],
  ])('takes --%s', (name, opens) => {
    expect(read(`--${name}`)).toEqual({ ...usual, [name]: true, opens })
  })

  it('takes ports of this machine for webhooks, separated by commas or one after the other, each once', () => {
    const targets = ['127.0.0.1:4100', 'localhost:4101', '[::1]:4102']
    const told = ['--deliver', '127.0.0.1:4100, localhost:4101', '--deliver=[::1]:4102', '--deliver', '127.0.0.1:4100']
    expect(read(...told)).toEqual({ ...usual, deliver: targets })
  })

  it.each([
    ...['example.cn:443', '10.0.0.1:4100', '0.0.0.0:4100', '127.0.0.1', '127.0.0.1:0', '127.0.0.1:65536', '127.1:4100'],
    ...['http://127.0.0.1:4100', '127.0.0.1:4100/x', '::1:4100', 'localhost.example.cn:4100', '127.0.0.1:4100,'],
  ])('takes no %s for webhooks', (target) => {
    expect(() => read('--deliver', target)).toThrow(
      `--deliver must be host:port of this machine (127.0.0.1, localhost or [::1]), as 127.0.0.1:4100, not '${target}'`,
    )
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
