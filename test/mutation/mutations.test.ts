import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { textOf } from '../docs/repository.ts'
import { mutationsOf } from './mutations.ts'
import { pureFiles } from './pure-files.ts'
import { otherPatterns } from './regex-mutations.ts'
import { reportOn } from './report.ts'
import { renewedFor, testsOf } from './tests-of.ts'
import { trialsOf } from './trials.ts'

/** What may stand in place of an expression. */
const instead = (expression: string): string[] =>
  mutationsOf(`f(${expression})`).flatMap(({ becomes }) => /^f\((.*)\)$/.exec(becomes)?.[1] ?? [])

describe('what is changed in a rule', () => {
  it.each([
    ['a < b', ['(a <= b)', 'false']],
    ['a >= b', ['(a > b)', 'true']],
    ['a !== b', ['(a < b)', '(a > b)', 'true']],
    ["a === 'x'", ['true', 'false']],
    ['a.length === 0', ['true', 'false', 'a.length === 1']],
    ['a && b', ['(a)', '(b)']],
    ['a ?? b', ['(a)', '(b)']],
    ['a ? b : c', ['(b)', '(c)']],
    ['!a', ['(a)']],
    ['a + b', ['(a - b)']],
    ["a + 'x'", []],
    ['a?.b', ['a.b']],
    ['a?.[b]', ['a[b]']],
    ['15', ['16', '14']],
    ['[a]', ['[]']],
    ['a.some(b)', ['a.every(b)']],
    ['a.filter(b)', ['a']],
    ['(x) => g(x)', ['(x) => undefined']],
    ["'好的'", []],
  ])('%s', (expression, becomes) => {
    expect(instead(expression)).toEqual(becomes)
  })

  it('is whether a branch is taken, and whether a statement is there, but no type and no text', () => {
    const text = "const f = (a: 1 | 2, b?: Array<'x'>): void => {\n  // 第一行 2\n  if (a) g('3')\n}"
    expect(mutationsOf(text).map(({ line, was, becomes }) => [line, was, becomes])).toEqual([
      [3, "if (a) g('3')", "if (true) g('3')"],
      [3, "if (a) g('3')", "if (false) g('3')"],
      [3, "if (a) g('3')", 'if (a) ;'],
    ])
  })

  it('of a pattern: its ends, how often, and where ranges end', () => {
    expect(otherPatterns('^1[3-9]\\d{9}$', '')).toEqual([
      '1[3-9]\\d{9}$',
      '^1[4-9]\\d{9}$',
      '^1[2-9]\\d{9}$',
      '^1[3-8]\\d{9}$',
      '^1[3-9]\\D{9}$',
      '^1[3-9]\\d{10}$',
      '^1[3-9]\\d{8}$',
      '^1[3-9]\\d{9}',
    ])
    expect(otherPatterns('(?:a|\\+)?', '')).toEqual(['(?:a|\\+)'])
  })
})

describe('whether a test notices', () => {
  const file = 'functions/person/phone.ts'

  it('is found out by running it with the changed text in place of the source, and each time anew', async () => {
    const tests = ['test/person/phone.test.ts']
    const { tryText, stop } = trialsOf({ file, tests, renewed: renewedFor(file, tests) })
    const right = textOf(file)
    expect(await tryText(right, MINUTE)).toEqual({})
    expect((await tryText(right.replace('[3-9]', '[4-9]'), MINUTE)).noticedBy).toBe(tests[0])
    expect(await tryText(right, MINUTE)).toEqual({})
    await stop()
  })

  it('is found out of what never ends, and of what cannot even be loaded', async () => {
    const tests = ['test/person/phone.test.ts']
    const { tryText, stop } = trialsOf({ file, tests, renewed: renewedFor(file, tests) })
    expect((await tryText(`${textOf(file)}\nfor (;;);`, SECOND)).noticedBy).toBe('it never ends')
    expect((await tryText('export const other = 1', MINUTE)).noticedBy).toBe(tests[0])
    await stop()
  })

  it('is tried by the tests of the source itself', () => {
    expect(testsOf(file)[0]).toBe('test/person/phone.test.ts')
    expect(testsOf('functions/account/codes/captcha.ts')).not.toContain('test/vendors/tencent-cloud/captcha.test.ts')
  })

  it('is asked of every capability', () => {
    const capabilities = new Set(pureFiles().map((one) => one.split('/')[1]))
    expect([...capabilities]).toEqual(expect.arrayContaining(['payment', 'verification', 'gate', 'account', 'kernel']))
    expect(pureFiles()).not.toContain('functions/payment/paying/pay.ts')
  })
})

describe('the report', () => {
  const survivor = { mutation: { line: 1, was: 'f(a < b)', becomes: 'f((a <= b))', text: '' } }
  const argument = { file: 'f.ts', was: 'f(a < b)', becomes: 'f((a <= b))', reason: 'they are never equal' }

  it('leaves what survives and nobody has argued', () => {
    expect(reportOn('f.ts', [survivor], [])).toMatchObject({ figures: { noticed: 0, argued: 0, left: 1 }, stale: [] })
    expect(reportOn('f.ts', [survivor], [argument])).toMatchObject({ figures: { argued: 1, left: 0 }, stale: [] })
    expect(reportOn('g.ts', [survivor], [argument]).left).toHaveLength(1)
  })

  it('names what is argued for no reason', () => {
    const noticed = [{ ...survivor, noticedBy: 'a.test.ts' }]
    expect(reportOn('f.ts', noticed, [argument])).toMatchObject({ figures: { noticed: 1, left: 0 }, stale: [argument] })
  })
})
