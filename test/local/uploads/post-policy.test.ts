import { describe, expect, it } from 'vitest'
import { judgePolicy, policyIn } from '../../../local/uploads/post-policy.ts'
import { PostRefusal } from '../../../local/uploads/post-refusal.ts'

const NOW = Date.UTC(2026, 10, 20, 4)
const encoded = (document: unknown): string => Buffer.from(JSON.stringify(document)).toString('base64')
const policyOf = (...conditions: unknown[]) => encoded({ expiration: '2026-11-20T04:05:00.000Z', conditions })

/** What S3 says to fields under these conditions: the sizes of a file, or why not. */
const judged = (conditions: unknown[], fields: Record<string, string> = {}, now = NOW) => {
  try {
    const asked = { fields: new Map(Object.entries(fields)), bucket: 'intake', now }
    return judgePolicy(policyIn(policyOf(...conditions)), asked)
  } catch (error) {
    return error instanceof PostRefusal ? `${error.status} ${error.code}: ${error.message}` : error
  }
}
const ANY = { least: 0, most: 64 * 1024 * 1024 }
const failing = (condition: string) =>
  `403 AccessDenied: Invalid according to Policy: Policy Condition failed: ${condition}`

describe('a condition', () => {
  it.each([
    ['of a value', { key: 'in/1' }],
    ['of a value, in the long form', ['eq', '$key', 'in/1']],
    ['of a beginning', ['starts-with', '$key', 'in/']],
    ['of any value', ['starts-with', '$key', '']],
    ['under a name in other letters', { KEY: 'in/1' }],
  ])('%s holds of the field', (_what, condition) => {
    expect(judged([condition], { key: 'in/1' })).toEqual(ANY)
  })

  it.each([
    [{ key: 'in/1' }, 'in/10', '["eq", "$key", "in/1"]'],
    [{ key: 'in/1' }, 'In/1', '["eq", "$key", "in/1"]'],
    [['eq', '$key', 'in/1'], 'in/', '["eq", "$key", "in/1"]'],
    [['starts-with', '$key', 'in/'], 'out/in/', '["starts-with", "$key", "in/"]'],
  ])('%j does not hold of %s', (condition, key, told) => {
    expect(judged([condition], { key })).toBe(failing(told))
  })

  it('does not hold where its field is missing, and of the bucket by its name', () => {
    expect(judged([{ 'Content-Type': 'image/png' }])).toBe(failing('["eq", "$content-type", "image/png"]'))
    expect(judged([{ bucket: 'intake' }])).toEqual(ANY)
    expect(judged([{ bucket: 'materials' }])).toBe(failing('["eq", "$bucket", "materials"]'))
    // Whatever the form says of it.
    expect(judged([{ bucket: 'materials' }], { bucket: 'materials' })).toBe(failing('["eq", "$bucket", "materials"]'))
  })

  it('must hold beside every other of that field', () => {
    const both = [['starts-with', '$key', 'in/'], { key: 'in/1' }]
    expect(judged(both, { key: 'in/1' })).toEqual(ANY)
    expect(judged(both, { key: 'in/2' })).toBe(failing('["eq", "$key", "in/1"]'))
  })

  it('of the beginning of a type must hold of every type that is named', () => {
    const condition = ['starts-with', '$Content-Type', 'image/']
    expect(judged([condition], { 'content-type': 'image/png,image/jpeg' })).toEqual(ANY)
    expect(judged([condition], { 'content-type': 'image/png,text/html' })).toBe(
      failing('["starts-with", "$content-type", "image/"]'),
    )
  })
})

describe('a field', () => {
  it('has a condition, or is refused', () => {
    expect(judged([{ key: 'a' }], { key: 'a', acl: 'public-read', other: '' })).toBe(
      '403 AccessDenied: Invalid according to Policy: Extra input fields: acl, other',
    )
  })

  it('needs none where it is the policy, what signs it, or to be ignored', () => {
    const fields = { policy: 'x', 'x-amz-signature': 'x', 'x-ignore-this': 'x' }
    expect(judged([], fields)).toEqual(ANY)
    expect(judged([], { ...fields, 'x-amz-date': 'x' })).toContain('Extra input fields: x-amz-date')
  })
})

describe('the time of a policy', () => {
  const END = NOW + 5 * 60_000
  it('is good to its last millisecond', () => {
    expect(judged([], {}, END - 1)).toEqual(ANY)
    const over = '403 AccessDenied: Invalid according to Policy: Policy expired.'
    expect([judged([], {}, END), judged([], {}, END + 1)]).toEqual([over, over])
  })
  it('is looked at before its conditions', () => {
    expect(judged([{ key: 'a' }], {}, END)).toContain('Policy expired')
  })
})

describe('the length of a file', () => {
  it('is within every range that is said', () => {
    expect(judged([['content-length-range', 1, 10]])).toEqual({ least: 1, most: 10 })
    const two = [
      ['content-length-range', 1, 10],
      ['content-length-range', 5, 20],
    ]
    expect(judged(two)).toEqual({ least: 5, most: 10 })
  })
})

describe('what is no policy', () => {
  const expiration = '2026-11-20T04:05:00.000Z'
  it.each([
    ['no JSON', Buffer.from('{').toString('base64'), 'Invalid JSON'],
    ['nothing', '', 'Invalid JSON'],
    ['no object', encoded([]), ''],
    ['no end', encoded({ conditions: [] }), 'expiration'],
    ['an end that is no time', encoded({ expiration: 'tomorrow', conditions: [] }), 'expiration'],
    ['no conditions', encoded({ expiration }), 'conditions'],
    ['a condition of no kind', encoded({ expiration, conditions: [['ends-with', '$key', 'a']] }), 'conditions.0'],
    ['a condition of no field', encoded({ expiration, conditions: [['eq', 'key', 'a']] }), 'conditions.0'],
    ['a range of texts', encoded({ expiration, conditions: [['content-length-range', '1', '2']] }), 'conditions.0'],
    ['a range below nothing', encoded({ expiration, conditions: [['content-length-range', -1, 2]] }), 'conditions.0'],
  ])('is refused: %s', (_what, base64, told) => {
    const read = (): unknown => {
      try {
        return policyIn(base64)
      } catch (error) {
        return error
      }
    }
    expect(read()).toMatchObject({ code: 'InvalidPolicyDocument', status: 400, message: expect.stringContaining(told) })
  })
})
