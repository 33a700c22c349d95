import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { apiKeyId } from '../../../functions/account/api-keys/api-key.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const KEY = 'pk_one'
const right = { id: 'one', sha256: sha256(KEY) }

describe('an API key', () => {
  it('is the configured one with its digest, wherever that stands', () => {
    const other = { id: 'other', sha256: sha256('pk_other') }
    expect(apiKeyId('pk_', KEY, [other, right])).toBe('one')
    expect(apiKeyId('pk_', 'pk_third', [other, right])).toBeUndefined()
    expect(apiKeyId('pk_', undefined, [right])).toBeUndefined()
    expect(apiKeyId('ok_', KEY, [right])).toBeUndefined()
  })

  it.each([right.sha256.slice(1), right.sha256.slice(0, -1), `${right.sha256}0`, ''])(
    'is none where a digest is configured with too few or too many digits (%j), and those beside it still are',
    (digest) => {
      const damaged = { id: 'damaged', sha256: digest }
      expect(apiKeyId('pk_', KEY, [damaged])).toBeUndefined()
      expect(apiKeyId('pk_', KEY, [damaged, right])).toBe('one')
    },
  )
})
