import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { About } from '../../../shared/kernel/about.ts'
import { versionedKeysIn } from '../../../shared/vault/key-ring-secret.ts'

const key = (bytes = 32): string => randomBytes(bytes).toString('base64')

/** What the operator is told of a secret that is not so. */
const told = (json: unknown): Record<string, unknown> => {
  try {
    versionedKeysIn(json)
    return {}
  } catch (error) {
    if (error instanceof About) return { ...error.about, message: error.message }
    throw error
  }
}

const [k1, k2] = [key(), key()]

describe('the secret of the key ring', () => {
  it('holds up to three keys, one of them current', () => {
    const keys = versionedKeysIn({ current: 'k2', keys: { k1, k2, k3: key() } })
    expect(keys.map(({ version }) => version)).toEqual(['k2', 'k1', 'k3'])
    expect(keys.slice(0, 2).map((one) => one.key.export().toString('base64'))).toEqual([k2, k1])
  })

  it.each<[string, unknown, string[]]>([
    ['a key too short', { current: 'k1', keys: { k1, k2: key(31) } }, ['keys.k2']],
    ['a key too long', { current: 'k1', keys: { k1: key(33), k2 } }, ['keys.k1']],
    ['a key in hex', { current: 'k1', keys: { k1: randomBytes(32).toString('hex') } }, ['keys.k1']],
    ['a key with a line break', { current: 'k1', keys: { k1: `${k1}\n` } }, ['keys.k1']],
    ['a passphrase', { current: 'k1', keys: { k1: 'correct horse battery staple, and more of it' } }, ['keys.k1']],
    ['several', { current: 'k1', keys: { k1: '', k2: 2 } }, ['keys.k1', 'keys.k2']],
    ['no current one', { keys: { k1 } }, ['current']],
    ['a current one that is not there', { current: 'k2', keys: { k1 } }, ['current']],
    ['one of every object', { current: 'constructor', keys: { k1 } }, ['current']],
    ['no keys', { current: 'k1', keys: {} }, ['current']],
    ['four keys', { current: 'k1', keys: { k1, k2, k3: key(), k4: key() } }, ['keys']],
    ['a version that is a key', { current: 'k1', keys: { k1, [k2]: 'k2' } }, ['keys.*']],
    ['a version with a dot', { current: 'k.1', keys: { 'k.1': k1 } }, ['keys.*']],
    ['something more', { current: 'k1', keys: { k1 }, previous: 'k0' }, ['']],
    ['a list', [k1], ['']],
    ['nothing', null, ['']],
  ])('with %s says which member is wrong and what is wanted, and nothing of any key', (_, json, fields) => {
    const { message, ...about } = told(json)
    expect(about).toEqual({
      wanted: expect.stringMatching(/at most 3 keys of 32 bytes in base64, current among/),
      fields,
    })
    for (const secret of [k1, k2]) expect(message).not.toContain(secret)
  })
})
