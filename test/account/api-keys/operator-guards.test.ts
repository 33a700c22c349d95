import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { byOperatorKey } from '../../../functions/account/api-keys/operator-guards.ts'
import { operatorKeysIn } from '../../../functions/account/api-keys/platform-secret.ts'
import { newSessionToken } from '../../../functions/account/sessions/session-store.ts'
import { requestFrom } from '../../http-event.ts'
import { codeOf, countingIds, valueIn } from '../../kit.ts'

const newKey = (): string => `smo_${randomBytes(32).toString('base64url')}`
const known = (id: string, key: string) => ({ id, sha256: createHash('sha256').update(key).digest('hex') })

const [wang, ling] = [newKey(), newKey()]
const guard = byOperatorKey(async () =>
  operatorKeysIn({ keys: [], operators: [known('wang', wang), known('ling', ling)] }),
)

describe('a request of an operator', () => {
  it('is known by whose key it carries', async () => {
    expect(guard.kind).toBe('operator')
    expect(valueIn(await guard.admit(requestFrom(wang)))).toEqual({ operatorId: 'wang' })
    expect(valueIn(await guard.admit(requestFrom(ling)))).toEqual({ operatorId: 'ling' })
  })

  it('is not one without a key, with a wrong one, or with that of the platform or a user', async () => {
    const ids = countingIds()
    const others = [wang.replace('smo_', 'smk_'), newSessionToken(ids.id(), ids)]
    for (const wrong of [undefined, '', 'smo_', newKey(), `${wang}x`, wang.slice(0, -1), wang.toUpperCase(), ...others])
      expect(codeOf(await guard.admit(requestFrom(wrong))), wrong).toBe('unauthenticated')
  })

  it('is not there where the secret names no operators', async () => {
    const nobody = byOperatorKey(async () => operatorKeysIn({ keys: [known('backend', wang)] }))
    expect(codeOf(await nobody.admit(requestFrom(wang)))).toBe('unauthenticated')
  })
})
