import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageToken, signIn } from '../../local/demo/user.ts'
import { CODES, garbage } from '../messaging/compat/garbage.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('P13 whatever comes to /send over HTTP', () => {
  let instance: Instance
  let tokens: string[] = []
  beforeAll(async () => {
    instance = await sharedInstance()
    const { user } = await verifiedUser(instance, 'fee')
    const unverified = await signIn(instance.platform, (await instance.person('match')).phone)
    for (const one of [user, unverified]) tokens.push(await messageToken(instance.platform, one))
  })
  afterAll(async () => {
    tokens = []
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('gets HTTP 200 and JSON with a code of the table', async () => {
    await fc.assert(
      fc.asyncProperty(
        garbage(() => tokens),
        async ({ method, path, rawQuery, rawBody, contentType }) => {
          const address = new URL(`${instance.platform.url}/send`)
          address.pathname = path
          // A path with dots may lead elsewhere, and fetch refuses this method.
          if (!address.pathname.startsWith('/send') || method === 'TRACE') return
          const response = await fetch(`${address}?${rawQuery}`, {
            method,
            body: method === 'GET' ? undefined : new Uint8Array(rawBody),
            headers: contentType ? { 'content-type': contentType } : {},
          })
          expect(response.status).toBe(200)
          expect(await response.json()).toMatchObject({ code: expect.toSatisfy((code) => CODES.includes(code)) })
        },
      ),
      { numRuns: 150 },
    )
  })
})
