import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { About } from '../../../shared/kernel/about.ts'
import { observer } from '../../../shared/runtime/observer.ts'
import { Contended, NotNow } from '../../../shared/table/table.ts'

const SECRET = '张三 110101189001011234'

let written = ''
const collect = (chunk: string | Uint8Array): boolean => {
  written += String(chunk)
  return true
}
beforeEach(() => {
  written = ''
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(collect)
})
afterEach(() => vi.restoreAllMocks())

/** The one line that was written, without what the logger adds to each. */
const line = (): Record<string, unknown> => {
  const { level, timestamp, service, sampling_rate, ...said } = JSON.parse(written)
  return said
}

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

const renamed = (error: Error): Error => {
  expect(error.stack).toContain(SECRET)
  return Object.assign(error, { message: 'other' })
}

describe('log lines', () => {
  it('say of a request, a job and an event exactly what they are given', () => {
    const request = { route: 'GET /v1/account', status: 200, ms: 3, requestId: 'r' }
    observer.request(request)
    expect(line()).toEqual({ message: 'request', ...request })
    written = ''
    observer.job({ kind: 'order', id: 'a', ms: 3, outcome: 'paid' })
    expect(line()).toEqual({ message: 'job', kind: 'order', id: 'a', ms: 3, outcome: 'paid' })
    written = ''
    observer.note('quota', { left: 3 })
    expect(line()).toEqual({ message: 'quota', left: 3 })
  })
  it('are of level ERROR for a fault and for what rings, which is marked', () => {
    observer.fault(new NotNow('throttled', 'ThrottlingException'), { kind: 'order', id: 'a' })
    expect(JSON.parse(written)).toMatchObject({ level: 'ERROR', message: 'fault', error: 'NotNow' })
    expect(JSON.parse(written)).not.toHaveProperty('alarm')
    written = ''
    observer.alarm('bill_damaged', { day: '20261120' })
    expect(JSON.parse(written)).toMatchObject({ level: 'ERROR', message: 'bill_damaged', day: '20261120', alarm: true })
  })
  it('are marked for a fault that only a person can mend, and not for one that may pass', () => {
    observer.fault(new About({ secret: 'SECRET_X' }), { kind: 'refund' })
    expect(JSON.parse(written)).toMatchObject({ level: 'ERROR', message: 'fault', alarm: true })
    written = ''
    observer.fault(new About({ secret: 'SECRET_X', passes: true }), { kind: 'refund' })
    expect(JSON.parse(written)).toMatchObject({ level: 'ERROR', message: 'fault' })
    expect(JSON.parse(written)).not.toHaveProperty('alarm')
  })
  it.each([
    ['thrown here', new Contended(SECRET, 'TransactionConflict')],
    [
      'thrown by code that is bundled apart',
      Object.assign(new Error(SECRET), { name: 'Contended', code: 'TransactionConflict' }),
    ],
  ])('are of level WARN for contention, which callers can bring about at will: %s', (_, error) => {
    observer.fault(error, { route: 'POST /v1/x', requestId: 'r' })
    expect(JSON.parse(written)).toMatchObject({
      ...{ level: 'WARN', message: 'contended', route: 'POST /v1/x', requestId: 'r' },
      ...{ error: 'Contended', code: 'TransactionConflict' },
    })
    expect(written).not.toContain('张三')
  })
  it('say of a fault its class, code and place', () => {
    observer.fault(Object.assign(new RangeError(SECRET), { code: 'E_X' }), { route: 'POST /v1/x', requestId: 'r' })
    const { frames, ...said } = line()
    expect(said).toEqual({ message: 'fault', route: 'POST /v1/x', requestId: 'r', error: 'RangeError', code: 'E_X' })
    expect(frames).toEqual(expect.arrayContaining([expect.stringContaining('observer.test.ts')]))
  })
})

describe('a fault about something we can name', () => {
  const keyOf = (pem: string) => thrownBy(() => createPrivateKey(pem))
  const pem = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey

  it('says what, with class, code and place of the innermost cause', () => {
    const cause = keyOf(pem.replaceAll('\n', '\\n'))
    const inner = new About({ field: 'privateKey', wanted: 'PEM' }, cause)
    observer.fault(new About({ secret: 'SECRET_X' }, inner), { kind: 'refund' })
    const { frames, ...said } = line()
    expect(said).toEqual({
      message: 'fault',
      alarm: true,
      kind: 'refund',
      about: { secret: 'SECRET_X', field: 'privateKey', wanted: 'PEM' },
      error: 'Error',
      code: expect.stringMatching(/^ERR_OSSL/),
    })
    expect(frames).toEqual(expect.arrayContaining([expect.stringContaining('createPrivateKey')]))
    expect(written).not.toContain(pem.split('\n')[1])
  })
  it('says so without a cause too', () => {
    observer.fault(new About({ vendor: 'alipay', wanted: 'RSA keys' }), {})
    expect(line()).toMatchObject({ error: 'About', about: { vendor: 'alipay', wanted: 'RSA keys' } })
    expect(line().frames).toEqual(expect.arrayContaining([expect.stringContaining('observer.test.ts')]))
  })
})

describe('a fault never prints what it carries', () => {
  it.each<[string, unknown]>([
    ['its message', new Error(SECRET)],
    ['a message of several lines', new Error(`first\n${SECRET}\n  ${SECRET}`)],
    ['a message that looks like a stack', new Error(`first\n    at ${SECRET}\n    at ${SECRET} (/x.ts:1:1)`)],
    ['a message that was changed after its stack was taken', renamed(new Error(`x\n    at ${SECRET}`))],
    ['its cause', new Error('x', { cause: new Error(SECRET) })],
    ['further members', Object.assign(new Error('x'), { input: SECRET, $response: { body: SECRET } })],
    ['the cause of what it is about', new About({ secret: 'SECRET_X' }, new Error(SECRET))],
    ['a thrown text', SECRET],
    ['a thrown record', { name: SECRET, message: SECRET, stack: SECRET }],
    ['the errors of several', new AggregateError([new Error(SECRET)], SECRET)],
    ['JSON that cannot be read', thrownBy(() => JSON.parse(SECRET))],
    [
      'input that does not fit',
      thrownBy(() => z.parse(z.object({ name: z.literal('x') }), { name: SECRET, [SECRET]: 1 })),
    ],
  ])('%s', (_, fault) => {
    observer.fault(fault, { kind: 'order', id: 'a' })
    expect(line()).toMatchObject({ message: 'fault', kind: 'order', id: 'a' })
    for (const part of ['张三', '110101']) expect(written).not.toContain(part)
  })
})
