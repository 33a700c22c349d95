import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postedEvent } from '../../local/uploads/object-event.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const INTAKE = 'shiming-sandbox-intake-000000000000-us-east-1'
const ID = '0193a1b2c3d4e5f60718293a4b5c6d7e'

describe('M3 files that people upload', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** What the worker said of files, by their ids. */
  const jobs = async () =>
    (await instance.engine.heard()).flatMap(({ fn, message, line }) =>
      fn === 'material-intake' && message === 'job' ? [[line.id, line.outcome]] : [],
    )

  it('go to an address that the pages name beside their own, here the same', async () => {
    const { url } = instance.engine
    const policyOf = async (path: string) => {
      const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })
      return answer.headers.get('content-security-policy') ?? ''
    }
    expect(await policyOf('/')).toContain(`connect-src 'self' ${url};`)
    // Operators upload nothing.
    expect(await policyOf('/console')).toContain("connect-src 'self';")
  })

  it('are let in by nobody but who has a form that a function signed, from the pages alone', async () => {
    const bucket = `${instance.engine.url}/_s3/${INTAKE}`
    const form = new FormData()
    form.append('key', `in/${ID}`)
    form.append('file', new Blob(['x']), 'x.png')
    const answer = await fetch(bucket, { method: 'POST', body: form })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')])
    const asking = (origin: string) =>
      fetch(bucket, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    const answers = await Promise.all([asking(instance.engine.url), asking('https://example.com')])
    expect(answers.map(({ status }) => status)).toEqual([200, 403])
  })

  it('are looked for when S3 tells of them, when we do, and for nothing that is not ours', async () => {
    const { engine } = instance
    const posted = (bucket: string, key: string) => {
      const of = { nameOnAws: bucket, arn: `arn:aws:s3:::${bucket}`, region: 'us-east-1' }
      return JSON.stringify(postedEvent(of, { key, size: 1, etag: 'e' }, { principal: 'x', now: engine.now() }))
    }
    const test = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: INTAKE })
    const before = (await jobs()).length
    await engine.send('materials', test)
    for (const key of [`in/${ID}`, 'in/other', `kept/${ID}`]) await engine.send('materials', posted(INTAKE, key))
    await engine.send('materials', posted('elsewhere', `in/${ID}`))
    await engine.send('materials', JSON.stringify({ kind: 'material', id: ID }))
    await engine.drain()
    expect((await jobs()).slice(before).map(([id]) => id)).toEqual([ID, ID])
    const { materials, 'materials-dead': dead } = (await engine.state()).queues
    const empty = { visible: 0, delayed: 0, received: 0 }
    expect([materials, dead]).toEqual([empty, empty])
  })
})
