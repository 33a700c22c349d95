import { describe, expect, it } from 'vitest'
import { answerFaults, logFaults } from './bounds.ts'

const answered = { status: 400, headers: new Map(), bytes: 500, body: '{"code":"invalid_request"}', cpuMs: 2 }

describe('the bounds of an answer', () => {
  it.each([
    ['refused', answered],
    ['as large as it may be', { ...answered, bytes: 64 * 1024 }],
    ['as dear as it may be', { ...answered, cpuMs: 1000 }],
    ['of the gateway alone', { ...answered, status: 404, cpuMs: undefined }],
    ['of /send', { ...answered, status: 200, body: '{"code":903,"msg":"x","data":null}' }],
  ])('hold for one that is %s', (_name, answer) => {
    expect(answerFaults(answer)).toEqual([])
  })

  it.each([
    ['a fault', { ...answered, status: 503 }],
    ['a byte too many', { ...answered, bytes: 64 * 1024 + 1 }],
    ['more than a second', { ...answered, cpuMs: 1000.1 }],
    ['a fault under another status', { ...answered, body: '{"code":"internal"}' }],
    ['a fault of /send', { ...answered, status: 200, body: '{"code":500,"msg":"x","data":null}' }],
  ])('find %s', (_name, answer) => {
    expect(answerFaults(answer)).toHaveLength(1)
  })

  it('are wider for a file, which is the same to everybody', () => {
    expect(answerFaults({ ...answered, bytes: 6 * 1024 * 1024 }, true)).toEqual([])
    expect(answerFaults({ ...answered, bytes: 6 * 1024 * 1024 + 1 }, true)).toHaveLength(1)
  })
})

describe('the bounds of a log', () => {
  const line = '{"level":"INFO","message":"request","status":400}'

  it('hold for lines about requests, and for what rings by design', () => {
    const rung = '{"level":"ERROR","message":"vendor_statement_differs","unexplained":3}'
    expect(logFaults([line, rung, ''].join('\n'), ['secret'])).toEqual([])
  })

  it('find a fault, and whatever was sent', () => {
    const fault = '{"level":"ERROR","message":"fault","error":"TypeError"}'
    expect(logFaults([line, fault].join('\n'), [])).toEqual([expect.stringContaining('TypeError')])
    expect(logFaults('{"level":"INFO","path":"/send/secret"}', ['secret'])).toHaveLength(1)
  })
})
