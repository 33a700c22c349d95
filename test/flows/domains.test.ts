import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createDomainRoute,
  deleteDomainRoute,
  listDomainsRoute,
  proveDomainRoute,
} from '../../functions/certification/domains.route.ts'
import { signIn } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('W2 a domain, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('is added, looked at in vain, proven by its file, and of another account a matter of its own', async () => {
    const { platform, receiver } = instance
    const { token } = await signIn(platform, (await instance.person('match')).phone)
    // A host of this machine, which the local engine alone lets anybody name.
    const body = { domain: receiver.address }
    const added = await platform.must(createDomainRoute, { token, body })
    expect(added).toMatchObject({ status: 'waiting', provenAt: null, provenBy: null })
    expect(added.file.url).toBe(`http://${receiver.address}/.well-known/shiming-verification.txt`)
    const params = { domain: receiver.address }
    receiver.answers.push(404)
    expect(await platform.call(proveDomainRoute, { token, params })).toMatchObject({
      ...{ status: 409, problem: { code: 'domain_not_proven', file: 'nothing' } },
    })
    expect(receiver.received.at(-1)?.path).toBe('/.well-known/shiming-verification.txt')

    receiver.answers.push({ status: 200, headers: { 'content-type': 'text/plain' }, body: `${added.file.content}\n` })
    const proven = await platform.must(proveDomainRoute, { token, params })
    expect(proven).toMatchObject({ status: 'proven', provenBy: 'file' })
    expect(await platform.must(createDomainRoute, { token, body })).toEqual(proven)
    expect(await platform.must(listDomainsRoute, { token })).toMatchObject({ domains: [proven], most: 20 })

    const other = await signIn(platform, (await instance.person('match')).phone)
    expect(await platform.must(listDomainsRoute, { token: other.token })).toMatchObject({ domains: [] })
    const theirs = await platform.must(createDomainRoute, { token: other.token, body })
    expect([theirs.status, theirs.record.value === proven.record.value]).toEqual(['waiting', false])
    await platform.must(deleteDomainRoute, { token: other.token, params })
    expect(await platform.call(deleteDomainRoute, { token: other.token, params })).toMatchObject({
      ...{ status: 404, problem: { code: 'not_found' } },
    })
    expect((await platform.must(listDomainsRoute, { token })).domains).toEqual([proven])
  })

  it('is none where nothing may be asked', async () => {
    const { platform } = instance
    const { token } = await signIn(platform, (await instance.person('match')).phone)
    for (const domain of ['169.254.169.254', 'localhost', 'metadata.internal', 'example.com:22'])
      expect(await platform.call(createDomainRoute, { token, body: { domain } })).toMatchObject({
        ...{ status: 400, problem: { errors: [{ pointer: '/domain', code: 'invalid_domain' }] } },
      })
  })
})
