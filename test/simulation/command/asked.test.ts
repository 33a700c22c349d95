import { describe, expect, it } from 'vitest'
import { Misused, readCommandLine } from '../../../shared/command/command-line.ts'
import { askedOf, simulateCommand } from './asked.ts'

const histories = { histories: 1000, seed: 1, crashes: false, mutants: false, only: '' }
const read = (line: string) => askedOf(readCommandLine(simulateCommand, line.split(' ').filter(Boolean), {}))

describe('npm run simulate is asked for', () => {
  it.each([
    ['', histories],
    ['--histories 5 --seed 0', { ...histories, histories: 5, seed: 0 }],
    ['--seed 1795826996', { ...histories, seed: 1_795_826_996 }],
    ['--seed 9007199254740990 --histories 1', { ...histories, seed: 9_007_199_254_740_990, histories: 1 }],
    ['--crashes --only fee', { ...histories, histories: 0, crashes: true, only: 'fee' }],
    ['--mutants --histories 7', { ...histories, histories: 7, mutants: true }],
    ['--all', { ...histories, crashes: true, mutants: true }],
  ])('%s', (line, asked) => {
    expect(read(line)).toEqual(asked)
  })

  it.each(['--histories 0', '--seed 9007199254740000', '--seed 9007199254740991 --histories 1'])(
    '%s, and is told that it cannot be',
    (line) => {
      expect(() => read(line)).toThrow(Misused)
    },
  )
})
