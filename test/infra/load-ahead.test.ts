import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pagePaths } from '../../functions/pages/page-paths.ts'
import { loadedAhead, pathsOf } from '../../infra/pages/load-ahead.ts'

const pages = readFileSync(join(import.meta.dirname, '../../web/user/pages.tsx'), 'utf8')

/** Of every page that is loaded later, with one part of two pages that needs the entry and a third. */
const manifest = (): Record<string, object> => ({
  'index.html': { file: 'assets/index-1.js', isEntry: true },
  '_money.js': { file: 'assets/money-2.js', imports: ['index.html', '_dates.js'] },
  '_dates.js': { file: 'assets/dates-3.js', imports: ['_money.js'] },
  ...Object.fromEntries(
    [...pages.matchAll(/import\('\.\/(.+?)'\)/g)].map(([, source = '']) => [
      source,
      { file: `assets/${source.split('/').at(-1)}.js`, imports: ['index.html'] },
    ]),
  ),
  'orders/order-page.tsx': { file: 'assets/order-4.js', imports: ['index.html', '_money.js'] },
})

it('names every file that a page needs and not all pages, once', () => {
  const ahead = loadedAhead('user', JSON.stringify(manifest()))
  expect(ahead['/orders/{id}']).toEqual(['assets/order-4.js', 'assets/money-2.js', 'assets/dates-3.js'])
  expect(ahead['/verify']).toEqual(['assets/verify-page.tsx.js'])
  expect(ahead).not.toHaveProperty('/sign-in')
  expect(Object.keys(ahead).filter((path) => !pagePaths.some((one) => one === path))).toEqual([])
})

it('throws where a page is written in another way, and where nothing was built of one', () => {
  const otherwise = pages.replace("'/inbox': later(", "'/inbox': soon(")
  expect(() => loadedAhead('user', JSON.stringify(manifest()), otherwise)).toThrow('not known here: /inbox')
  const { 'orders/order-page.tsx': _gone, ...less } = manifest()
  expect(() => loadedAhead('user', JSON.stringify(less))).toThrow('no chunk of orders/order-page.tsx')
})

it('knows every page of the console as it is written', () => {
  const source = readFileSync(join(import.meta.dirname, '../../web/console/pages.tsx'), 'utf8')
  const chunks = [...source.matchAll(/import\('\.\/(.+?)'\)/g)].map(([, file = '']) => [
    file,
    { file: `assets/${file}.js` },
  ])
  const ahead = loadedAhead('console', JSON.stringify(Object.fromEntries(chunks)))
  expect(Object.keys(ahead).toSorted()).toEqual(pathsOf.console.filter((path) => path !== '/console').toSorted())
})
