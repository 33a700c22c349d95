import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { type Person, people } from '../../../functions/sandbox/people.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()

const evidenceOf = ({ name, idNumber, phone }: Person) => ({ Name: name, IdCard: idNumber.toUpperCase(), Phone: phone })

const personOf = (outcome: Person['outcome']): Person => {
  const person = people.find((one) => one.outcome === outcome)
  if (!person) throw new Error(`nobody has the outcome ${outcome}`)
  return person
}

const matching = evidenceOf(personOf('match'))

const started = () => {
  const stage = stageOf(keys)
  const call = callerOf(stage, keys)
  const billed = async () => (await vendorTotals(stage.sandbox)).find(({ vendor }) => vendor === 'tencent_faceid')
  return { stage, ask: (body: Record<string, unknown> | string) => call('faceid', body), billed }
}

describe('M3 PhoneVerification', () => {
  it.each([
    ['match', '0', 1],
    ['mismatch', '-4', 1],
    ['no_record', '-9', 0],
    ['vendor_busy', '-11', 0],
    ['daily_limit', '-12', 0],
    ['unsupported_segment', '-13', 0],
  ] as const)('answers %s with Result %s and charges %d', async (outcome, result, charged) => {
    const { ask, billed } = started()
    const { status, response } = await ask(evidenceOf(personOf(outcome)))
    expect(status).toBe(200)
    expect(response).toMatchObject({ Result: result, Description: expect.any(String), Isp: expect.any(String) })
    expect(await billed()).toEqual({ vendor: 'tencent_faceid', billed: charged, unbilled: 1 - charged, turnedAway: 0 })
  })

  it('answers late for whoever times out, and has charged by then', async () => {
    const { stage, ask, billed } = started()
    const { response } = await ask(evidenceOf(personOf('timeout_after_sending')))
    expect(stage.pauses).toEqual([12_000])
    expect(response).toMatchObject({ Result: '0' })
    expect((await billed())?.billed).toBe(1)
  })

  it.each([
    ['another name', { ...matching, Name: '林知秋' }, '-4'],
    ['another phone', { ...matching, Phone: '19400001002' }, '-4'],
    ['a number nobody has', { ...matching, IdCard: '440524188001010014' }, '-9'],
    [
      'a number nobody has on a virtual carrier',
      { ...matching, IdCard: '440524188001010014', Phone: '17000000001' },
      '-13',
    ],
    ['a wrong check digit', { ...matching, IdCard: '110101188001010012' }, '-7'],
    ['a lower-case x', { ...matching, IdCard: '32050218880617001x' }, '-7'],
    ['a phone that is none', { ...matching, Phone: '12345678901' }, '-6'],
    ['a phone with country code', { ...matching, Phone: '+8619400001001' }, '-6'],
    ['a name that is none', { ...matching, Name: 'Lin Zhixia' }, '-8'],
  ])('answers %s with %s', async (_, body, result) => {
    const { ask } = started()
    expect((await ask(body)).response).toMatchObject({ Result: result })
  })

  it('says in its detailed mode that something differs', async () => {
    const { ask } = started()
    const { response } = await ask({ ...matching, Name: '林知秋', VerifyMode: '1' })
    expect(response).toMatchObject({ Result: '-4', ResultDetail: 'OtherMismatch' })
  })
})

describe('hostile', () => {
  it.each([
    ['a missing parameter', { Name: '林知夏', IdCard: '110101188001010011' }, 'MissingParameter'],
    ['an unknown parameter', { ...matching, Colour: 'red' }, 'UnknownParameter'],
    ['a parameter of another type', { ...matching, Phone: 19400001001 }, 'InvalidParameter'],
    ['a body that is no JSON', '{', 'InvalidParameter'],
  ])('%s is an error and free', async (_, body, code) => {
    const { ask, billed } = started()
    expect((await ask(body)).response?.Error?.Code).toBe(code)
    expect(await billed()).toEqual({ vendor: 'tencent_faceid', billed: 0, unbilled: 1, turnedAway: 0 })
  })
})

describe('faults', () => {
  it.each([
    ['vendor_busy', '-11'],
    ['daily_limit', '-12'],
    ['unsupported_segment', '-13'],
    ['wrong_result_code', '-99'],
  ])('%s makes the result %s, once and free', async (mode, result) => {
    const { stage, ask, billed } = started()
    await armFault(stage.sandbox, 'tencent_faceid', matching.Phone, mode, 1)
    expect((await ask(matching)).response).toMatchObject({ Result: result })
    expect((await billed())?.billed).toBe(0)
    expect((await ask(matching)).response).toMatchObject({ Result: '0' })
  })

  it.each([
    ['internal_error', 'InternalError', 0],
    ['request_limit', 'RequestLimitExceeded', 1],
    ['arrears', 'UnauthorizedOperation.ArrearsStop', 1],
  ])('%s is the error %s and free', async (mode, code, turnedAway) => {
    const { stage, ask, billed } = started()
    await armFault(stage.sandbox, 'tencent_faceid', ANYTHING, mode, 1)
    expect((await ask(matching)).response?.Error?.Code).toBe(code)
    expect(await billed()).toEqual({ vendor: 'tencent_faceid', billed: 0, unbilled: 1, turnedAway })
  })

  it.each([
    ['error_500', 500, 0],
    ['executed_then_500', 500, 1],
    ['html', 200, 1],
    ['truncated', 200, 1],
  ])('%s answers %d with something nobody can read, having charged %d', async (mode, status, charged) => {
    const { stage, ask, billed } = started()
    await armFault(stage.sandbox, 'tencent_faceid', ANYTHING, mode, 1)
    const answer = await ask(matching)
    expect(answer.status).toBe(status)
    expect(answer.response).toBeUndefined()
    expect((await billed())?.billed).toBe(charged)
  })

  it('slow answers late what it would have answered', async () => {
    const { stage, ask } = started()
    await armFault(stage.sandbox, 'tencent_faceid', ANYTHING, 'slow', 1)
    expect((await ask(matching)).response).toMatchObject({ Result: '0' })
    expect(stage.pauses).toEqual([12_000])
  })
})
