import { afterEach, describe, expect, it } from 'vitest'
import { textRecords } from '../../../functions/certification/domains/text-records-channel.ts'
import { type DnsAnswer, startDns } from './dns-server.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

const answering = async (answer: DnsAnswer) => {
  const dns = await startDns({ 'a.example.com': answer })
  opened.push(dns)
  const records = textRecords({ timeoutMs: 200, servers: [dns.server] })
  return { ...dns, found: () => records('a.example.com') }
}

describe('W2 the TXT records of a name', () => {
  it('are asked for once, and put together of their pieces', async () => {
    const { found, asked } = await answering({ texts: [['shiming-', 'verification=t'], ['v=spf1 -all']] })
    expect(await found()).toEqual({ kind: 'found', texts: ['shiming-verification=t', 'v=spf1 -all'] })
    expect(asked).toEqual(['a.example.com'])
  })

  it('are none where the name has none, or there is no such name', async () => {
    expect(await (await answering({ texts: [] })).found()).toEqual({ kind: 'nothing' })
    expect(await (await answering('no_such_name')).found()).toEqual({ kind: 'nothing' })
  })

  it('cannot be told where the server fails or says nothing, and nothing is thrown', async () => {
    expect(await (await answering('failed')).found()).toEqual({ kind: 'unreachable' })
    expect(await (await answering('silent')).found()).toEqual({ kind: 'unreachable' })
  })

  it('hostile: are looked through up to a hundred', async () => {
    const { found } = await answering({ texts: Array.from({ length: 150 }, () => ['x']) })
    const answer = await found()
    // So much does not fit into a datagram: either the answer is cut, or it is read up to there.
    expect(answer.kind === 'found' ? answer.texts.length : 100).toBeLessThanOrEqual(100)
  })
})
