import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'

const histories = { histories: 1000, seed: 1, crashes: false, mutants: false, only: '', help: false }

describe('npm run simulate is asked for', () => {
  it.each([
    ['', histories],
    ['--histories 5 --seed 0', { ...histories, histories: 5, seed: 0 }],
    ['--crashes --only fee', { ...histories, histories: 0, crashes: true, only: 'fee' }],
    ['--mutants --histories 7', { ...histories, histories: 7, mutants: true }],
    ['--all', { ...histories, crashes: true, mutants: true }],
  ])('%s', (line, asked) => {
    expect(readArguments(line.split(' ').filter(Boolean))).toEqual(asked)
  })

  it.each([
    ['--histories', '--histories'],
    ['--histories many', '--histories'],
    ['--histories 0', '--histories'],
    ['--seed=-1', '--seed'],
    ['--seed 1.5', '--seed'],
    ['--histores 5', '--histores'],
    ['--all=yes', '--all'],
    ['seed', 'seed'],
  ])('%s, and is told in one line what is wrong with it', (line, flag) => {
    const asked = readArguments(line.split(' '))
    const wrong = 'wrong' in asked ? asked.wrong : ''
    expect(wrong).toContain(flag)
    expect(wrong).not.toContain('\n')
  })
})
