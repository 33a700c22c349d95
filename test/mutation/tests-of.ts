import { dirname } from 'node:path'
import { filesLike } from '../docs/repository.ts'
import { importsOf, neededBy } from './imports.ts'

/** Units only, and quick ones: they are run a thousand times. */
const SLOW =
  /\.deep\.test\.ts$|^test\/(?:flows|local|sandbox|restarts|costs|bench|infra|simulation|mutation|messaging\/channels\/webhook-channel)/

/** Where the test of a source is, without its end. */
const mirrorOf = (file: string): string =>
  file
    .replace(/^functions\//, 'test/')
    .replace(/^shared\//, 'test/shared/')
    .replace(/\.ts$/, '')

const capabilityOf = (mirror: string): string => mirror.split('/').slice(0, 2).join('/')

/**
 * The tests that have to notice what is changed in a source, its own first: units in the folder of its own test that need it, and
 * units of its capability that import it themselves. Where there are none: whatever unit imports it, or all of its capability.
 */
export const testsOf = (file: string): string[] => {
  const mirror = mirrorOf(file)
  const isAtHome = (test: string): boolean => test.startsWith(`${capabilityOf(mirror)}/`)
  const isDirect = (test: string): boolean => importsOf(test).includes(file)
  const rank = (test: string): number => (test.startsWith(mirror) ? 0 : 1)
  const all = filesLike('test/**/*.test.ts')
    .filter((test) => !SLOW.test(test) && neededBy(test).has(file))
    .sort((one, other) => rank(one) - rank(other) || neededBy(one).size - neededBy(other).size)
  const circles = [
    all.filter((test) => dirname(test) === dirname(mirror) || (isAtHome(test) && isDirect(test))),
    all.filter(isDirect),
    all.filter(isAtHome),
  ]
  return circles.find((tests) => tests.length > 0) ?? []
}

/** What has to be loaded anew when a source is another one: all files between some tests and it, with both. */
export const renewedFor = (file: string, tests: readonly string[]): string[] => {
  const all = new Set(tests.flatMap((test) => [...neededBy(test)]))
  return [...all].filter((one) => neededBy(one).has(file))
}
