import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, describe, expect, it } from 'vitest'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { certificateFor } from './certificate.ts'
import { closeFarSides, farSide } from './far-side.ts'

afterAll(closeFarSides)

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi'

/** Resolves every name to this machine. */
const here: LookupFunction = (_, options, answer) => resolve('127.0.0.1', options, answer)

const send = (url: string) =>
  outgoing({ connectMs: 2000, totalMs: 3000, maxBytes: 1000, lookup: here })({
    method: 'POST',
    url,
    headers: {},
    body: '{}',
  })

describe('over TLS', () => {
  const certificate = certificateFor('vendor.test')
  const trusted = getCACertificates('default')
  afterAll(() => setDefaultCACertificates(trusted))

  it('not sent: a certificate nobody vouches for', async () => {
    const far = await farSide((socket) => socket.end(OK), { certificate })
    const reply = await send(`https://vendor.test:${far.port}/`)
    expect(reply).toEqual({ kind: 'not_sent', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect([far.connections(), far.requests]).toEqual([1, []])
  })
  it('not sent: a certificate for another name', async () => {
    setDefaultCACertificates([...trusted, certificate.cert])
    const far = await farSide((socket) => socket.end(OK), { certificate })
    const reply = await send(`https://other.test:${far.port}/`)
    expect(reply).toEqual({ kind: 'not_sent', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect([far.connections(), far.requests]).toEqual([1, []])
  })
  it('answered: a certificate that fits', async () => {
    setDefaultCACertificates([...trusted, certificate.cert])
    const far = await farSide((socket) => socket.end(OK), { certificate })
    const reply = await send(`https://vendor.test:${far.port}/`)
    expect(reply).toMatchObject({ kind: 'answered', status: 200 })
  })
  it('unknown: a connection that breaks once TLS is up', async () => {
    setDefaultCACertificates([...trusted, certificate.cert])
    const far = await farSide((socket) => socket.destroy(), { certificate })
    const reply = await send(`https://vendor.test:${far.port}/`)
    expect(reply).toEqual({ kind: 'unknown', reason: 'ECONNRESET' })
    expect(far.requests).toHaveLength(1)
  })
})
