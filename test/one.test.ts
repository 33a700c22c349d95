import { describe, expect, it } from 'vitest'
import { NoTest, vitestArguments } from './one.ts'

describe('npm run test:one', () => {
  it('runs tests, and folders of them', () => {
    expect(vitestArguments(['test/person/phone.test.ts', 'test/gate'], false)).toEqual([
      'run',
      'test/person/phone.test.ts',
      'test/gate/',
    ])
  })

  it('runs the tests of a source, whichever project they belong to', () => {
    expect(vitestArguments(['functions/person/phone.ts'], false)).toEqual(['run', 'test/person/phone.test.ts'])
    expect(vitestArguments(['shared/kernel/time.ts'], false)).toEqual(['run', 'test/shared/kernel/time.test.ts'])
    expect(vitestArguments(['local/arguments.ts'], false)).toEqual(['run', 'test/local/arguments.test.ts'])
  })

  it('runs the tests of a folder of sources', () => {
    expect(vitestArguments(['functions/wallet', 'shared/kernel'], false)).toEqual([
      'run',
      'test/wallet/',
      'test/shared/kernel/',
    ])
  })

  it('runs the restart matrix under its own configuration, and with nothing else', () => {
    expect(vitestArguments(['test/restarts/matrix.test.ts'], false)).toContain('vitest.restarts.config.ts')
    expect(() => vitestArguments(['test/restarts/matrix.test.ts', 'test/gate'], false)).toThrow(NoTest)
  })

  it.each(['test/person/fone.test.ts', 'test/world.ts', 'functions/routes.ts', 'functions', 'README.md', '..'])(
    'says that %s is no test',
    (path) => {
      expect(() => vitestArguments([path], false)).toThrow(NoTest)
    },
  )

  it('hands options on', () => {
    expect(vitestArguments(['test/person/phone.test.ts', '-t', 'a title'], false).slice(2)).toEqual(['-t', 'a title'])
  })

  it('needs to be told what', () => {
    expect(() => vitestArguments([], false)).toThrow('needs a test, a source, or a folder of either')
  })
})

describe('npm run test:watch', () => {
  it('watches the units, or what it is given', () => {
    expect(vitestArguments([], true)).toEqual(['watch', '--project', 'units'])
    expect(vitestArguments(['test/flows/budgets.test.ts'], true)).toEqual(['watch', 'test/flows/budgets.test.ts'])
  })
})
