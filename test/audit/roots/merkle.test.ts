import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merkleRoot } from '../../../functions/audit/roots/merkle.ts'
import { treeRoot } from '../../../infra/audit/hashing.ts'

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
const leaf = (text: string): Buffer => sha(Buffer.of(0), Buffer.from(text))
const node = (a: Buffer, b: Buffer): Buffer => sha(Buffer.of(1), a, b)

describe('M7 the Merkle root of a day', () => {
  it('of nothing is the hash of nothing, of one the hash of a leaf', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(merkleRoot(['a'])).toBe(leaf('a').toString('hex'))
  })
  it('of five has the first four together, as RFC 9162 draws it', () => {
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(leaf)
    if (!a || !b || !c || !d || !e) throw new Error('no leaves')
    expect(merkleRoot(['a', 'b', 'c', 'd', 'e'])).toBe(node(node(node(a, b), node(c, d)), e).toString('hex'))
  })
  it('is what the verifier comes to from the leaves up, for any number of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (leaves) => {
        expect(merkleRoot(leaves)).toBe(treeRoot(leaves))
      }),
    )
  })
  it('is another for leaves in another order, fewer, or one twice', () => {
    const all = ['a', 'b', 'c']
    const others = [
      ['b', 'a', 'c'],
      ['a', 'b'],
      ['a', 'b', 'c', 'c'],
      ['a', 'b', 'b'],
    ]
    expect(others.map(merkleRoot)).not.toContain(merkleRoot(all))
  })
})
