import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { type Person, people } from '../../../functions/sandbox/people.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()

const evidenceOf = ({ name, idNumber, phone }: Person) => ({ Name: name, IdCard: idNumber.toUpperCase(), Phone: phone })

const personOf = (outcome: Person['outcome'], note?: string): Person => {
  const person = people.find((one) => one.outcome === outcome && (note === undefined || one.note.includes(note)))
  if (!person) throw new Error(`nobody has the outcome ${outcome}`)
  return person
}

const matching = evidenceOf(personOf('match'))

const started = () => {
  const stage = stageOf(keys)
  const call = callerOf(stage, keys)
  const billed = async () => (await vendorTotals(stage.sandbox)).find(({ vendor }) => vendor === 'tencent_faceid')
  const asking = (action: string) => (body: Record<string, unknown> | string) =>
    call('faceid', body, { headers: { 'x-tc-action': action } })
  return { stage, ask: (body: Record<string, unknown> | string) => call('faceid', body), asking, billed }
}

describe('M3 PhoneVerification', () => {
  it.each([
    ['match', '0', 1],
    ['mismatch', '-4', 1],
    ['no_record', '-9', 0],
    ['vendor_busy', '-11', 0],
    ['daily_limit', '-12', 0],
    ['unsupported_segment', '-13', 0],
    ['alibaba_cloud_only', '-13', 0],
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

  it.each([
    ['手机号是别人的', 'PhoneNameIdCardMismatch'],
    ['证件号码不符', 'PhoneIdCardMismatch'],
    ['姓名不符', 'PhoneNameMismatch'],
    ['三要素不一致', 'OtherMismatch'],
  ])('says in its detailed mode what differs: %s is %s', async (note, ResultDetail) => {
    const { ask } = started()
    const evidence = evidenceOf(personOf('mismatch', note))
    expect((await ask({ ...evidence, VerifyMode: '1' })).response).toMatchObject({ Result: '-4', ResultDetail })
    expect((await ask(evidence)).response).toMatchObject({ Result: '-4', ResultDetail: '' })
  })

  it('says nothing of what differs where a fault takes the place of the verdict', async () => {
    const { stage, ask } = started()
    await armFault(stage.sandbox, 'tencent_faceid', ANYTHING, 'daily_limit', 1)
    const { response } = await ask({ ...matching, Name: '林知秋', VerifyMode: '1' })
    expect(response).toMatchObject({ Result: '-12', ResultDetail: '' })
  })
})

describe('M3 IdCardVerification', () => {
  const { Phone: _, ...identity } = matching
  it.each([
    ['match', '0', 1],
    ['mismatch', '-1', 1],
    ['no_record', '-5', 0],
    ['vendor_busy', '-4', 0],
    ['daily_limit', '-7', 0],
    ['unsupported_segment', '0', 1],
    ['alibaba_cloud_only', '0', 1],
  ] as const)('answers %s with Result %s and charges %d', async (outcome, Result, charged) => {
    const { asking, billed } = started()
    const { Phone, ...evidence } = evidenceOf(personOf(outcome))
    const { response } = await asking('IdCardVerification')(evidence)
    expect(response).toEqual({ Result, Description: expect.any(String), RequestId: expect.any(String) })
    expect(await billed()).toMatchObject({ billed: charged, unbilled: 1 - charged })
  })

  it.each([
    ['another name', { Name: '林知秋' }, '-1'],
    ['a number nobody has', { IdCard: '440524188001010014' }, '-5'],
    ['a wrong check digit', { IdCard: '110101188001010012' }, '-2'],
    ['a name that is none', { Name: 'Lin Zhixia' }, '-3'],
  ])('answers %s with %s', async (_what, change, Result) => {
    expect((await started().asking('IdCardVerification')({ ...identity, ...change })).response).toMatchObject({
      Result,
    })
  })

  it('knows whom a fault is meant for, though it is told no phone', async () => {
    const { stage, asking } = started()
    await armFault(stage.sandbox, 'tencent_faceid', matching.Phone, 'vendor_busy', 1)
    expect((await asking('IdCardVerification')(identity)).response).toMatchObject({ Result: '-4' })
  })

  it('has no word for number segments', async () => {
    const { stage, asking } = started()
    await armFault(stage.sandbox, 'tencent_faceid', ANYTHING, 'unsupported_segment', 1)
    expect((await asking('IdCardVerification')(identity)).response).toMatchObject({ Result: '-99' })
  })

  it('takes no phone', async () => {
    const { response } = await started().asking('IdCardVerification')(matching)
    expect(response?.Error?.Code).toBe('UnknownParameter')
  })
})

describe('M3 BankCard4EVerification', () => {
  const card = (change: Record<string, unknown> = {}, person = personOf('match')) => ({
    ...evidenceOf(person),
    BankCard: '6200000000000005',
    ...change,
  })

  it.each([
    ['match', '0', 1],
    ['mismatch', '-1', 1],
    ['no_record', '-1', 1],
    ['vendor_busy', '-18', 0],
    ['daily_limit', '-19', 0],
    ['unsupported_segment', '0', 1],
    ['alibaba_cloud_only', '0', 1],
  ] as const)('answers %s with Result %s and charges %d', async (outcome, Result, charged) => {
    const { asking, billed } = started()
    expect((await asking('BankCard4EVerification')(card({}, personOf(outcome)))).response).toMatchObject({ Result })
    expect(await billed()).toMatchObject({ billed: charged, unbilled: 1 - charged })
  })

  it.each([
    ['another card of theirs', { BankCard: '6205500000000000004' }, '0', 1],
    ['a lost card', { BankCard: '6200000000000047' }, '-13', 1],
    ['a bank that does not take part', { BankCard: '6216261000000000018' }, '-17', 1],
    ['an expired card', { BankCard: '6200000000000013' }, '-14', 1],
    ['a card that sleeps', { BankCard: '6200000000000021' }, '-11', 1],
    ['a card locked by wrong passwords', { BankCard: '6200000000000039' }, '-16', 1],
    ['a card that pays nothing online', { BankCard: '6200000000000054' }, '-7', 1],
    ['a card of somebody else', { BankCard: '6200000000000062' }, '-6', 1],
    ['a card with another mobile', { BankCard: '6200000000000070' }, '-1', 1],
    ['a card that may be somebody’s', { BankCard: '6222020000000000002' }, '-4', 0],
    ['another name', { Name: '林知秋' }, '-6', 1],
    ['another phone', { Phone: '19400001002' }, '-1', 1],
    ['a phone that is none', { Phone: '12345678901' }, '-5', 0],
    ['a wrong check digit', { IdCard: '110101188001010012' }, '-3', 0],
    ['a name that is none', { Name: 'Lin Zhixia' }, '-2', 0],
  ])('answers %s with %j: Result %s, charged %d', async (_what, change, Result, charged) => {
    const { asking, billed } = started()
    expect((await asking('BankCard4EVerification')(card(change))).response).toMatchObject({ Result })
    expect((await billed())?.billed).toBe(charged)
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
    ['slow_unexecuted', 500, 0],
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
