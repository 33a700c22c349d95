import { format, inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { secret } from '../../../shared/vault/secret.ts'

const PLAIN = '张三 110101189001011234'

describe('P11 M7 a secret is never printed', () => {
  const hidden = secret(PLAIN)

  it.each<[string, (value: object) => string]>([
    ['String', String],
    ['a template', (value) => `${value}`],
    ['joining', (value) => [value, value].join(' ')],
    ['adding to a text', (value) => 'name: '.concat(String(value))],
    ['JSON', (value) => JSON.stringify(value)],
    ['JSON, nested', (value) => JSON.stringify({ deep: [{ value }] })],
    ['inspect', (value) => inspect(value)],
    ['inspect, nested', (value) => inspect({ deep: [{ value }] }, { depth: null })],
    ['inspect with everything shown', (value) => inspect(value, { showHidden: true, getters: true, depth: null })],
    [
      'inspect without its own form',
      (value) => inspect(value, { customInspect: false, showHidden: true, depth: null }),
    ],
    ['console formats', (value) => format('%s %o %O %j %d', value, value, value, value, value)],
    ['the message of an error', (value) => inspect(new Error(String(value), { cause: value }))],
    ['its keys and values', (value) => Object.entries(value).map(String).join()],
    ['spreading it', (value) => inspect({ ...value }, { depth: null })],
    ['a label', (value) => inspect(Object.assign(Object.create(value), { n: 1 }))],
  ])('by %s', (_, printed) => {
    const text = printed(hidden)
    expect(text.length).toBeGreaterThan(0)
    for (const part of ['张', '110101', '1234']) expect(text).not.toContain(part)
  })
  it('is said to be there', () => {
    expect([String(hidden), JSON.stringify(hidden), inspect(hidden)]).toEqual([
      '[redacted]',
      '"[redacted]"',
      '[redacted]',
    ])
  })
  it('cannot be copied out by structuredClone', () => {
    expect(() => structuredClone(hidden)).toThrow()
  })
  it('cannot be given another face', () => {
    expect(() => Object.assign(hidden, { toString: () => 'x' })).toThrow()
  })
  it('gives the plaintext to reveal alone', () => {
    expect(hidden.reveal()).toBe(PLAIN)
    expect(secret({ name: '张三' }).reveal()).toEqual({ name: '张三' })
  })
})
