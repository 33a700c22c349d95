import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { type Person, people } from '../../../functions/sandbox/people.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()

const formOf = ({ name, idNumber, phone }: Person): Record<string, string> => ({
  ...{ ParamType: 'normal', UserName: name, IdentifyNum: idNumber.toUpperCase(), Mobile: phone },
})
const cardForm = (person: Person, BankCard = '6200000000000005') => ({
  ...formOf(person),
  ...{ BankCard, VerifyMode: 'VERIFY_BANK_CARD', ProductType: 'BANK_CARD_4_META' },
})

const personOf = (outcome: Person['outcome'], note?: string): Person => {
  const person = people.find((one) => one.outcome === outcome && (note === undefined || one.note.includes(note)))
  if (!person) throw new Error(`nobody has the outcome ${outcome}`)
  return person
}
const somebody = personOf('match')

const started = () => {
  const stage = stageOf(keys)
  const call = callerOf(stage, keys)
  const counted = async (phone?: string) =>
    (await vendorTotals(stage.sandbox, phone)).find(({ vendor }) => vendor === 'alibaba_cloudauth')
  /** What is answered, as `Code` or `BizCode` and `SubCode`. */
  const said = async (action: string, form: Record<string, string>) => {
    const { json } = await call(action, form)
    const { BizCode, SubCode } = json?.ResultObject ?? {}
    return json?.Code === '200' ? [BizCode, SubCode].filter((one) => one !== undefined).join('.') : json?.Code
  }
  return { stage, call, said, counted }
}

const SIMPLE = 'Mobile3MetaSimpleVerify'

describe('M3 what Cloudauth says of test people', () => {
  it.each<[Person['outcome'], Record<string, [code: string, billed: number]>]>([
    ['match', { carrier: ['1', 1], detail: ['1.101', 1], identity: ['1', 1], bank: ['1.101', 1] }],
    ['no_record', { carrier: ['3', 0], detail: ['3.301', 0], identity: ['3', 0], bank: ['2.201', 1] }],
    ['vendor_busy', { carrier: ['402', 0], detail: ['402', 0], identity: ['402', 0], bank: ['402', 0] }],
    ['daily_limit', { carrier: ['403', 0], detail: ['403', 0], identity: ['403', 0], bank: ['403', 0] }],
    ['unsupported_segment', { carrier: ['405', 0], detail: ['405', 0], identity: ['1', 1], bank: ['1.101', 1] }],
    ['alibaba_cloud_only', { carrier: ['1', 1], detail: ['1.101', 1], identity: ['1', 1], bank: ['1.101', 1] }],
  ])('%s', async (outcome, expected) => {
    const person = personOf(outcome)
    const { Mobile: _, ...identity } = formOf(person)
    const asked = {
      carrier: [SIMPLE, formOf(person)],
      detail: ['Mobile3MetaDetailVerify', formOf(person)],
      identity: ['Id2MetaVerify', identity],
      bank: ['BankMetaVerify', cardForm(person)],
    } as const
    for (const [name, [action, form]] of Object.entries(asked)) {
      const { said, counted } = started()
      const [code, billed] = expected[name] ?? ['', -1]
      expect([name, await said(action, form)]).toEqual([name, code])
      expect(await counted(person.phone)).toMatchObject({ billed, unbilled: 1 - billed })
    }
  })

  it.each([
    ['手机号是别人的', '2.201', '2.214'],
    ['证件号码不符', '2.202', '2.201'],
    ['姓名不符', '2.203', '2.201'],
    ['三要素不一致', '2.204', '2.215'],
  ])('says in detail what differs: %s is %s, of a card %s', async (note, detail, card) => {
    const person = personOf('mismatch', note)
    const { said } = started()
    expect(await said('Mobile3MetaDetailVerify', formOf(person))).toBe(detail)
    expect(await said(SIMPLE, formOf(person))).toBe('2')
    expect(await said('BankMetaVerify', cardForm(person))).toBe(card)
  })

  it.each([
    ['another name', { UserName: '林知秋' }, '2.203'],
    ['another phone', { Mobile: '19400001002' }, '2.201'],
    ['a number nobody has', { IdentifyNum: '440524188001010014' }, '3.301'],
    ['a wrong check digit', { IdentifyNum: '110101188001010012' }, '401'],
    ['a lower-case x', { IdentifyNum: '32050218880617001x' }, '401'],
    ['a phone that is none', { Mobile: '12345678901' }, '401'],
    ['a name that is none', { UserName: 'Lin Zhixia' }, '401'],
    ['a hash', { ParamType: 'md5' }, '401'],
    ['an empty name', { UserName: '' }, '400'],
  ])('answers %s with its own code', async (_, change, code) => {
    expect(await started().said('Mobile3MetaDetailVerify', { ...formOf(somebody), ...change })).toBe(code)
  })

  it('answers late for whoever times out, and has charged by then', async () => {
    const { stage, said, counted } = started()
    expect(await said(SIMPLE, formOf(personOf('timeout_after_sending')))).toBe('1')
    expect(stage.pauses).toEqual([12_000])
    expect(await counted()).toMatchObject({ billed: 1 })
  })

  it('knows no number segment of somebody it is told no number of', async () => {
    const { Mobile: _, ...form } = formOf(personOf('timeout_after_sending'))
    const { stage, said } = started()
    expect(await said('Id2MetaVerify', form)).toBe('1')
    expect(stage.pauses).toEqual([12_000])
  })
})

describe('M3 numbers that were given to somebody else', () => {
  const RECYCLED = 'MobileRecycledMetaVerify'
  const form = (person: Person, RegisterDate = '20260501') => ({
    ParamType: 'normal',
    Mobile: person.phone,
    RegisterDate,
  })

  it('is nobody of the catalogue, until a fault says so', async () => {
    const { stage, said, counted } = started()
    expect(await said(RECYCLED, form(somebody))).toBe('1.101')
    const modes = [
      ['number_recycled', '1.102', 1],
      ['number_not_synchronized', '1.103', 1],
      ['number_out_of_use', '3.301', 0],
    ] as const
    for (const [mode, code, billed] of modes) {
      const before = (await counted())?.billed ?? 0
      await armFault(stage.sandbox, 'alibaba_cloudauth', somebody.phone, mode, 1)
      expect(await said(RECYCLED, form(somebody))).toBe(code)
      expect((await counted())?.billed).toBe(before + billed)
    }
  })

  it.each<[Person['outcome'], string]>([
    ['vendor_busy', '402'],
    ['daily_limit', '403'],
    ['unsupported_segment', '405'],
    ['no_record', '1.101'],
    ['mismatch', '1.101'],
  ])('of %s is %s', async (outcome, code) => {
    expect(await started().said(RECYCLED, form(personOf(outcome)))).toBe(code)
  })

  it('is not asked about without a day, or with what is no number', async () => {
    const { said } = started()
    expect(await said(RECYCLED, form(somebody, ''))).toBe('400')
    expect(await said(RECYCLED, form(somebody, '2026-05-01'))).toBe('401')
    expect(await said(RECYCLED, { ...form(somebody), Mobile: '12345678901' })).toBe('401')
    expect(await said(RECYCLED, { ...form(somebody), Mobile: '13900000000' })).toBe('3.301')
  })
})

describe('M3 bank cards', () => {
  it.each([
    ['6200000000000005', '1.101', 1],
    ['6205500000000000004', '1.101', 1],
    ['6200000000000047', '2.210', 1],
    ['6216261000000000018', '2.212', 1],
    ['6200000000000013', '2.203', 1],
    ['6200000000000021', '2.208', 1],
    ['6200000000000039', '2.211', 1],
    ['6200000000000054', '2.202', 1],
    ['6200000000000062', '2.201', 1],
    ['6200000000000070', '2.214', 1],
    // Right by its check digit, and perhaps somebody's.
    ['6222020000000000002', '3.304', 0],
    ['toString', '3.304', 0],
  ])('%s: %s', async (card, code, billed) => {
    const { said, counted } = started()
    expect(await said('BankMetaVerify', cardForm(somebody, card))).toBe(code)
    expect(await counted()).toMatchObject({ billed })
  })

  it.each([
    ['VerifyMode', 'VERIFY_OTHER', '401'],
    ['ProductType', 'BANK_CARD_2_META', '401'],
    ['BankCard', '', '400'],
    ['Mobile', '', '400'],
  ])('are asked of with all four elements: %s=%s is %s', async (name, value, code) => {
    expect(await started().said('BankMetaVerify', { ...cardForm(somebody), [name]: value })).toBe(code)
  })
})

describe('M3 faults', () => {
  it.each([
    ['vendor_busy', '402', 0],
    ['daily_limit', '403', 0],
    ['unsupported_segment', '405', 0],
    ['arrears', '412', 1],
    ['internal_error', '500', 0],
    ['wrong_result_code', '9', 0],
  ])('%s makes the answer %s, once and free', async (mode, code, turnedAway) => {
    const { stage, said, counted } = started()
    await armFault(stage.sandbox, 'alibaba_cloudauth', somebody.phone, mode, 1)
    expect(await said(SIMPLE, formOf(somebody))).toBe(code)
    expect(await counted()).toEqual({ vendor: 'alibaba_cloudauth', billed: 0, unbilled: 1, turnedAway })
    expect(await said(SIMPLE, formOf(somebody))).toBe('1')
  })

  it('meet a person also where the call names no phone', async () => {
    const { stage, said } = started()
    await armFault(stage.sandbox, 'alibaba_cloudauth', somebody.phone, 'arrears', 1)
    const { Mobile: _, ...form } = formOf(somebody)
    expect(await said('Id2MetaVerify', form)).toBe('412')
  })

  it('say a code that is in no document, also of an action that tells more', async () => {
    const { stage, said } = started()
    await armFault(stage.sandbox, 'alibaba_cloudauth', ANYTHING, 'wrong_result_code', 1)
    expect(await said('Mobile3MetaDetailVerify', formOf(somebody))).toBe('9.999')
  })

  it('request_limit is refused by the gateway', async () => {
    const { stage, call, counted } = started()
    await armFault(stage.sandbox, 'alibaba_cloudauth', ANYTHING, 'request_limit', 1)
    expect(await call(SIMPLE, formOf(somebody))).toMatchObject({ status: 400, json: { Code: 'Throttling.User' } })
    expect(await counted()).toMatchObject({ billed: 0, unbilled: 1, turnedAway: 1 })
  })

  it.each([
    ['error_500', 500, 0],
    ['executed_then_500', 500, 1],
    ['html', 200, 1],
    ['truncated', 200, 1],
    ['slow_unexecuted', 500, 0],
  ])('%s answers %d with something nobody can read, having charged %d', async (mode, status, charged) => {
    const { stage, call, counted } = started()
    await armFault(stage.sandbox, 'alibaba_cloudauth', ANYTHING, mode, 1)
    const answer = await call(SIMPLE, formOf(somebody))
    expect([answer.status, answer.json]).toEqual([status, undefined])
    expect(await counted()).toMatchObject({ billed: charged, unbilled: 1 - charged })
    expect(stage.pauses).toEqual(mode === 'slow_unexecuted' ? [12_000] : [])
  })

  it('slow answers late what it would have answered', async () => {
    const { stage, said } = started()
    await armFault(stage.sandbox, 'alibaba_cloudauth', ANYTHING, 'slow', 1)
    expect(await said(SIMPLE, formOf(somebody))).toBe('1')
    expect(stage.pauses).toEqual([12_000])
  })
})
