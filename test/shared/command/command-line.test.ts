import { describe, expect, it } from 'vitest'
import { asksForHelp, type Command, Misused, readCommandLine } from '../../../shared/command/command-line.ts'
import { onOff, wholeNumber, words } from '../../../shared/command/flags.ts'
import { usageOf } from '../../../shared/command/usage.ts'

const flags = {
  seed: wholeNumber('seed of the first one', { byDefault: undefined }),
  times: wholeNumber('how many', { from: 1, to: 9, byDefault: 3 }),
  only: words('those with this text', { what: 'a text', value: 'TEXT', byDefault: '' }),
  'dry-run': onOff('do nothing'),
}
const command: Command<typeof flags> = { call: 'npm run x', does: 'Does x.', flags }
const usual = { seed: undefined, times: 3, only: '', 'dry-run': false }

const read = (line: string, env: NodeJS.ProcessEnv = {}) =>
  readCommandLine(command, line.split(' ').filter(Boolean), env)

const fault = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Misused) return error.message
    throw error
  }
  return 'understood'
}

describe('a command line', () => {
  it.each([
    ['', usual],
    ['--seed 0', { ...usual, seed: 0 }],
    ['--seed 1795826996', { ...usual, seed: 1_795_826_996 }],
    ['--seed 9007199254740991', { ...usual, seed: Number.MAX_SAFE_INTEGER }],
    ['--times=9', { ...usual, times: 9 }],
    ['--only=--seed --dry-run', { ...usual, only: '--seed', 'dry-run': true }],
    ['--times 4 --times 5', { ...usual, times: 5 }],
  ])('%s', (line, asked) => {
    expect(read(line)).toEqual({ flags: asked, others: [] })
  })

  it.each([
    ['--seed', '--seed needs a whole number from 0 to 9007199254740991'],
    ['--seed --dry-run', '--seed needs a whole number from 0 to 9007199254740991'],
    ['--seed many', "--seed must be a whole number from 0 to 9007199254740991, not 'many'"],
    ['--seed -1', "--seed must be a whole number from 0 to 9007199254740991, not '-1'"],
    ['--seed=', "--seed must be a whole number from 0 to 9007199254740991, not ''"],
    ['--seed 1.5', "--seed must be a whole number from 0 to 9007199254740991, not '1.5'"],
    ['--seed 1e3', "--seed must be a whole number from 0 to 9007199254740991, not '1e3'"],
    ['--seed 0x10', "--seed must be a whole number from 0 to 9007199254740991, not '0x10'"],
    ['--seed 9007199254740992', "--seed must be a whole number from 0 to 9007199254740991, not '9007199254740992'"],
    ['--times 0', "--times must be a whole number from 1 to 9, not '0'"],
    ['--times 10', "--times must be a whole number from 1 to 9, not '10'"],
    ['--only', '--only needs a text'],
    ['--dry-run=yes', "--dry-run takes no value; it was given 'yes'"],
    ['--sed 1', 'npm run x has no --sed; perhaps --seed is meant'],
    ['--Seed 1', 'npm run x has no --Seed; perhaps --seed is meant'],
    ['-seed', 'npm run x has no -s; its flags are --seed, --times, --only, --dry-run'],
    ['--constructor', 'npm run x has no --constructor; its flags are --seed, --times, --only, --dry-run'],
    ['seed', "npm run x takes flags only, and 'seed' is none"],
    ['-- --seed', "npm run x takes flags only, and '--seed' is none"],
  ])('%s, and is told so in one line', (line, told) => {
    expect(fault(() => read(line))).toBe(told)
  })

  it('is refused where npm kept a flag for itself, which would be lost without a word', () => {
    expect(fault(() => read('', { npm_config_dry_run: 'true' }))).toBe(
      'npm kept --dry-run for itself: flags come after two dashes, as in npm run x -- --dry-run',
    )
    expect(fault(() => read('5', { npm_config_times: 'true' }))).toContain('npm run x -- --times')
  })

  it('may name other things where the command takes some', () => {
    const taking = { ...command, others: '[LINE …]' }
    expect(readCommandLine(taking, ['a', '--times', '2', '--', '--seed'], {})).toEqual({
      flags: { ...usual, times: 2 },
      others: ['a', '--seed'],
    })
  })
})

describe('help', () => {
  it.each([['--help'], ['-h'], ['--seed', 'x', '--help'], ['--bogus', '--help']])(
    'is asked for by %s %s',
    (...args) => {
      expect(asksForHelp(command, args)).toBe(true)
    },
  )

  it('is not asked for by a value', () => {
    expect(asksForHelp(command, ['--only', '--help'])).toBe(false)
    expect(asksForHelp(command, ['--only=--help', 'help'])).toBe(false)
  })

  it('says what the command takes', () => {
    expect(usageOf({ ...command, others: '[LINE …]', more: 'More of it.' })).toBe(
      [
        'Usage: npm run x -- [--seed N] [--times 3] [--only TEXT] [--dry-run] [LINE …]',
        '',
        'Does x.',
        '',
        '  --seed N     seed of the first one',
        '  --times 3    how many',
        '  --only TEXT  those with this text',
        '  --dry-run    do nothing',
        '',
        'More of it.',
        '',
      ].join('\n'),
    )
    expect(usageOf({ call: 'npm run y', does: 'Does y.', flags: {} })).toBe('Usage: npm run y\n\nDoes y.\n')
  })
})
